import { bytesOf, importFile, type Run } from './fixtures.ts'

/** Headings of a supplier's list with a row per SKU. */
export const head =
  '款号,品名,类目,色,码数(cm),成分,安全类别,适用季节,单位,起批量,批发价1(起),批发价2(≥100),建议零售价,库存,条码,每箱件数,单件重量(g),产地,图片,仓位'
export type Row = Partial<
  Record<
    'style' | 'title' | 'colour' | 'size' | 'fibres' | 'safety' | 'moq' | 'price' | 'tier' | 'stock' | 'code',
    string
  >
>
let code = 690_000_000_000
/** Codes with a right check digit, each another. */
function nextBarcode(): string {
  code += 1
  const sum = [...String(code)].reduce(
    (total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 3),
    0,
  )
  return `${code}${(10 - (sum % 10)) % 10}`
}
/** One line of such a list; what is not named is good. */
export const line = ({
  style = 'K1',
  title = '加绒儿童卫衣',
  colour = '雾蓝',
  size = '90',
  fibres = '80%棉 20%聚酯纤维',
  safety = 'GB 31701 A类',
  moq = '10',
  price = '36.50',
  tier = '33.00',
  stock = '240',
  code: barcode = nextBarcode(),
}: Row): string =>
  [
    style,
    title,
    '儿童卫衣',
    colour,
    size,
    fibres,
    safety,
    '秋冬',
    '件',
    moq,
    price,
    tier,
    '99',
    stock,
    barcode,
    '60',
    '260',
    '福建石狮',
    `${style}-${colour}.jpg`,
    'A-03',
  ]
    .map((cell) => `"${cell.replaceAll('"', '""')}"`)
    .join(',')
/** A list of such lines through all stages. */
export const list = (...rows: Row[]): Promise<Run> =>
  importFile(bytesOf([head, ...rows.map(line)].join('\n')))
/** Four sizes of one style without a fault. */
export const good: Row[] = ['90', '100', '110', '120'].map((size) => ({ size }))
