import type { ImportMapping, ProblemLevel, RowPreview, TargetField } from '#shared/catalogue/import.ts'
import type { Facts, ImportCode } from '#shared/catalogue/import-codes.ts'
import { cellProblem } from './cell-context.ts'
import { cellAt, type Sheet } from './sheet.ts'

/** The rows of one style, in the order of the list. */
export type StyleGroup = { readonly key: string; readonly rows: RowPreview[] }

/** What the judging of styles works on. Rows are copies that it may mark. */
export type Workbench = {
  readonly sheet: Sheet
  readonly mapping: ImportMapping
  readonly rows: readonly RowPreview[]
}

export const hasError = (row: RowPreview): boolean => row.state === 'error' || row.state === 'ignored'

/** Marks the cell of `field` (or `column`) in a row and raises the row's state. */
export function mark(
  bench: Workbench,
  row: RowPreview,
  field: TargetField,
  level: ProblemLevel,
  code: ImportCode,
  facts: Facts = {},
  suggestion?: string,
  column?: number,
): void {
  const at = column ?? bench.mapping.columns.find(({ target }) => target.field === field)?.column ?? 0
  const text = cellAt(bench.sheet.rows[row.row - bench.sheet.firstRow], at).text
  row.cells.push(cellProblem({ row: row.row, column: at, text, field }, level, code, facts, suggestion))
  if (level === 'error' && row.state !== 'ignored') row.state = 'error'
  else if (level === 'warning' && row.state === 'ok') row.state = 'warning'
}

/** Whether the cell of `field` has an error already: what it says cannot be missed as well. */
export const isMarked = (bench: Workbench, row: RowPreview, field: TargetField): boolean =>
  row.cells.some(
    ({ column, level }) =>
      level === 'error' &&
      bench.mapping.columns.some((each) => each.column === column && each.target.field === field),
  )

export const hasColumn = (bench: Workbench, field: TargetField): boolean =>
  bench.mapping.columns.some(({ target }) => target.field === field)

export const written = (bench: Workbench, row: RowPreview, column: number): string =>
  cellAt(bench.sheet.rows[row.row - bench.sheet.firstRow], column).text.trim()

export type Tally<T> = {
  readonly value: T
  readonly count: number
  readonly total: number
  readonly distinct: number
}

/** The most common value by its key; of equals the one `prefer` likes, else the first. Null: no row has any. */
export function mostCommon<T>(
  values: readonly T[],
  keyOf: (value: T) => string,
  prefer?: (a: T, b: T) => boolean,
): Tally<T> | null {
  const counts = new Map<string, { value: T; count: number }>()
  for (const value of values) {
    const key = keyOf(value)
    const entry = counts.get(key)
    if (entry) entry.count += 1
    else counts.set(key, { value, count: 1 })
  }
  let best: { value: T; count: number } | null = null
  for (const entry of counts.values()) {
    if (
      !best ||
      entry.count > best.count ||
      (entry.count === best.count && prefer?.(entry.value, best.value))
    )
      best = entry
  }
  return best ? { ...best, total: values.length, distinct: counts.size } : null
}
