import type { Facts, ImportCode, RefusalCode } from '#shared/catalogue/import-codes.ts'
import { fieldNames } from '#shared/catalogue/import-fields.ts'
import type { Locale, Localised } from '#shared/text.ts'

type Sentence = (facts: Facts) => string
/** `label`: two to five words for a filter chip and a narrow cell; `zh`, `en`: the whole sentence with cell, rule and value. */
type Message = { readonly label: Localised; readonly zh: Sentence; readonly en: Sentence }

const message = (labelZh: string, labelEn: string, zh: Sentence, en: Sentence): Message => ({
  label: { zh: labelZh, en: labelEn },
  zh,
  en,
})

const isField = (field: unknown): field is keyof typeof fieldNames =>
  typeof field === 'string' && Object.hasOwn(fieldNames, field)
const where = (facts: Facts, locale: Locale): string => {
  const name = isField(facts.field) ? fieldNames[facts.field][locale] : ''
  const cell = String(facts.cell ?? '')
  return locale === 'zh' ? `${cell} ${name}` : `${cell} (${name.toLowerCase()})`
}
const zh = (facts: Facts): string => where(facts, 'zh')
const en = (facts: Facts): string => where(facts, 'en')
const written = ({ value }: Facts, locale: Locale): string => {
  const text = String(value ?? '').trim()
  if (text === '') return locale === 'zh' ? '空' : 'empty'
  return locale === 'zh' ? `“${text}”` : `“${text}”`
}
const z = (facts: Facts): string => `${zh(facts)}${written(facts, 'zh')}`
const e = (facts: Facts): string => `${en(facts)} ${written(facts, 'en')}`
const rows = (count: unknown): string => `${count} ${Number(count) === 1 ? 'row' : 'rows'}`

