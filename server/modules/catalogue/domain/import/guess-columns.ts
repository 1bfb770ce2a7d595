import type { ColumnMapping, ColumnTarget } from '#shared/catalogue/import.ts'
import type { Layout, LayoutColumn } from './find-layout.ts'
import { compositionPart, type HeaderGuess, headerKey, headerTarget, isAttributePath } from './headers.ts'
import { readBarcode } from './normalise/barcode.ts'
import { readColour } from './normalise/colour.ts'
import { readComposition } from './normalise/composition.ts'
import { readSafetyClass } from './normalise/safety-class.ts'
import { readSeasons } from './normalise/season.ts'
import { readUnit } from './normalise/unit.ts'
import { cellAt, isEmptyRow, type Sheet } from './sheet.ts'
import { attributeFor, type Vocabulary } from './vocabulary.ts'

const looked = 2000
const ignore: ColumnTarget = { field: 'ignore' }
/** Targets that several columns may share. */
const shared = new Set([
  'image',
  'description',
  'note',
  'ignore',
  'line',
  'attribute',
  'sizeStock',
  'tierPrice',
])
// Columns nobody knows stay out: a price list may carry costs, customers or shelf places. These are meant to be read by buyers.
const publicLabels =
  /^(?:品牌|brand|工艺|风格|图案|领型|袖长|袖型|厚薄|厚度|款式|版型|衣长|裤长|闭合方式|执行标准|产品标准|标准|产品等级|等级|性别|适用性别|gender|年龄|适用年龄|适龄|age|含绒量|充绒量|洗涤说明|洗涤|care|pattern|style|features?|特点|功能)$/i
// In a list of attributes 尺寸 is a measure of the goods, not the size that a buyer picks.
// Other ways in which shops name an attribute.
const otherNames: Readonly<Record<string, string>> = {
  规格: '尺寸',
  产品尺寸: '尺寸',
  商品尺寸: '尺寸',
  产品标准: '执行标准',
  标准: '执行标准',
}
const readFromAttributes = new Set(['composition', 'safetyClass', 'season', 'origin', 'weight', 'colour'])

/** What each column of the table means, with how sure that is: by size headings, headings, attribute names, then values. */
export function guessColumns(sheet: Sheet, layout: Layout, vocabulary: Vocabulary): ColumnMapping[] {
  const sizes = new Map(layout.sizeColumns.map(({ column, size }) => [column, size]))
  const attributes = attributeNames(vocabulary)
  const guessed = layout.columns.map((column): ColumnMapping => {
    const values = columnValues(sheet, layout, column.column)
    const size = sizes.get(column.column)
    const guess: HeaderGuess = size
      ? { target: { field: 'sizeStock', size }, confidence: 0.95 }
      : guessOne(column, values, attributes)
    const filled = values.filter((value) => value !== '')
    const samples = [...new Set(filled)].slice(0, 5).map((value) => value.slice(0, 80))
    return {
      column: column.column,
      header: column.header,
      ...titleLanguage(guess, filled),
      samples,
      fillDown: false,
    }
  })
  return withFillDown(sheet, layout, oneColumnEach(guessed, sheet, layout))
}

function guessOne(
  { header, group }: LayoutColumn,
  values: readonly string[],
  attributes: ReadonlyMap<string, string>,
): HeaderGuess {
  const label = header.slice(header.lastIndexOf('.') + 1)
  const known = headerTarget(header) ?? (group ? headerTarget(`${group}.${header}`) : null)
  const inAttributes = isAttributePath(header)
  const key = attributes.get(headerKey(inAttributes ? (otherNames[label] ?? label) : label))
  if (compositionPart(header) !== null && (/成[分份]/.test(label) || share(values, isComposition) >= 0.5))
    return {
      target: { field: 'composition' },
      confidence: (known?.confidence ?? 0.9) - (inAttributes ? 0.1 : 0),
    }
  if (
    known &&
    (!inAttributes || readFromAttributes.has(known.target.field)) &&
    (known.confidence >= 0.9 || !key)
  ) {
    return inAttributes ? { ...known, confidence: known.confidence - 0.1 } : known
  }
  if (key) return { target: { field: 'attribute', key }, confidence: 0.85 }
  if (values.every((value) => value === '')) return { target: ignore, confidence: 0.9 }
  if (inAttributes || publicLabels.test(label.trim()))
    return { target: { field: 'line', label: label.trim().slice(0, 60) }, confidence: 0.7 }
  return byValues(values) ?? { target: ignore, confidence: 0.3 }
}

/** Attribute keys by the headings that may name them. Those the importer reads by itself keep their own targets. */
function attributeNames(vocabulary: Vocabulary): Map<string, string> {
  const names = new Map<string, string>()
  for (const category of vocabulary.categories) {
    const own = new Set(
      (['composition', 'safetyClass', 'season', 'cartonQuantity'] as const).map(
        (role) => attributeFor(category, role)?.key,
      ),
    )
    for (const attribute of category.attributes) {
      if (own.has(attribute.key)) continue
      for (const name of [attribute.name.zh, attribute.name.en, attribute.key]) {
        const key = headerKey(name)
        if (key && !names.has(key)) names.set(key, attribute.key)
      }
    }
  }
  return names
}

const isComposition = (value: string): boolean => /\d\s*%/.test(value) && 'parts' in readComposition(value)
/** The share of the values that pass, of those that are there. */
const share = (values: readonly string[], test: (value: string) => boolean): number => {
  const filled = values.filter((value) => value !== '').slice(0, 200)
  return filled.length === 0 ? 0 : filled.filter(test).length / filled.length
}

