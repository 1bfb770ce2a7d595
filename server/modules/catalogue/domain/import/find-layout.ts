import { headerTarget, isAttributePath, sizeHeader } from './headers.ts'
import { looksLikeSize } from './normalise/size.ts'
import { type Cell, cellAt, columnLetters, type DecodedFile, isEmptyRow, type Sheet } from './sheet.ts'
import { findTerms, type NoteText, notesOf, type Terms } from './terms.ts'

export type LayoutKind = 'row-per-sku' | 'size-matrix' | 'json-objects' | 'notes'
export type LayoutColumn = {
  readonly column: number
  /** Own heading; of two-level headings the lower one, or the upper one where it covers both. */
  readonly header: string
  /** Upper heading that spans several columns, else ''. */
  readonly group: string
}
export type Layout = {
  readonly kind: LayoutKind
  /** Positions in `sheet.rows`, 0-based; `headerRows` is empty when the table has no headings. */
  readonly headerRows: readonly number[]
  readonly firstDataRow: number
  /** One past the last row of the table. */
  readonly endRow: number
  readonly columns: readonly LayoutColumn[]
  readonly sizeColumns: readonly { readonly column: number; readonly size: string }[]
  readonly notes: readonly NoteText[]
  readonly terms: Terms
}

const headerSearch = 30

/**
 * Where a sheet's table lies: title rows, one or two heading rows, data, size columns of a matrix, and the notes around
 * it with the terms they state. A sheet without a table is `notes`.
 */
export function findLayout(sheet: Sheet): Layout {
  const header = sheet.fromObjects ? 0 : findHeader(sheet)
  if (header === null) return headless(sheet)
  const second = !sheet.fromObjects && isSecondHeader(sheet, header)
  const headerRows = second ? [header, header + 1] : [header]
  const columns = columnsOf(sheet, header, second)
  const sizeColumns = sheet.fromObjects ? [] : findSizeColumns(columns)
  const firstDataRow = header + headerRows.length
  const { endRow, footnotes } = tableEnd(sheet, firstDataRow)
  const above = sheet.rows.slice(0, header)
  const notes = [...notesOf({ ...sheet, rows: above }), ...footnotes]
  const kind = sheet.fromObjects ? 'json-objects' : sizeColumns.length > 0 ? 'size-matrix' : 'row-per-sku'
  return { kind, headerRows, firstDataRow, endRow, columns, sizeColumns, notes, terms: findTerms(notes) }
}

/** The layouts of all sheets and the sheet that most likely holds the goods; null when none does. */
export function findMainSheet(file: DecodedFile): { index: number; layouts: Layout[]; terms: Terms } | null {
  const layouts = file.sheets.map(findLayout)
  let best: { index: number; score: number } | null = null
  for (const [index, layout] of layouts.entries()) {
    if (layout.kind === 'notes') continue
    const fields = new Set(
      layout.columns.map(({ header }) => headerTarget(header)?.target.field).filter(Boolean),
    )
    const telling = ['price', 'tierPrice', 'titleZh', 'styleNo', 'stock', 'colour'].filter((field) =>
      fields.has(field as 'price'),
    ).length
    const score =
      telling * 10 +
      fields.size +
      layout.sizeColumns.length +
      Math.log10(1 + layout.endRow - layout.firstDataRow)
    if (!best || score > best.score) best = { index, score }
  }
  if (!best) return null
  const terms = findTerms(layouts.flatMap((layout) => layout.notes))
  return { index: best.index, layouts, terms }
}

/** The row with the most different headings that are known words or sizes; at least two. */
function findHeader(sheet: Sheet): number | null {
  let best: { row: number; score: number } | null = null
  for (let index = 0; index < Math.min(headerSearch, sheet.rows.length); index += 1) {
    const row = sheet.rows[index] ?? []
    const fields = new Set<string>()
    let filled = 0
    for (const cell of row) {
      const text = cell.text.trim()
      if (text === '' || text.length > 60 || cell.mergedFrom) continue
      filled += 1
      const guess = cell.number === undefined ? headerTarget(text) : null
      if (isAttributePath(text)) fields.add(text)
      else if (guess) fields.add(guess.target.field === 'tierPrice' ? text : guess.target.field)
    }
    const score = fields.size - (filled - fields.size) * 0.2
    if (fields.size >= 2 && fields.size * 3 >= filled && score > (best?.score ?? 0) + 0.5)
      best = { row: index, score }
  }
  return best?.row ?? null
}