/** Sentences for every reason of a cell, a row, a product and the mapping step. */
export const importMessages: Readonly<Record<ImportCode, Message>> = {
  missing: message(
    '缺内容',
    'Missing',
    (f) => (f.as === undefined ? `${zh(f)}没有填` : `${zh(f)}没有填，按“${f.as}”导入`),
    (f) => (f.as === undefined ? `${en(f)} is empty` : `${en(f)} is empty; “${f.as}” is used`),
  ),
  'full-width': message(
    '全角数字',
    'Full-width digits',
    (f) => `${z(f)}是全角数字，已按 ${f.as} 读`,
    (f) => `${e(f)} uses full-width digits; read as ${f.as}`,
  ),
  'read-as': message(
    '格式已改读',
    'Read as',
    (f) => `${z(f)}，已按“${f.as}”读`,
    (f) => `${e(f)} was read as “${f.as}”`,
  ),
  'formula-error': message(
    '公式出错',
    'Formula error',
    (f) => `${z(f)}是表格公式的错误值，请填上正确内容`,
    (f) => `${e(f)} is a formula error; enter the value itself`,
  ),
  'hidden-characters': message(
    '隐藏字符',
    'Hidden characters',
    (f) => `${zh(f)}含有看不见的字符，已去掉`,
    (f) => `${en(f)} held invisible characters, which were removed`,
  ),
  'text-too-long': message(
    '文字过长',
    'Text too long',
    (f) => `${zh(f)}有 ${f.length} 个字，最多 ${f.max} 个`,
    (f) => `${en(f)} has ${f.length} characters; at most ${f.max} fit`,
  ),
  'price-missing': message(
    '缺单价',
    'Price missing',
    (f) => `${zh(f)}没有填价格`,
    (f) => `${en(f)} has no price`,
  ),
  'price-negotiable': message(
    '价格面议',
    'Price on request',
    (f) => `${z(f)}不是价格；商城里每款都要有明确的单价`,
    (f) => `${e(f)} is no price; every product here needs a definite one`,
  ),
  'price-negative': message(
    '价格为负',
    'Negative price',
    (f) => `${z(f)}是负数，单价必须大于 0`,
    (f) => `${e(f)} is negative; a price must be above 0`,
  ),
  'price-zero': message(
    '价格为零',
    'Price is zero',
    (f) => `${z(f)}为 0，单价必须大于 0`,
    (f) => `${e(f)} is zero; a price must be above 0`,
  ),
  'price-range': message(
    '价格是区间',
    'Price range',
    (f) => `${z(f)}是区间，一格只能填一个价格`,
    (f) => `${e(f)} is a range; a cell holds one price`,
  ),
  'price-currency': message(
    '币种不符',
    'Other currency',
    (f) => `${z(f)}用的是 ${f.currency}，本商城以 ${f.expected} 计价`,
    (f) => `${e(f)} is in ${f.currency}; this market prices in ${f.expected}`,
  ),
  'price-decimals': message(
    '小数位过多',
    'Too many decimals',
    (f) => `${z(f)}的小数超出最小货币单位`,
    (f) => `${e(f)} has more decimals than the currency`,
  ),
  'price-too-high': message(
    '价格过高',
    'Price too high',
    (f) => `${z(f)}超出可填的最高价格`,
    (f) => `${e(f)} is above the highest price that can be entered`,
  ),
  'price-unreadable': message(
    '价格读不出',
    'Price unreadable',
    (f) => `${z(f)}读不出价格，请填数字，如 28.50`,
    (f) => `${e(f)} cannot be read as a price; enter a number such as 28.50`,
  ),
  'price-outlier': message(
    '价格相差过大',
    'Unusual price',
    (f) => `${z(f)}比同款常用价 ${f.common} ${f.direction === 'lower' ? '低' : '高'} ${f.percent} %，请核对`,
    (f) => `${e(f)} is ${f.percent} % ${f.direction} than the style’s usual ${f.common}; please check`,
  ),
  'tier-price-missing': message(
    '缺阶梯价',
    'Quantity price missing',
    (f) => `${zh(f)}没有填，同款另外 ${f.count} 行满 ${f.minQuantity} 件的价格是 ${f.common}`,
    (f) => `${en(f)} is empty; ${rows(f.count)} of the style say ${f.common} from ${f.minQuantity} on`,
  ),
  'tier-not-falling': message(
    '阶梯价不递减',
    'Price does not fall',
    (f) => `${z(f)}不低于前一档的 ${f.before}；数量越多，单价应越低`,
    (f) => `${e(f)} is not below the previous step of ${f.before}; a larger quantity must cost less per unit`,
  ),
  'stock-not-a-number': message(
    '库存不是数字',
    'Stock is no number',
    (f) => `${z(f)}不是数字，请填整数，无货填 0`,
    (f) => `${e(f)} is no number; enter a whole number, 0 for none`,
  ),
  'stock-negative': message(
    '库存为负',
    'Negative stock',
    (f) => `${z(f)}是负数，无货请填 0`,
    (f) => `${e(f)} is negative; enter 0 for none`,
  ),
  'stock-none': message(
    '断码按 0',
    'Sold out as 0',
    (f) => `${z(f)}表示无货，库存按 0`,
    (f) => `${e(f)} means sold out; stock is 0`,
  ),
  'quantity-unreadable': message(
    '数量读不出',
    'Quantity unreadable',
    (f) => `${z(f)}读不出数量，请填整数`,
    (f) => `${e(f)} cannot be read; enter a whole number`,
  ),
  'quantity-out-of-range': message(
    '数量超出范围',
    'Quantity out of range',
    (f) => `${z(f)}超出范围，应在 ${f.min} 到 ${f.max} 之间`,
    (f) => `${e(f)} is out of range; enter ${f.min} to ${f.max}`,
  ),
  'composition-unreadable': message(
    '成分读不出',
    'Composition unreadable',
    (f) => `${z(f)}读不出成分，请写成“棉 95%，氨纶 5%”`,
    (f) => `${e(f)} cannot be read; write it like “95% cotton 5% elastane”`,
  ),
  'composition-not-100': message(
    '成分合计不等于 100 %',
    'Composition is not 100 %',
    (f) => `${z(f)}中${f.part}合计 ${f.sum} %，应为 100 %`,
    (f) => `${e(f)}: ${f.part} adds up to ${f.sum} %, not 100 %`,
  ),
  'size-missing': message(
    '缺尺码',
    'Size missing',
    (f) => `${zh(f)}没有填尺码`,
    (f) => `${en(f)} has no size`,
  ),
  'size-several': message(
    '一格多个尺码',
    'Several sizes',
    (f) => `${z(f)}写了 ${f.count} 个尺码，一行只能是一个`,
    (f) => `${e(f)} names ${f.count} sizes; a row is one size`,
  ),
  'size-unlisted': message(
    '类目外尺码',
    'Unusual size',
    (f) => `${z(f)}不在“${f.category}”的常用尺码里，已照写`,
    (f) => `${e(f)} is not a usual size of ${f.categoryEn}; kept as written`,
  ),
  'colour-missing': message(
    '缺颜色',
    'Colour missing',
    (f) => `${zh(f)}没有填颜色，同款其他行有`,
    (f) => `${en(f)} has no colour, while other rows of the style do`,
  ),
  'colour-renamed': message(
    '颜色写法不一',
    'Colour spelling',
    (f) => `${z(f)}按“${f.as}”导入`,
    (f) => `${e(f)} is imported as “${f.as}”`,
  ),
  'barcode-length': message(
    '条码位数不对',
    'Barcode length',
    (f) => `${z(f)}不是 8 到 14 位数字的条码，没有导入`,
    (f) => `${e(f)} is not a barcode of 8 to 14 digits; left out`,
  ),
  'barcode-check-digit': message(
    '条码校验位不符',
    'Barcode check digit',
    (f) => `${z(f)}的校验位不符，请核对`,
    (f) => `${e(f)} has a wrong check digit; please check`,
  ),
  'barcode-rounded': message(
    '条码丢了位数',
    'Barcode shortened',
    (f) => `${z(f)}是科学计数，后面几位已丢失；请把该列设为文本再填`,
    (f) => `${e(f)} was shortened by the spreadsheet; format the column as text and enter it again`,
  ),
  'barcode-duplicate': message(
    '条码重复',
    'Barcode twice',
    (f) => `${z(f)}与第 ${f.otherRow} 行相同，一个条码只能对应一个规格`,
    (f) => `${e(f)} is also in row ${f.otherRow}; a barcode names one SKU`,
  ),
  'unit-unknown': message(
    '单位不认识',
    'Unknown unit',
    (f) => `${z(f)}不是可用的单位，请填件、双、套、箱、米、平方米或千克`,
    (f) => `${e(f)} is not a unit; use piece, pair, set, box, metre, square metre or kilogram`,
  ),
  'season-unknown': message(
    '季节读不出',
    'Unknown season',
    (f) => `${z(f)}读不出季节，没有导入`,
    (f) => `${e(f)} names no season; left out`,
  ),
  'safety-class-unknown': message(
    '安全类别读不出',
    'Unknown safety class',
    (f) => `${z(f)}读不出安全类别，请填 A 类、B 类或 C 类（GB 31701）`,
    (f) => `${e(f)} names no safety class; enter A, B or C (GB 31701)`,
  ),
  'weight-unreadable': message(
    '重量读不出',
    'Weight unreadable',
    (f) => `${z(f)}读不出重量，没有导入`,
    (f) => `${e(f)} cannot be read as a weight; left out`,
  ),
  'pack-unreadable': message(
    '包装读不出',
    'Pack unreadable',
    (f) => `${z(f)}读不出一手几件，已写进描述`,
    (f) => `${e(f)} does not say how many a pack holds; kept in the description`,
  ),
  'pack-count-differs': message(
    '配码数不符',
    'Pack count differs',
    (f) => `${z(f)}写一手 ${f.size} 件，按配码数是 ${f.counted} 件`,
    (f) => `${e(f)} says ${f.size} to a pack, but its sizes make ${f.counted}`,
  ),
  'yes-no-unknown': message(
    '是否读不出',
    'Yes or no?',
    (f) => `${z(f)}看不出是或否，没有导入`,
    (f) => `${e(f)} says neither yes nor no; left out`,
  ),
  'hs-code-unreadable': message(
    '海关编码不对',
    'HS code',
    (f) => `${z(f)}不是 6 到 10 位的海关编码，没有导入`,
    (f) => `${e(f)} is not an HS code of 6 to 10 digits; left out`,
  ),
  'lead-time-unreadable': message(
    '发货时间读不出',
    'Lead time unreadable',
    (f) => `${z(f)}读不出几天发货，没有导入`,
    (f) => `${e(f)} does not say in how many days goods are sent; left out`,
  ),
  'presale-date': message(
    '预售',
    'Pre-order',
    (f) => `${z(f)}：预售，${f.date} 起发货，发货时间按 ${f.days} 天`,
    (f) => `${e(f)}: pre-order, sent from ${f.date}; lead time ${f.days} days`,
  ),
  'category-missing': message(
    '缺类目',
    'Category missing',
    (f) => `${zh(f)}没有填类目，标题里也看不出`,
    (f) => `${en(f)} is empty and the title names no category`,
  ),
  'category-unknown': message(
    '类目待选',
    'Category to choose',
    (f) => `${z(f)}对不上商城的类目，请在“对应列”里选一个`,
    (f) => `${e(f)} matches no category of the market; choose one in the mapping step`,
  ),
  'option-unknown': message(
    '选项不认识',
    'Unknown option',
    (f) => `${zh(f)}“${f.option}”不是可选值；可选 ${f.options}`,
    (f) => `${en(f)} “${f.option}” is not an option; choose ${f.optionsEn}`,
  ),
  'number-unreadable': message(
    '数字读不出',
    'Number unreadable',
    (f) => `${z(f)}读不出数字，没有导入`,
    (f) => `${e(f)} cannot be read as a number; left out`,
  ),
  'differs-in-style': message(
    '与同款不一致',
    'Differs within style',
    (f) => `${z(f)}与同款不一致：${f.total} 行里有 ${f.count} 行是“${f.common}”`,
    (f) => `${e(f)} differs within the style: ${f.count} of ${rows(f.total)} say “${f.common}”`,
  ),
  'style-values-mixed': message(
    '同款写法不一',
    'Style varies',
    (f) => `${zh(f)}在同款里有 ${f.kinds} 种写法，按“${f.common}”导入（${f.total} 行里有 ${f.count} 行）`,
    (f) =>
      `${en(f)} takes ${f.kinds} values within the style; “${f.common}” is used (${f.count} of ${rows(f.total)})`,
  ),
  'style-number-of-another': message(
    '款号写错',
    'Wrong style number',
    (f) => `${z(f)}是“${f.common}”的款号，这一行是“${f.title}”，应为 ${f.styleNo}`,
    (f) => `${e(f)} belongs to “${f.common}”; this row is “${f.title}”, whose number is ${f.styleNo}`,
  ),
  'duplicate-sku': message(
    '规格重复',
    'SKU twice',
    (f) => `${z(f)}：${[f.colour, f.size].filter(Boolean).join(' ')} 与第 ${f.otherRow} 行重复`,
    (f) => `${e(f)}: ${[f.colour, f.size].filter(Boolean).join(' ')} is already in row ${f.otherRow}`,
  ),
  'duplicate-row': message(
    '整行重复',
    'Repeated row',
    (f) => `第 ${f.row} 行与第 ${f.otherRow} 行完全相同，已忽略`,
    (f) => `Row ${f.row} repeats row ${f.otherRow} and is ignored`,
  ),
  'row-empty': message(
    '空行',
    'Empty row',
    (f) => `第 ${f.row} 行是空行，已忽略`,
    (f) => `Row ${f.row} is empty and ignored`,
  ),
  'row-subtotal': message(
    '小计行',
    'Total',
    (f) => `第 ${f.row} 行是“${f.value}”，已忽略`,
    (f) => `Row ${f.row} is a total (“${f.value}”) and ignored`,
  ),
  'row-footnote': message(
    '注释行',
    'Footnote',
    (f) => `第 ${f.row} 行是说明文字，已忽略`,
    (f) => `Row ${f.row} is a footnote and ignored`,
  ),
  'row-repeated-header': message(
    '重复表头',
    'Repeated heading',
    (f) => `第 ${f.row} 行重复了表头，已忽略`,
    (f) => `Row ${f.row} repeats the headings and is ignored`,
  ),
  'row-group-title': message(
    '分组标题',
    'Group title',
    (f) => `第 ${f.row} 行“${f.value}”是分组标题，已忽略`,
    (f) => `Row ${f.row} “${f.value}” is a group title and ignored`,
  ),
  'product-no-rows': message(
    '整款未导入',
    'Style left out',
    (f) => `${f.styleNo} 的 ${f.rows} 行都要修改，整款没有导入`,
    (f) => `All ${rows(f.rows)} of ${f.styleNo} need correcting; the style is left out`,
  ),
  'product-invalid': message(
    '整款不合规',
    'Style not valid',
    (f) => `${f.styleNo} 整款不能导入：${f.path} 不合要求`,
    (f) => `${f.styleNo} cannot be imported: ${f.path} is not valid`,
  ),
  'product-too-many-skus': message(
    '规格过多',
    'Too many SKUs',
    (f) => `${f.styleNo} 有 ${f.count} 个规格，一款最多 ${f.limit} 个`,
    (f) => `${f.styleNo} has ${f.count} SKUs; a product holds at most ${f.limit}`,
  ),
  'tiers-by-sku': message(
    '改按规格报价',
    'Priced by SKU',
    (f) => `${f.styleNo} 各规格单价不同，已按规格报价，阶梯价没有导入`,
    (f) => `${f.styleNo} has different prices by SKU and is priced so; its quantity prices are left out`,
  ),
  'retail-price-unused': message(
    '零售价不导入',
    'Retail price',
    () => '零售价只作参考，不会导入',
    () => 'Retail prices are for reference and are not imported',
  ),
  'columns-unused': message(
    '未使用的列',
    'Unused columns',
    (f) => `未使用的列：${f.columns}`,
    (f) => `Columns not used: ${f.columns}`,
  ),
  'no-stock-column': message(
    '没有库存列',
    'No stock column',
    (f) => `表里没有库存，全部按 ${f.stock} 导入`,
    (f) => `The list has no stock; ${f.stock} is used throughout`,
  ),
  'no-moq-column': message(
    '没有起订量列',
    'No minimum order',
    (f) => `表里没有起订量，按 ${f.moq} 导入；写了一手几件的按一手`,
    (f) => `The list has no minimum order; ${f.moq} is used, or one pack where packs are named`,
  ),
  'no-lead-time-column': message(
    '没有发货时间列',
    'No lead time',
    (f) => `表里没有发货时间，按 ${f.days} 天导入`,
    (f) => `The list has no lead time; ${f.days} days are used`,
  ),
  'style-numbers-made': message(
    '没有款号列',
    'No style numbers',
    () => '表里没有款号，同名商品归为一款，款号按标题生成',
    () => 'The list has no style numbers; equal titles make one product, numbered after its title',
  ),
  'price-in-minor-units': message(
    '价格按分读',
    'Prices in cents',
    (f) => `价格都是不带小数的大数，已按最小货币单位（${f.currency}）读；不对请改为元`,
    (f) =>
      `Prices are large whole numbers and were read in minor units of ${f.currency}; switch to whole units if that is wrong`,
  ),
  'own-barcodes': message(
    '自编条码',
    'Own barcodes',
    () => '条码大多不是国际条码，按自编条码保存，不校验',
    () => 'Most barcodes are no GTIN; they are kept as your own codes and not checked',
  ),
  'category-to-choose': message(
    '类目待选',
    'Categories to choose',
    (f) => `有 ${f.count} 个类目要选${f.words ? `：${f.words}` : ''}`,
    (f) =>
      `${f.count} ${Number(f.count) === 1 ? 'category needs' : 'categories need'} choosing${f.words ? `: ${f.words}` : ''}`,
  ),
  'no-price-column': message(
    '没有价格列',
    'No price column',
    () => '没有找到价格列，请指定一列',
    () => 'No price column was found; please choose one',
  ),
  'no-title-column': message(
    '没有标题列',
    'No title column',
    () => '没有找到商品标题列，请指定一列',
    () => 'No title column was found; please choose one',
  ),
  'term-mixed-batch': message(
    '混批条件',
    'Mixed batch',
    (f) =>
      `表里写着“${f.source}”，可设为店铺混批条件：${[f.amount === '' ? '' : `满 ${f.amount} 元`, f.quantity === '' ? '' : `满 ${f.quantity} 件`].filter(Boolean).join('或')}`,
    (f) =>
      `The list says “${f.source}”; the shop’s mixed batch could start at ${[f.amount === '' ? '' : `${f.amount} in value`, f.quantity === '' ? '' : `${f.quantity} pieces`].filter(Boolean).join(' or ')}`,
  ),
  'term-lead-time': message(
    '发货时间',
    'Lead time',
    (f) => `表里写着“${f.source}”，发货时间按 ${f.days} 天`,
    (f) => `The list says “${f.source}”; lead time is ${f.days} days`,
  ),
  'term-returns': message(
    '退货条件',
    'Returns',
    (f) => `表里写着“${f.source}”，可设为 ${f.days} 天内可退`,
    (f) => `The list says “${f.source}”; returns could be accepted within ${f.days} days`,
  ),
  'pictures-by-name': message(
    '按文件名配图',
    'Pictures by name',
    () => '图片列是文件名，上传图片后按名称配到商品',
    () => 'Pictures are named by file; upload them and they are matched by name',
  ),
}

