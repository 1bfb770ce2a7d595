import type { Unit } from '#shared/catalogue/product.ts'
import { narrow } from './number.ts'

const names: Readonly<Record<Unit, readonly string[]>> = {
  piece: [
    '件',
    '个',
    '只',
    '条',
    '支',
    '顶',
    '枚',
    '张',
    '把',
    '片',
    '块',
    '瓶',
    '袋',
    '本',
    '台',
    '盏',
    '床',
    'piece',
    'pieces',
    'pc',
    'pcs',
    'unit',
    'each',
    'ea',
  ],
  pair: ['双', '对', 'pair', 'pairs', 'pr', 'prs'],
  set: ['套', '组', '副', 'set', 'sets', 'suit'],
  'square-metre': ['平方米', '平方', '平米', '㎡', 'm2', 'm²', 'sqm', 'square metre', 'square meter'],
  metre: ['米', '公尺', 'm', 'metre', 'meter', 'metres', 'meters'],
  box: ['箱', '盒', '包', 'box', 'boxes', 'carton', 'ctn', 'pack'],
  kilogram: ['千克', '公斤', 'kg', 'kilogram', 'kilo'],
}
const byName = new Map<string, Unit>()
for (const unit of Object.keys(names) as Unit[])
  for (const name of names[unit]) byName.set(name.normalize('NFKC'), unit)

/** The sale unit a word stands for; counting words such as 条 or 只 are pieces. Null: not a unit. */
export function readUnit(text: string): Unit | null {
  return (
    byName.get(
      narrow(text)
        .toLowerCase()
        .replace(/^1\s*/, '')
        .replace(/^\/|^每/, ''),
    ) ?? null
  )
}
