import type { CellCorrection, CellProblem, RowPreview } from '#shared/catalogue/import.ts'
import { type Cell, cellAt, emptyCell, type Sheet } from './sheet.ts'

/**
 * The sheet with corrected cells; only rows that change are copied. Correcting one cell of a merged range corrects the
 * range, since the list shows it as one. Corrections outside the sheet are left out. Rows are read anew afterwards.
 */
export function applyCorrections(sheet: Sheet, corrections: readonly CellCorrection[]): Sheet {
  const rows: (readonly Cell[])[] = [...sheet.rows]
  for (const { row, column, value } of corrections) {
    const index = row - sheet.firstRow
    if (index < 0 || index >= rows.length) continue
    const [top, left] = cellAt(rows[index], column).mergedFrom ?? [index, column]
    rows[top] = withCell(rows[top] ?? [], left, value === '' ? emptyCell : { text: value })
    for (let below = top; below < rows.length; below += 1) {
      const merged = (rows[below] ?? []).flatMap((cell, at) =>
        cell.mergedFrom?.[0] === top && cell.mergedFrom[1] === left ? [at] : [],
      )
      if (merged.length === 0 && below > top) break
      for (const at of merged)
        rows[below] = withCell(rows[below] ?? [], at, { text: value, mergedFrom: [top, left] })
    }
  }
  return { ...sheet, rows }
}

function withCell(row: readonly Cell[], column: number, cell: Cell): Cell[] {
  const copy = [...row]
  while (copy.length < column) copy.push(emptyCell)
  copy[column] = cell
  return copy
}

export type SimilarCell = { readonly row: number; readonly column: number; readonly suggestion?: string }

/** Other cells of the column with the same fault, each with its own suggestion: "correct these 4 too". */
export function similarCells(
  rows: Iterable<RowPreview>,
  cell: { row: number; problem: CellProblem },
): SimilarCell[] {
  const { column, code, level } = cell.problem
  if (column === null) return []
  const similar: SimilarCell[] = []
  for (const row of rows) {
    if (row.row === cell.row) continue
    const found = row.cells.find(
      (problem) => problem.column === column && problem.code === code && problem.level === level,
    )
    if (found)
      similar.push({
        row: row.row,
        column,
        ...(found.suggestion === undefined ? {} : { suggestion: found.suggestion }),
      })
  }
  return similar
}