const refusalMessages: Readonly<Record<RefusalCode, { readonly zh: Sentence; readonly en: Sentence }>> = {
  'catalogue/import-file-empty': { zh: () => '文件是空的', en: () => 'The file is empty' },
  'catalogue/import-file-too-large': {
    zh: (f) => `文件超过 ${f.limit} MB，请分成几个文件`,
    en: (f) => `The file is larger than ${f.limit} MB; please split it`,
  },
  'catalogue/import-file-type': {
    zh: () => '只能导入 Excel（.xlsx）、CSV 或 JSON 文件',
    en: () => 'Only Excel (.xlsx), CSV and JSON files can be imported',
  },
  'catalogue/import-old-xls': {
    zh: () => '这是旧版 .xls 文件，请另存为 .xlsx 后再上传',
    en: () => 'This is an old .xls file; save it as .xlsx and upload it again',
  },
  'catalogue/import-file-protected': {
    zh: () => '文件设了密码，请去掉密码后再上传',
    en: () => 'The file is protected by a password; remove it and upload again',
  },
  'catalogue/import-file-damaged': {
    zh: () => '文件已损坏，读不出来',
    en: () => 'The file is damaged and cannot be read',
  },
  'catalogue/import-zip-entries': {
    zh: (f) => `文件内部超过 ${f.limit} 个部分，不像是商品表`,
    en: (f) => `The file holds more than ${f.limit} parts, which no product list does`,
  },
  'catalogue/import-unpacked-size': {
    zh: (f) => `文件展开后超过 ${f.limit} MB，已拒绝`,
    en: (f) => `The file unpacks to more than ${f.limit} MB and was refused`,
  },
  'catalogue/import-xml-declarations': {
    zh: () => '文件含有不允许的 XML 声明，已拒绝',
    en: () => 'The file contains XML declarations that are not allowed',
  },
  'catalogue/import-too-many-rows': {
    zh: (f) => `表格超过 ${f.limit} 行，请分成几个文件`,
    en: (f) => `The list has more than ${f.limit} rows; please split it`,
  },
  'catalogue/import-too-many-columns': {
    zh: (f) => `表格超过 ${f.limit} 列或格子过多，请删去用不到的列`,
    en: (f) => `The list has more than ${f.limit} columns or too many cells; remove what is not needed`,
  },
  'catalogue/import-encoding': {
    zh: () => '认不出文字编码，请另存为 UTF-8 的 CSV',
    en: () => 'The text encoding is not known; save the file as CSV in UTF-8',
  },
  'catalogue/import-json-shape': {
    zh: () => 'JSON 里没有找到商品数组',
    en: () => 'The JSON holds no array of products',
  },
  'catalogue/import-no-table': {
    zh: () => '没有找到带表头的商品表',
    en: () => 'No list with headings was found',
  },
}

/** The whole sentence in the reader's language. */
export const importMessage = (code: ImportCode, facts: Facts, locale: Locale): string =>
  importMessages[code][locale](facts)

/** Why a file was refused, in the reader's language. */
export const refusalMessage = (code: RefusalCode, facts: Facts, locale: Locale): string =>
  refusalMessages[code][locale](facts)
