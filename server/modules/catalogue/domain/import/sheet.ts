import type { Facts, RefusalCode } from '#shared/catalogue/import-codes.ts'

/** One cell as it stands in the file. */
export type Cell = {
  /** As written, trimmed of nothing. */
  readonly text: string
  /** The stored number, when the file keeps one (XLSX, JSON). */
  readonly number?: number
  /** The value comes from the first cell of a merged range; 0-based position of that cell. */
  readonly mergedFrom?: readonly [row: number, column: number]
}

export type Sheet = {
  readonly name: string
  /** Rows from `firstRow` on; rows may differ in length. */
  readonly rows: readonly (readonly Cell[])[]
  /** Number of the first row as the spreadsheet program shows it, usually 1. */
  readonly firstRow: number
  /** JSON: the rows were made from objects, so the first row holds the names of members. */
  readonly fromObjects?: boolean
}

export type FileFormat = 'csv' | 'xlsx' | 'json'
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030'
export type DecodedFile = {
  readonly format: FileFormat
  readonly encoding?: Encoding
  readonly sheets: readonly Sheet[]
}
export type Refusal = { readonly refused: RefusalCode; readonly facts: Facts }

export const refusal = (refused: RefusalCode, facts: Facts = {}): Refusal => ({ refused, facts })
export const isRefusal = (value: DecodedFile | Refusal): value is Refusal => 'refused' in value

export const emptyCell: Cell = Object.freeze({ text: '' })

export function cellAt(row: readonly Cell[] | undefined, column: number): Cell {
  return row?.[column] ?? emptyCell
}

/** Makes cells for equal texts once only: a list of 50,000 rows repeats its styles' values in every row. */
export function cellMaker(): (text: string) => Cell {
  const known = new Map<string, Cell>()
  return (text) => {
    if (text === '') return emptyCell
    const found = known.get(text)
    if (found) return found
    const cell = { text }
    if (known.size < 50_000) known.set(text, cell)
    return cell
  }
}

/** "A", "Z", "AA": the letters of a 0-based column. */
export function columnLetters(column: number): string {
  let rest = column + 1
  let letters = ''
  while (rest > 0) {
    const digit = (rest - 1) % 26
    letters = String.fromCharCode(65 + digit) + letters
    rest = Math.floor((rest - 1) / 26)
  }
  return letters
}

/** "F17": a 0-based column and the row number as shown. */
export const cellAddress = (column: number, row: number): string => `${columnLetters(column)}${row}`

/** The row's text without cells that only repeat a merged one. */
export function isEmptyRow(row: readonly Cell[] | undefined): boolean {
  return !row?.some((cell) => cell.text.trim() !== '')
}