const tests: readonly (readonly [
  ColumnTarget['field'] &
    ('barcode' | 'image' | 'composition' | 'safetyClass' | 'season' | 'unit' | 'colour'),
  (value: string) => boolean,
])[] = [
  ['image', (value) => /\.(?:jpe?g|png|webp|gif|avif)$/i.test(value)],
  [
    'barcode',
    (value) =>
      /^69\d{11}$/.test(value) || (/^\d{12,14}$/.test(value) && 'valid' in (readBarcode(value) ?? {})),
  ],
  ['composition', isComposition],
  ['safetyClass', (value) => /类|class|31701/i.test(value) && readSafetyClass(value) !== null],
  ['season', (value) => value.length <= 6 && readSeasons(value) !== null],
  ['unit', (value) => readUnit(value) !== null],
  ['colour', (value) => readColour(value)?.hex != null],
]

/** A column without a known heading, judged by four fifths of its values. */
function byValues(values: readonly string[]): HeaderGuess | null {
  if (values.filter((value) => value !== '').length < 3) return null
  for (const [field, test] of tests)
    if (share(values, test) >= 0.8) return { target: { field }, confidence: 0.55 }
  return null
}

/** Titles without a Chinese character are English ones, whatever the heading says. */
function titleLanguage({ target, confidence }: HeaderGuess, filled: readonly string[]): HeaderGuess {
  if (target.field !== 'titleZh' || filled.length === 0) return { target, confidence }
  const chinese = filled.filter((value) => /\p{Script=Han}/u.test(value)).length
  return chinese * 5 < filled.length ? { target: { field: 'titleEn' }, confidence } : { target, confidence }
}

/**
 * Keeps one column for each meaning: the surest, a SKU's own before its product's, then the fullest. Others are kept where they add to
 * it: the fibres of another part, or an attribute under another name that no row fills twice.
 */
function oneColumnEach(columns: readonly ColumnMapping[], sheet: Sheet, layout: Layout): ColumnMapping[] {
  const filled = (column: ColumnMapping): number =>
    columnValues(sheet, layout, column.column).filter((value) => value !== '').length
  const rank = (column: ColumnMapping): number =>
    column.confidence +
    (/^(?:skus?|variants?|items?)\./i.test(column.header) && column.target.field !== 'styleNo' ? 0.2 : 0) +
    Math.min(filled(column), looked) / looked / 5
  const kept = new Map<string, ColumnMapping[]>()
  const apart = (one: ColumnMapping, other: ColumnMapping): boolean => {
    if (one.target.field === 'composition' && compositionPart(one.header) !== compositionPart(other.header))
      return true
    if (!isAttributePath(one.header) || !isAttributePath(other.header)) return false
    const others = columnValues(sheet, layout, other.column)
    return columnValues(sheet, layout, one.column).every((value, row) => value === '' || others[row] === '')
  }
  for (const column of columns.toSorted((a, b) => rank(b) - rank(a))) {
    const key = targetKey(column.target)
    const before = kept.get(key) ?? []
    if (before.every((other) => apart(column, other))) kept.set(key, [...before, column])
  }
  return columns.map((column) => {
    const key = targetKey(column.target)
    if (shared.has(key) || kept.get(key)?.includes(column)) return column
    const label = column.header.slice(column.header.lastIndexOf('.') + 1).slice(0, 60)
    const keep = isAttributePath(column.header) && label !== ''
    return { ...column, target: keep ? { field: 'line', label } : ignore, confidence: 0.5 }
  })
}

function targetKey(target: ColumnTarget): string {
  if (target.field === 'tierPrice') return `tierPrice ${target.minQuantity}`
  if (target.field === 'attribute') return `attribute ${target.key}`
  return target.field
}

const ofTheStyle = new Set([
  'styleNo',
  'titleZh',
  'titleEn',
  'category',
  'composition',
  'safetyClass',
  'season',
  'unit',
  'moq',
  'price',
  'tierPrice',
  'packNote',
  'mixedBatch',
  'origin',
  'attribute',
  'line',
  'colour',
  'leadTime',
  'hsCode',
  'description',
])

/** Lists that write a style's values in its first row only: the style number is blank in a third of the rows or more. */
function withFillDown(sheet: Sheet, layout: Layout, columns: readonly ColumnMapping[]): ColumnMapping[] {
  const sparse = (column: ColumnMapping): boolean => {
    const values = columnValues(sheet, layout, column.column)
    return values[0] !== '' && values.filter((value) => value === '').length * 3 >= values.length
  }
  const style =
    columns.find(({ target }) => target.field === 'styleNo') ??
    columns.find(({ target }) => target.field === 'titleZh' || target.field === 'titleEn')
  if (!style || !sparse(style)) return [...columns]
  return columns.map((column) =>
    ofTheStyle.has(column.target.field) && sparse(column) ? { ...column, fillDown: true } : column,
  )
}

/** Trimmed texts of a column over the table's first rows, without rows that are empty. */
export function columnValues(sheet: Sheet, layout: Layout, column: number): string[] {
  const values: string[] = []
  for (let index = layout.firstDataRow; index < layout.endRow && values.length < looked; index += 1) {
    const row = sheet.rows[index]
    if (!isEmptyRow(row)) values.push(cellAt(row, column).text.trim())
  }
  return values
}
