import type {
  CategoryChoice,
  ColumnMapping,
  ImportMapping,
  ImportNote,
  MappingConstants,
} from '#shared/catalogue/import.ts'
import type { Layout } from './find-layout.ts'
import { columnValues, guessColumns } from './guess-columns.ts'
import { headerKey } from './headers.ts'
import { mappingSignature } from './mapping-signature.ts'
import { readBarcode } from './normalise/barcode.ts'
import { cellAt, columnLetters, isEmptyRow, type Sheet } from './sheet.ts'
import type { Terms } from './terms.ts'
import { type CategoryFinder, categoryFinder, type Vocabulary } from './vocabulary.ts'

/**
 * A first reading of the list for the seller to confirm: what each column means, which values hold where the list is
 * silent, and which category each written one is. `remembered` is the mapping the shop confirmed for a list with the
 * same signature: its choices come back with confidence 1.
 */
export function guessMapping(
  sheet: Sheet,
  layout: Layout,
  vocabulary: Vocabulary,
  remembered?: ImportMapping,
  terms: Terms = layout.terms,
): ImportMapping {
  const signature = mappingSignature(layout.columns.map(({ header }) => header))
  const known = remembered?.signature === signature ? remembered : undefined
  const columns = withRemembered(guessColumns(sheet, layout, vocabulary), known)
  const finder = categoryFinder(vocabulary)
  const found = readCategories(sheet, layout, columns, finder)
  const categories = guessCategories(found, columns, finder, known)
  const constants =
    known?.constants ?? guessConstants(sheet, layout, columns, categories, vocabulary, finder, terms)
  return {
    signature,
    columns,
    constants,
    categories,
    notes: [
      ...notesFor(columns, constants, categories, layout, terms),
      ...notCarried(found, categories, finder),
    ],
  }
}

function withRemembered(
  columns: readonly ColumnMapping[],
  known: ImportMapping | undefined,
): ColumnMapping[] {
  const byHeader = new Map(known?.columns.map((column) => [headerKey(column.header), column]))
  return columns.map((column) => {
    const before = byHeader.get(headerKey(column.header))
    return before ? { ...column, target: before.target, confidence: 1 } : column
  })
}

/** Column numbers by what they mean. */
export function columnOf(
  columns: readonly ColumnMapping[],
  field: ColumnMapping['target']['field'],
): number | null {
  return columns.find(({ target }) => target.field === field)?.column ?? null
}

const maxCategories = 500

/** Each written category with its rows, and the categories that their titles name. */
type Found = ReadonlyMap<string, { readonly rows: number; readonly byTitle: ReadonlyMap<string, number> }>

function readCategories(
  sheet: Sheet,
  layout: Layout,
  columns: readonly ColumnMapping[],
  finder: CategoryFinder,
): Found {
  const column = columnOf(columns, 'category')
  const titleColumns = (['titleZh', 'titleEn'] as const).map((field) => columnOf(columns, field))
  const found = new Map<string, { rows: number; byTitle: Map<string, number> }>()
  for (let index = layout.firstDataRow; index < layout.endRow; index += 1) {
    const row = sheet.rows[index]
    if (isEmptyRow(row)) continue
    const written = column === null ? '' : cellAt(row, column).text.trim()
    const entry = found.get(written) ?? { rows: 0, byTitle: new Map<string, number>() }
    entry.rows += 1
    const title = titleColumns.map((at) => (at === null ? '' : cellAt(row, at).text)).join(' ')
    const id = finder.byTitle(title)?.categoryId
    if (id) entry.byTitle.set(id, (entry.byTitle.get(id) ?? 0) + 1)
    if (found.has(written) || found.size < maxCategories) found.set(written, entry)
  }
  return found
}

function guessCategories(
  found: Found,
  columns: readonly ColumnMapping[],
  finder: CategoryFinder,
  known: ImportMapping | undefined,
): CategoryChoice[] {
  const column = columnOf(columns, 'category')
  const chosen = new Map(known?.categories.map((choice) => [choice.written, choice.categoryId]))
  return [...found]
    .filter(([written]) => column === null || written !== '')

    .map(([written, { rows, byTitle: titles }]) => {
      const byTitle = [...titles.values()].reduce((sum, count) => sum + count, 0)
      const remembered = chosen.get(written)
      if (remembered && finder.get(remembered))
        return { written, rows, byTitle, categoryId: remembered, confidence: 1 }
      const named = written === '' ? null : finder.byWords(written)
      if (named) return { written, rows, byTitle, ...named }
      // A word such as "women" says nothing alone; when all its titles name one category, that is it.
      const [only] = titles
      const agreed = titles.size === 1 && only && only[1] === rows && column !== null ? only[0] : null
      return { written, rows, byTitle, categoryId: agreed, confidence: agreed ? 0.65 : 0 }
    })
}

