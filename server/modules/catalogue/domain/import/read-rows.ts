import type {
  ColumnMapping,
  ImportMapping,
  RowPreview,
  RowState,
  RowValues,
} from '#shared/catalogue/import.ts'
import type { ImportCode } from '#shared/catalogue/import-codes.ts'
import { addLine, type CellContext, cellProblem, report } from './cell-context.ts'
import type { Layout } from './find-layout.ts'
import { headerKey } from './headers.ts'
import { audienceOption, readAudience } from './normalise/audience.ts'
import { plainText } from './normalise/plain-text.ts'
import {
  readCarton,
  readCurrencyCell,
  readMoq,
  readPackCell,
  readPriceCell,
  readSizeStock,
  readStockCell,
  readWeightCell,
} from './read-amounts.ts'
import {
  cleanText,
  readAttribute,
  readBarcodeCell,
  readColourCell,
  readCompositionCell,
  readHsCode,
  readLeadTimeCell,
  readNote,
  readOriginCell,
  readSafetyCell,
  readSeasonCell,
  readSizeCell,
  readStyleNo,
  readTitle,
  readUnitCell,
  readYesNoCell,
} from './read-words.ts'
import { type Cell, cellAt, isEmptyRow, type Sheet } from './sheet.ts'
import { type CategoryFinder, categoryFinder, type Vocabulary } from './vocabulary.ts'

export type ReadOptions = {
  /** The day of reading, YYYY-MM-DD: a note such as "预售 12/10发" means the next such day. */
  readonly today: string
  /** First row to read, 1-based as shown: where an interrupted reading goes on. */
  readonly fromRow?: number
}

/**
 * Reads the table row by row; each row is judged alone (what only shows among the rows of a style is found by
 * `assembleProducts`). The generator keeps no state that `fromRow` could miss, so a job may stop after any row and go on.
 */
export function* readRows(
  sheet: Sheet,
  layout: Layout,
  mapping: ImportMapping,
  vocabulary: Vocabulary,
  options: ReadOptions,
): Generator<RowPreview, void, void> {
  const finder = categoryFinder(vocabulary)
  const reader = rowReader(layout, mapping, finder, options.today)
  const from = Math.max(layout.firstDataRow, (options.fromRow ?? 0) - sheet.firstRow)
  const carried = carryBefore(sheet, layout, mapping, from)
  for (let index = from; index < layout.endRow; index += 1) {
    const row = sheet.rows[index] ?? []
    const shown = sheet.firstRow + index
    const skipped = reasonToIgnore(sheet, layout, mapping, index)
    if (skipped) {
      yield ignored(shown, row, skipped)
      continue
    }
    carry(mapping, row, carried)
    yield reader(row, shown, carried)
  }
}

function ignored(row: number, cells: readonly Cell[], code: ImportCode): RowPreview {
  const text = cells.find((cell) => cell.text.trim() !== '')?.text.trim() ?? ''
  return {
    row,
    state: 'ignored',
    cells: [{ column: null, level: 'note', code, facts: { row, value: text.slice(0, 200) } }],
    values: {},
  }
}

