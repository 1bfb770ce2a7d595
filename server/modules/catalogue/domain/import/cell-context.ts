import type { Category } from '#shared/catalogue/category.ts'
import type {
  CellProblem,
  ColumnMapping,
  MappingConstants,
  ProblemLevel,
  RowValues,
} from '#shared/catalogue/import.ts'
import type { Facts, ImportCode } from '#shared/catalogue/import-codes.ts'
import { cellAddress } from './sheet.ts'

/** One cell being read, with what its row has told so far. Readers write into `values` and report into `problems`. */
export type CellContext = {
  readonly text: string
  readonly number: number | undefined
  readonly row: number
  readonly mapping: ColumnMapping
  readonly constants: MappingConstants
  readonly category: Category | undefined
  readonly sizes: readonly string[]
  readonly today: string
  readonly values: RowValues
  readonly problems: CellProblem[]
}

/** Marks the cell. Its address and text always go with it, so that every sentence can name them. */
export function report(
  cell: CellContext,
  level: ProblemLevel,
  code: ImportCode,
  facts: Facts = {},
  suggestion?: string,
): void {
  cell.problems.push(
    cellProblem(
      { row: cell.row, column: cell.mapping.column, text: cell.text, field: cell.mapping.target.field },
      level,
      code,
      facts,
      suggestion,
    ),
  )
}

export type CellPlace = {
  readonly row: number
  readonly column: number
  readonly text: string
  readonly field: string
}

/** A problem of the cell at `place`. */
export function cellProblem(
  place: CellPlace,
  level: ProblemLevel,
  code: ImportCode,
  facts: Facts = {},
  suggestion?: string,
): CellProblem {
  const { row, column, text, field } = place
  return {
    column,
    level,
    code,
    facts: { cell: cellAddress(column, row), value: text.slice(0, 200), field, ...facts },
    ...(suggestion === undefined ? {} : { suggestion }),
  }
}

/** Adds "label：text" to what the description will say. */
export function addLine(values: RowValues, label: string, text: string): void {
  values.lines = [...(values.lines ?? []), { label, text: text.slice(0, 1000) }]
}

/** The heading as a label: the last name of a path, without brackets. */
export function headerLabel(header: string): string {
  return header
    .slice(header.lastIndexOf('.') + 1)
    .replace(/[（(].*?[)）]|\*/g, '')
    .trim()
    .slice(0, 60)
}