function guessConstants(
  sheet: Sheet,
  layout: Layout,
  columns: readonly ColumnMapping[],
  categories: readonly CategoryChoice[],
  vocabulary: Vocabulary,
  finder: CategoryFinder,
  terms: Terms,
): MappingConstants {
  const main = [...categories]
    .sort((a, b) => b.rows - a.rows)
    .find(({ categoryId }) => categoryId)?.categoryId
  const unit = main ? finder.get(main)?.units[0] : undefined
  const prices = columnOf(columns, 'price')
  const barcodes = columnOf(columns, 'barcode')
  return {
    categoryId: null,
    currency: vocabulary.currency,
    priceScale: prices !== null && looksMinor(sheet, layout, prices) ? 'minor' : 'major',
    unit:
      unit === 'pair' ||
      unit === 'set' ||
      unit === 'box' ||
      unit === 'kilogram' ||
      unit === 'metre' ||
      unit === 'square-metre'
        ? unit
        : 'piece',
    moq: 1,
    stock: 0,
    leadTimeDays: terms.leadTimeDays?.days ?? 3,
    mixedBatch: terms.mixedBatch !== undefined,
    originCountry: 'CN',
    originPlace: { zh: '', en: '' },
    barcodes: barcodes !== null && mostlyOwnCodes(columnValues(sheet, layout, barcodes)) ? 'own' : 'gtin',
  }
}

/** Prices stored as whole numbers of four digits and more that end in 99, 00 or 50: a shop system's export in cents. */
function looksMinor(sheet: Sheet, layout: Layout, column: number): boolean {
  const cells = sheet.rows
    .slice(layout.firstDataRow, layout.endRow)
    .map((row) => cellAt(row, column))
    .filter((cell) => cell.text !== '')
  const whole = cells.filter(
    ({ number }) => number !== undefined && Number.isInteger(number) && number >= 500,
  )
  const typical = whole.filter(({ number = 0 }) => [0, 49, 50, 90, 95, 98, 99].includes(number % 100))
  return (
    sheet.fromObjects === true &&
    cells.length >= 3 &&
    whole.length === cells.length &&
    typical.length * 5 >= whole.length * 4
  )
}

function mostlyOwnCodes(values: readonly string[]): boolean {
  const codes = values.flatMap((value) => {
    const reading = value === '' ? null : readBarcode(value)
    return reading && 'valid' in reading ? [reading.valid] : []
  })
  return codes.length >= 10 && codes.filter((valid) => !valid).length * 3 > codes.length
}

/** Tells how many rows are of categories that the market does not carry: by their written category, else by their titles. */
function notCarried(
  found: Found,
  categories: readonly CategoryChoice[],
  finder: CategoryFinder,
): ImportNote[] {
  const chosen = new Map(categories.map(({ written, categoryId }) => [written, categoryId]))
  const foreign = new Map<string, number>()
  for (const [written, { rows, byTitle }] of found) {
    const id = chosen.get(written)
    for (const [categoryId, count] of id ? [[id, rows] as const] : byTitle)
      if (!finder.isCarried(categoryId)) foreign.set(categoryId, (foreign.get(categoryId) ?? 0) + count)
  }
  if (foreign.size === 0) return []
  const names = [...foreign.keys()].map((id) => finder.get(id)?.name)
  const facts = {
    count: [...foreign.values()].reduce((sum, count) => sum + count, 0),
    words: names.map((name) => name?.zh).join('、'),
    wordsEn: names.map((name) => name?.en).join(', '),
  }
  return [{ code: 'categories-not-carried', facts }]
}

function notesFor(
  columns: readonly ColumnMapping[],
  constants: MappingConstants,
  categories: readonly CategoryChoice[],
  layout: Layout,
  terms: Terms,
): ImportNote[] {
  const has = (field: ColumnMapping['target']['field']): boolean =>
    columns.some(({ target }) => target.field === field)
  const notes: ImportNote[] = []
  const note = (when: boolean, code: ImportNote['code'], facts: ImportNote['facts'] = {}): void => {
    if (when) notes.push({ code, facts })
  }
  const label = ({ header, column }: ColumnMapping): string => header || columnLetters(column)
  const unused = columns
    .filter(({ target, samples }) => target.field === 'ignore' && samples.length > 0)
    .map(label)
  note(!has('price') && !has('tierPrice'), 'no-price-column')
  note(!has('titleZh') && !has('titleEn'), 'no-title-column')
  note(constants.priceScale === 'minor', 'price-in-minor-units', { currency: constants.currency })
  note(!has('styleNo'), 'style-numbers-made')
  note(!has('stock') && layout.sizeColumns.length === 0, 'no-stock-column', { stock: constants.stock })
  note(!has('moq'), 'no-moq-column', { moq: constants.moq })
  note(!has('leadTime') && !terms.leadTimeDays, 'no-lead-time-column', { days: constants.leadTimeDays })
  note(constants.barcodes === 'own', 'own-barcodes')
  note(has('retailPrice'), 'retail-price-unused')
  note(
    columns.some(({ target, samples }) => target.field === 'image' && samples.length > 0),
    'pictures-by-name',
  )
  const open = categories.filter(({ categoryId, rows, byTitle }) => categoryId === null && byTitle < rows)
  note(open.length > 0, 'category-to-choose', {
    count: open.length,
    words: open
      .slice(0, 5)
      .map(({ written }) => written)
      .filter(Boolean)
      .join('、'),
  })
  note(unused.length > 0, 'columns-unused', { columns: unused.slice(0, 12).join('、'), count: unused.length })
  if (terms.mixedBatch) {
    const { amount, quantity, source } = terms.mixedBatch
    notes.push({
      code: 'term-mixed-batch',
      facts: { amount: amount ?? '', quantity: quantity ?? '', source },
    })
  }
  if (terms.leadTimeDays) notes.push({ code: 'term-lead-time', facts: { ...terms.leadTimeDays } })
  if (terms.returnDays) notes.push({ code: 'term-returns', facts: { ...terms.returnDays } })
  return notes
}
