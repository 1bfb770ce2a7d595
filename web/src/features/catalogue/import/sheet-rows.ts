import type { CellCorrection, CellProblem, ColumnMapping } from '#shared/catalogue/import.ts'
import type { ImportCode } from '#shared/catalogue/import-codes.ts'

export type SheetRow = {
  row: number
  state: 'ok' | 'warning' | 'error' | 'ignored'
  cells: readonly CellProblem[]
  written: readonly string[]
}

/** "A", "Z", "AA": a column as the spreadsheet program names it. */
export function columnLetter(column: number): string {
  const rest = Math.floor(column / 26)
  return (rest > 0 ? columnLetter(rest - 1) : '') + String.fromCharCode(65 + (column % 26))
}

/** The address of a cell as the spreadsheet program shows it. */
export const cellAddress = (row: number, column: number): string => `${columnLetter(column)}${row}`

/** Problems worth a look: notes say only how a cell was read. */
export const troubles = (row: SheetRow): CellProblem[] => row.cells.filter((cell) => cell.level !== 'note')

/** The problem that a cell shows when it has several: an error before a warning. */
export const gravest = (cells: readonly CellProblem[], column: number): CellProblem | undefined => {
  const own = cells.filter((cell) => cell.column === column)
  return own.find((cell) => cell.level === 'error') ?? own[0]
}

export type Shown = { kind: 'row'; row: SheetRow } | { kind: 'fold'; from: number; to: number }

/** Rows that need a look, in the order of the file, with the good ones between them folded. `rows` must be sorted by row. */
export function fold(rows: readonly SheetRow[], first: number, last: number): Shown[] {
  const shown: Shown[] = []
  let next = first
  for (const row of rows) {
    if (row.row > next) shown.push({ kind: 'fold', from: next, to: row.row - 1 })
    shown.push({ kind: 'row', row })
    next = row.row + 1
  }
  if (next <= last) shown.push({ kind: 'fold', from: next, to: last })
  return shown
}

/** How often each reason occurs, the most frequent first. */
export function countByCode(
  rows: readonly SheetRow[],
): { code: ImportCode; count: number; level: CellProblem['level'] }[] {
  const counts = new Map<ImportCode, { count: number; level: CellProblem['level'] }>()
  for (const cell of rows.flatMap(troubles)) {
    const known = counts.get(cell.code)
    counts.set(cell.code, {
      count: (known?.count ?? 0) + 1,
      level: known?.level === 'error' ? 'error' : cell.level,
    })
  }
  return [...counts]
    .map(([code, value]) => ({ code, ...value }))
    .sort((a, b) => Number(b.level === 'error') - Number(a.level === 'error') || b.count - a.count)
}

export type Picked = { row: number; column: number; problem: CellProblem | null }

/**
 * Cells of the same column with the same fault that can be mended together: each by its own suggestion, or, where the same was written,
 * by the same value. The picked cell itself is not among them.
 */
export function sameFaults(rows: readonly SheetRow[], picked: Picked, value: string): CellCorrection[] {
  const { problem } = picked
  if (problem === null) return []
  const written = rows.find((row) => row.row === picked.row)?.written[picked.column] ?? ''
  return rows.flatMap((row) =>
    row.cells.flatMap((cell): CellCorrection[] => {
      if (cell.column !== picked.column || cell.code !== problem.code || row.row === picked.row) return []
      const own = (row.written[picked.column] ?? '') === written ? value : cell.suggestion
      return own === undefined || own === row.written[picked.column]
        ? []
        : [{ row: row.row, column: picked.column, value: own }]
    }),
  )
}

/** Columns that the preview shows: those that mean something, in the order of the file. */
export const shownColumns = (columns: readonly ColumnMapping[]): ColumnMapping[] =>
  columns.filter((column) => column.target.field !== 'ignore').toSorted((a, b) => a.column - b.column)

const alwaysShown: ReadonlySet<string> = new Set([
  'styleNo',
  'titleZh',
  'titleEn',
  'colour',
  'size',
  'price',
  'moq',
  'stock',
])

/** Columns worth a look: what tells rows apart, prices and stock, and those where something is wrong, so that no problem hides beyond the edge. */
export const telling = (columns: readonly ColumnMapping[], rows: readonly SheetRow[]): ColumnMapping[] => {
  const troubled = new Set(rows.flatMap((row) => troubles(row).map((cell) => cell.column)))
  return columns.filter((column) => alwaysShown.has(column.target.field) || troubled.has(column.column))
}

/** All problems of the rows in reading order, for the way from one to the next. */
export const stops = (rows: readonly SheetRow[]): Picked[] =>
  rows.flatMap((row) =>
    troubles(row)
      .filter((cell) => cell.column !== null && gravest(troubles(row), cell.column) === cell)
      .toSorted((a, b) => (a.column ?? 0) - (b.column ?? 0))
      .map((problem) => ({ row: row.row, column: problem.column ?? 0, problem })),
  )