/** A second heading row splits the groups of the first and is empty, or merged from above, under the other headings. */
function isSecondHeader(sheet: Sheet, header: number): boolean {
  const upper = sheet.rows[header] ?? []
  const lower = sheet.rows[header + 1] ?? []
  let own = 0
  let headings = 0
  let loose = 0
  for (let column = 0; column < Math.max(upper.length, lower.length); column += 1) {
    const cell = cellAt(lower, column)
    if (cell.text.trim() === '' || cell.mergedFrom?.[0] === header) continue
    own += 1
    const above = cellAt(upper, column)
    const grouped =
      above.text.trim() === '' ||
      above.mergedFrom !== undefined ||
      above.text.trim() === groupAt(upper, column + 1)
    if (!grouped) loose += 1
    if (looksLikeSize(cell.text) || headerTarget(cell.text)) headings += 1
  }
  return own >= 2 && headings * 2 > own && loose === 0
}

/** The heading a cell belongs to: its own, its merged range's, or the last one to its left where groups were not merged. */
function groupAt(row: readonly Cell[], column: number): string {
  for (let at = column; at >= 0; at -= 1) {
    const text = cellAt(row, at).text.trim()
    if (text !== '') return text
  }
  return ''
}

function columnsOf(sheet: Sheet, header: number, second: boolean): LayoutColumn[] {
  const upper = sheet.rows[header] ?? []
  const lower = second ? (sheet.rows[header + 1] ?? []) : []
  const width = sheet.rows.slice(header, header + 200).reduce((most, row) => Math.max(most, row.length), 0)
  const columns: LayoutColumn[] = []
  for (let column = 0; column < width; column += 1) {
    const above = cellAt(upper, column).text.trim().replace(/\s+/g, ' ')
    const below = cellAt(lower, column)
    const own = below.mergedFrom?.[0] === header ? '' : below.text.trim().replace(/\s+/g, ' ')
    const header_ = own === '' ? above : own
    columns.push({
      column,
      header: header_.slice(0, 100),
      group: own === '' ? '' : groupAt(upper, column).slice(0, 100),
    })
  }
  return columns
}

/** At least two neighbouring headings that are sizes; a single one, or one that stands alone, is something else. */
function findSizeColumns(columns: readonly LayoutColumn[]): { column: number; size: string }[] {
  const found = columns.flatMap(({ column, header, group }) => {
    const size = sizeHeader(header, group)
    return size ? [{ column, size }] : []
  })
  const runs = found.filter(({ column }) => found.some((other) => Math.abs(other.column - column) === 1))
  return runs.length >= 2 ? runs : []
}

/** The table ends with its last row that fills two cells; single cells after it are footnotes. */
function tableEnd(sheet: Sheet, firstDataRow: number): { endRow: number; footnotes: NoteText[] } {
  let endRow = sheet.rows.length
  while (endRow > firstDataRow && ownCells(sheet, endRow - 1) < 2) endRow -= 1
  if (endRow === firstDataRow) endRow = sheet.rows.length
  const footnotes = notesOf({ ...sheet, rows: sheet.rows.slice(endRow), firstRow: sheet.firstRow + endRow })
  return { endRow, footnotes }
}

/** Cells that say something; a range merged within the row counts once. */
function ownCells(sheet: Sheet, index: number): number {
  const row = sheet.rows[index] ?? []
  return row.filter((cell) => cell.text.trim() !== '' && cell.mergedFrom?.[0] !== index).length
}

/** Without known headings: a table when three columns run through at least three rows, else notes. */
function headless(sheet: Sheet): Layout {
  const filled = sheet.rows.filter((_, index) => ownCells(sheet, index) >= 3).length
  const first = sheet.rows.findIndex((_, index) => ownCells(sheet, index) >= 3)
  if (filled < 3 || first < 0 || filled * 2 < sheet.rows.filter((row) => !isEmptyRow(row)).length) {
    const notes = notesOf(sheet)
    return {
      kind: 'notes',
      headerRows: [],
      firstDataRow: sheet.rows.length,
      endRow: sheet.rows.length,
      columns: [],
      sizeColumns: [],
      notes,
      terms: findTerms(notes),
    }
  }
  const width = sheet.rows.slice(0, 200).reduce((most, row) => Math.max(most, row.length), 0)
  const columns = Array.from({ length: width }, (_, column) => ({
    column,
    header: columnLetters(column),
    group: '',
  }))
  const { endRow, footnotes } = tableEnd(sheet, first)
  const notes = [...notesOf({ ...sheet, rows: sheet.rows.slice(0, first) }), ...footnotes]
  return {
    kind: 'row-per-sku',
    headerRows: [],
    firstDataRow: first,
    endRow,
    columns,
    sizeColumns: [],
    notes,
    terms: findTerms(notes),
  }
}
