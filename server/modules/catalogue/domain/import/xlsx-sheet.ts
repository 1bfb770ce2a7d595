import { importLimits } from '#shared/catalogue/import.ts'
import { type Cell, cellMaker, emptyCell, type Refusal, refusal, type Sheet } from './sheet.ts'
import type { NumberKind } from './xlsx-parts.ts'
import { readXml } from './xml.ts'
import type { Archive } from './zip.ts'

export type SheetContext = {
  readonly strings: readonly string[]
  readonly kinds: readonly NumberKind[]
  readonly date1904: boolean
  /** Rows and cells that the file's other sheets have used already. */
  readonly used: { rows: number; cells: number }
}
type Merge = { top: number; left: number; bottom: number; right: number }

const maxMerges = 100_000
const maxText = 32_767

/** One worksheet, streamed. Cells keep the text a person sees and the stored number; merged ranges repeat their value. */
export async function readSheet(
  archive: Archive,
  name: string,
  part: string,
  context: SheetContext,
): Promise<Sheet | Refusal> {
  const rows: Cell[][] = []
  const merges: Merge[] = []
  const make = cellMaker()
  const state = {
    row: -1,
    column: -1,
    type: '',
    style: 0,
    raw: '',
    inValue: false,
    refused: null as Refusal | null,
  }
  const startCell = (attributes: Readonly<Record<string, string>>): void => {
    const at = position(attributes.r ?? '')
    state.column = at ? at.column : state.column + 1
    if (at) state.row = at.row
    state.type = attributes.t ?? 'n'
    state.style = Number(attributes.s ?? 0)
    state.raw = ''
  }
  const endCell = (): void => {
    const cell = readCell(state.type, state.raw, context, state.style, make)
    if (cell === emptyCell) return
    state.refused ??= overLimits(state.row, state.column, context)
    if (state.refused) return
    while (rows.length <= state.row) rows.push([])
    const row = rows[state.row] ?? []
    while (row.length < state.column) row.push(emptyCell)
    row[state.column] = cell
    context.used.cells += 1
  }
  const refused = await readXml(archive, part, {
    open: (tag, attributes) => {
      if (tag === 'row') {
        state.row = attributes.r ? Number(attributes.r) - 1 : state.row + 1
        state.column = -1
      } else if (tag === 'c') startCell(attributes)
      else if (tag === 'v' || tag === 't') state.inValue = true
      else if (tag === 'mergeCell' && merges.length < maxMerges) {
        const merge = range(attributes.ref ?? '')
        if (merge) merges.push(merge)
      }
    },
    text: (text) => {
      if (state.inValue && state.raw.length < maxText) state.raw += text.slice(0, maxText)
    },
    close: (tag) => {
      if (tag === 'v' || tag === 't') state.inValue = false
      else if (tag === 'c') endCell()
    },
    refused: () => state.refused,
  })
  if (refused ?? state.refused) return refused ?? state.refused ?? refusal('catalogue/import-file-damaged')
  context.used.rows += rows.length
  return applyMerges(rows, merges, context) ?? { name, rows, firstRow: 1 }
}

function overLimits(row: number, column: number, { used }: SheetContext): Refusal | null {
  if (!Number.isSafeInteger(row) || row < 0 || used.rows + row >= importLimits.rows) {
    return refusal('catalogue/import-too-many-rows', { limit: importLimits.rows })
  }
  if (column >= importLimits.columns || used.cells >= importLimits.cells) {
    return refusal('catalogue/import-too-many-columns', { limit: importLimits.columns })
  }
  return null
}

function readCell(
  type: string,
  raw: string,
  context: SheetContext,
  style: number,
  make: (text: string) => Cell,
): Cell {
  if (raw === '') return emptyCell
  if (type === 's') return make(context.strings[Number(raw)] ?? '')
  if (type === 'b') return make(raw === '1' ? 'TRUE' : 'FALSE')
  if (type !== 'n') return make(raw)
  const number = Number(raw)
  if (!Number.isFinite(number)) return make(raw)
  const kind = context.kinds[style] ?? 'plain'
  if (kind === 'date') return { text: dateText(number, context.date1904), number }
  return { text: kind === 'percent' ? `${numberText(number * 100)}%` : numberText(number), number }
}

/** The number as a spreadsheet shows it: 15 significant digits, without exponent for the length of a barcode. */
export function numberText(number: number): string {
  const rounded = Number(number.toPrecision(15))
  return Number.isSafeInteger(rounded) ? BigInt(rounded).toString() : String(rounded)
}

function dateText(serial: number, date1904: boolean): string {
  const days = date1904 ? serial + 1462 : serial
  const time = Math.round((days - 25_569) * 86_400_000)
  if (Math.abs(time) > 8.64e15) return numberText(serial)
  const iso = new Date(time).toISOString()
  return Number.isInteger(serial) ? iso.slice(0, 10) : iso.slice(0, 16).replace('T', ' ')
}

function position(reference: string): { row: number; column: number } | null {
  const match = /^([A-Z]{1,3})(\d{1,7})$/.exec(reference)
  if (!match?.[1] || !match[2]) return null
  let column = 0
  for (const letter of match[1]) column = column * 26 + letter.charCodeAt(0) - 64
  return { row: Number(match[2]) - 1, column: column - 1 }
}

function range(reference: string): Merge | null {
  const [first, last] = reference.split(':').map(position)
  return first && last ? { top: first.row, left: first.column, bottom: last.row, right: last.column } : null
}

/** Writes a merged range's value into its other cells. Ranges reach no further than the rows that hold something. */
function applyMerges(rows: Cell[][], merges: readonly Merge[], context: SheetContext): Refusal | null {
  for (const { top, left, bottom, right } of merges) {
    const origin = rows[top]?.[left]
    if (!origin || origin.text === '') continue
    const copy: Cell = { ...origin, mergedFrom: [top, left] }
    for (let row = top; row <= Math.min(bottom, rows.length - 1); row += 1) {
      const target = rows[row] ?? []
      for (let column = left; column <= Math.min(right, importLimits.columns - 1); column += 1) {
        if (row === top && column === left) continue
        while (target.length < column) target.push(emptyCell)
        target[column] = copy
        context.used.cells += 1
        if (context.used.cells > importLimits.cells) {
          return refusal('catalogue/import-too-many-columns', { limit: importLimits.columns })
        }
      }
    }
  }
  return null
}