const totals =
  /^(?:本页|本款|全部)?(?:合计|小计|总计|共计|累计|合 计|小 计|sub-?total|grand total|total)(?:\s*[:：(（].*)?$/i

function reasonToIgnore(
  sheet: Sheet,
  layout: Layout,
  mapping: ImportMapping,
  index: number,
): ImportCode | null {
  const row = sheet.rows[index]
  if (isEmptyRow(row)) return 'row-empty'
  const filled = (row ?? []).filter((cell) => cell.text.trim() !== '' && cell.mergedFrom?.[0] !== index)
  const own = filled.filter((cell) => !cell.mergedFrom)
  if (
    own.slice(0, 3).some((cell) => totals.test(cell.text.trim())) &&
    own.length <= Math.max(6, layout.sizeColumns.length + 4)
  )
    return 'row-subtotal'
  const headings = new Set(layout.columns.map(({ header }) => headerKey(header)).filter(Boolean))
  const repeated = filled.filter((cell) => headings.has(headerKey(cell.text))).length
  if (repeated >= 3 && repeated * 3 >= filled.length * 2) return 'row-repeated-header'
  if (filled.length !== 1 || mapping.columns.length < 3) return null
  const text = filled[0]?.text.trim() ?? ''
  return /^(?:注|备注|说明|※|\*|★|●|note|remark)/i.test(text) || text.length > 30 || /[。；;!！]$/.test(text)
    ? 'row-footnote'
    : 'row-group-title'
}

/** Values written in a style's first row hold until the next style number. */
function carry(mapping: ImportMapping, row: readonly Cell[], carried: Map<number, string>): void {
  const filling = mapping.columns.filter(({ fillDown }) => fillDown)
  const [style] = filling
  if (style && cellAt(row, style.column).text.trim() !== '') carried.clear()
  for (const { column } of filling) {
    const text = cellAt(row, column).text
    if (text.trim() !== '') carried.set(column, text)
  }
}

function carryBefore(
  sheet: Sheet,
  layout: Layout,
  mapping: ImportMapping,
  from: number,
): Map<number, string> {
  const carried = new Map<number, string>()
  const style = mapping.columns.find(({ fillDown }) => fillDown)
  if (!style) return carried
  let start = from - 1
  while (start > layout.firstDataRow && cellAt(sheet.rows[start], style.column).text.trim() === '') start -= 1
  for (let index = Math.max(start, layout.firstDataRow); index < from; index += 1) {
    if (!reasonToIgnore(sheet, layout, mapping, index)) carry(mapping, sheet.rows[index] ?? [], carried)
  }
  return carried
}

type RowReader = (row: readonly Cell[], shown: number, carried: ReadonlyMap<number, string>) => RowPreview

// Category and titles first: how the other cells are read depends on the category.
const order = ['styleNo', 'titleZh', 'titleEn', 'category']

function rowReader(layout: Layout, mapping: ImportMapping, finder: CategoryFinder, today: string): RowReader {
  const used = mapping.columns.filter(
    ({ target }) => target.field !== 'ignore' && target.field !== 'retailPrice',
  )
  const sorted = [...used].sort((a, b) => rank(a) - rank(b))
  const written = new Map(mapping.categories.map((choice) => [choice.written, choice.categoryId]))
  const hasCategoryColumn = used.some(({ target }) => target.field === 'category')
  const sizes = layout.sizeColumns.length > 0 ? layout.sizeColumns.map(({ size }) => size) : []
  return (row, shown, carried) => {
    const values: RowValues = {}
    const problems: RowPreview['cells'] = []
    let resolved = false
    let categoryWords = ''
    for (const column of sorted) {
      const cell = cellAt(row, column.column)
      const text = cell.text.trim() === '' ? (carried.get(column.column) ?? cell.text) : cell.text
      if (!resolved && rank(column) > 3) {
        if (!hasCategoryColumn) chooseCategory('', null)
        resolved = true
      }
      const category = values.categoryId === undefined ? undefined : finder.get(values.categoryId)
      const context: CellContext = {
        text,
        number: cell.number,
        row: shown,
        mapping: column,
        constants: mapping.constants,
        category,
        sizes,
        today,
        values,
        problems,
      }
      if (column.target.field === 'category') chooseCategory(text.trim(), context)
      else readOne(context)
    }
    tellAudience()
    // Readings are pushed in reading order; a person reads them from left to right.
    problems.sort((a, b) => (a.column ?? -1) - (b.column ?? -1))
    return { row: shown, state: stateOf(problems), cells: problems, values }

    function chooseCategory(words: string, context: CellContext | null): void {
      categoryWords = words
      const title = titleOf()
      const id =
        written.get(words) ??
        finder.byTitle(title)?.categoryId ??
        (words === '' ? null : finder.byWords(words)?.categoryId) ??
        mapping.constants.categoryId
      const found = id ? finder.get(id) : undefined
      // Where the title decides, the title is what the seller must look at.
      const byTitle = found !== undefined && (words === '' || !written.get(words))
      const place =
        context && !byTitle
          ? { row: shown, column: context.mapping.column, text: context.text, field: 'category' }
          : { ...titlePlace(), field: 'category' }
      if (id && found?.leaf) {
        values.categoryId = id
        if (finder.isCarried(id)) return
        const facts = { category: found.name.zh, categoryEn: found.name.en }
        problems.push(cellProblem(place, 'warning', 'category-not-carried', facts))
      } else {
        const code = context && words === '' ? 'category-missing' : 'category-unknown'
        problems.push(cellProblem(place, 'error', code))
      }
    }

    /** Whom goods are for, where the category asks and no column says: from the category's words (女童, women), else from the title. */
    function tellAudience(): void {
      const category = values.categoryId === undefined ? undefined : finder.get(values.categoryId)
      const gender = category?.attributes.find(({ key, type }) => key === 'gender' && type === 'choice')
      if (!category || !gender || values.attributes?.gender !== undefined) return
      const said = readAudience(categoryWords) ?? readAudience(titleOf())
      const audience = said ?? readAudience(`${category.name.zh} ${category.name.en}`)
      const option = audience && audienceOption(audience, gender.options ?? [])
      if (!option) return
      values.attributes = { ...values.attributes, gender: option }
      const named = gender.options?.find(({ value }) => value === option)?.name
      const facts = { as: named?.zh ?? option, asEn: named?.en ?? option }
      problems.push(cellProblem({ ...titlePlace(), field: 'attribute' }, 'note', 'audience-read', facts))
    }

    function titleOf(): string {
      return `${values.titleZh ?? ''} ${values.titleEn ?? ''}`
    }
    function titlePlace(): { row: number; column: number; text: string } {
      const column = sorted.find(({ target }) => target.field === 'titleZh' || target.field === 'titleEn')
      return { row: shown, column: column?.column ?? 0, text: titleOf().trim() }
    }
  }
}

const rank = ({ target }: ColumnMapping): number => {
  const at = order.indexOf(target.field)
  return at < 0 ? order.length : at
}

function stateOf(problems: RowPreview['cells']): RowState {
  if (problems.some(({ level }) => level === 'error')) return 'error'
  return problems.some(({ level }) => level === 'warning') ? 'warning' : 'ok'
}

/** Fields whose blank cell is a fault by itself; the others are judged among the rows of their style. */
const required = new Set(['price', 'stock', 'moq', 'samplePrice'])

function readOne(cell: CellContext): void {
  const { target } = cell.mapping
  if (/^#(?:REF!|N\/A|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!)$/.test(cell.text.trim())) {
    report(cell, target.field === 'note' || target.field === 'image' ? 'warning' : 'error', 'formula-error')
    return
  }
  if (cell.text.trim() === '' && !required.has(target.field)) return
  if (target.field === 'tierPrice') {
    const unitPrice = readPriceCell(cell)
    if (unitPrice !== null) {
      cell.values.tiers = [
        ...(cell.values.tiers ?? []),
        { minQuantity: target.minQuantity, unitPrice, column: cell.mapping.column },
      ]
    }
  } else if (target.field === 'sizeStock') readSizeStock(cell, target.size)
  else if (target.field === 'attribute') readAttribute(cell, target.key)
  else if (target.field === 'line') addLine(cell.values, target.label, cleanText(cell, 1000))
  else readers[target.field]?.(cell)
}

const readers: Readonly<Partial<Record<ColumnMapping['target']['field'], (cell: CellContext) => void>>> = {
  styleNo: readStyleNo,
  articleNo: (cell) => {
    cell.values.articleNo = cleanText(cell, 64)
  },
  titleZh: (cell) => readTitle(cell, 'titleZh'),
  titleEn: (cell) => readTitle(cell, 'titleEn'),
  colour: readColourCell,
  size: readSizeCell,
  composition: readCompositionCell,
  safetyClass: readSafetyCell,
  season: readSeasonCell,
  unit: readUnitCell,
  moq: (cell) => {
    if (cell.text.trim() === '') report(cell, 'warning', 'missing', { as: cell.constants.moq })
    else readMoq(cell)
  },
  price: (cell) => {
    const price = readPriceCell(cell)
    if (price !== null) cell.values.price = price
  },
  samplePrice: (cell) => {
    const price = cell.text.trim() === '' ? null : readPriceCell(cell)
    if (price !== null) cell.values.samplePrice = price
  },
  stock: (cell) => {
    const stock = readStockCell(cell)
    if (stock !== null) cell.values.stock = stock
  },
  barcode: readBarcodeCell,
  cartonQuantity: readCarton,
  weight: readWeightCell,
  origin: readOriginCell,
  image: (cell) => {
    const names = cell.text
      .split(/\s*[\n,，;；|]\s*|\s+\/\s+/)
      .map((name) => name.trim())
      .filter(Boolean)
    cell.values.images = [...(cell.values.images ?? []), ...names].slice(0, 20)
  },
  description: (cell) => {
    const text = plainText(cleanText(cell, 20_000)).slice(0, 4000)
    cell.values.description = [cell.values.description, text].filter(Boolean).join('\n').slice(0, 4000)
  },
  packNote: readPackCell,
  mixedBatch: readYesNoCell,
  leadTime: readLeadTimeCell,
  currency: readCurrencyCell,
  hsCode: readHsCode,
  note: readNote,
}
