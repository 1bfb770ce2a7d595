import type { SizeOption } from '#shared/catalogue/category.ts'
import { parseSize } from '#shared/catalogue/sizes.ts'

/** The sum of two sets of cells by SKU; SKUs keep the order in which they first appear, and nought drops out. */
export function mergeCells<Cell extends { skuId: string; quantity: number }>(
  first: readonly Cell[],
  second: readonly Cell[],
): Cell[] {
  const merged = new Map<string, Cell>()
  for (const cell of [...first, ...second]) {
    const before = merged.get(cell.skuId)
    merged.set(cell.skuId, { ...cell, quantity: (before?.quantity ?? 0) + cell.quantity })
  }
  return [...merged.values()].filter((cell) => cell.quantity > 0)
}

/**
 * 配比: quantities of a row for `packs` packs of a size run, e.g. ratio 1:2:2:1 in three packs gives 3, 6, 6, 3.
 * Throws when a ratio or the number of packs is not a whole number of nought or more.
 */
export function fillByRatio(ratio: readonly number[], packs: number): number[] {
  for (const figure of [...ratio, packs]) {
    if (!Number.isSafeInteger(figure) || figure < 0)
      throw new Error(`not a whole number of nought or more: ${figure}`)
  }
  return ratio.map((share) => share * packs)
}

/** Reads a ratio as people write it: "1:2:2:1", "1-2-2-1", "1 2 2 1", full width too. Null when it is none. */
export function parseRatio(text: string): number[] | null {
  const parts = text
    .normalize('NFKC')
    .trim()
    .split(/[\s:,\-/、×]+/)
  if (parts.some((part) => !/^\d{1,4}$/.test(part))) return null
  const ratio = parts.map(Number)
  return ratio.some((share) => share > 0) ? ratio : null
}

export type PastedRow = {
  /** What stands left of the figures, e.g. a colour; null when nothing does. */
  label: string | null
  /** Null where the cell is empty or unreadable. */
  quantities: (number | null)[]
}

export type PastedMatrix = {
  /** Column heads, e.g. sizes; null when the block has none. */
  heads: string[] | null
  rows: PastedRow[]
  /** Cells that are neither empty nor a whole number of nought or more; rows and columns count from 1 as they were pasted. */
  unreadable: { row: number; column: number; text: string }[]
}

const totals = /^(合计|总计|小计|总数|total|sum|subtotal)$/i
const largest = 1_000_000

/**
 * Reads a block copied from a spreadsheet: rows by line, cells by tab (or by comma or semicolon when there is no tab).
 * A first column of words is labels; a first row is heads when its corner is empty or a word, or when it holds words.
 * Rows and columns of totals are left out. `sizes` helps to tell heads like 90, 100, 110 from quantities.
 */
export function parsePastedMatrix(text: string, sizes: readonly SizeOption[] = []): PastedMatrix {
  const grid = cellsOf(text)
  const hasHeads = headed(grid, sizes)
  const body = grid.slice(hasHeads ? 1 : 0)
  const labelled = body.some((row) => isWord(row[0] ?? ''))
  const from = labelled ? 1 : 0
  const headRow = hasHeads ? (grid[0] ?? []) : []
  // A label column whose corner cell was not copied makes the heads one shorter than the rows.
  const headFrom =
    labelled && headRow.length < Math.max(...body.map((row) => row.length)) && headRow[0] !== '' ? 0 : from
  const heads = headRow.slice(headFrom)
  const dropped = new Set(heads.flatMap((head, index) => (totals.test(head) ? [index] : [])))
  const unreadable: PastedMatrix['unreadable'] = []
  const rows = body.flatMap((row, index) => {
    const label = labelled ? (row[0] ?? '') : null
    if (label !== null && totals.test(label)) return []
    const quantities = row.slice(from).map((cell, column) => {
      const quantity = readQuantity(cell)
      if (quantity === 'unreadable' && !dropped.has(column)) {
        unreadable.push({ row: index + (hasHeads ? 2 : 1), column: column + from + 1, text: cell })
      }
      return quantity === 'unreadable' ? null : quantity
    })
    return [
      {
        label: label === '' ? null : label,
        quantities: quantities.filter((_, column) => !dropped.has(column)),
      },
    ]
  })
  return { heads: hasHeads ? heads.filter((_, index) => !dropped.has(index)) : null, rows, unreadable }
}

export type PlacedMatrix = {
  /** By row (colour) and column (size) of the product; null where nothing was pasted. */
  quantities: (number | null)[][]
  /** Labels and heads that fit no row or column of the product. */
  unplaced: string[]
}

/**
 * Puts a pasted block into the matrix of a product: by its words where it has some, else by position.
 * `colours` are the words of each row in every language; `sizes` the columns.
 */
export function placePasted(
  pasted: PastedMatrix,
  colours: readonly (readonly string[])[],
  sizes: readonly SizeOption[],
): PlacedMatrix {
  const unplaced: string[] = []
  const quantities = colours.map(() => sizes.map((): number | null => null))
  const columns = pasted.heads?.map((head) => {
    const code = parseSize(head, sizes)?.code
    const found = sizes.findIndex((size) => size.code === code)
    if (found < 0) unplaced.push(head)
    return found
  })
  for (const [index, row] of pasted.rows.entries()) {
    const target =
      row.label === null
        ? index
        : colours.findIndex((words) => words.some((each) => sameWord(each, row.label)))
    const into = quantities[target]
    if (into === undefined) {
      unplaced.push(row.label ?? `#${index + 1}`)
      continue
    }
    for (const [column, quantity] of row.quantities.entries()) {
      const at = columns === undefined ? column : (columns[column] ?? -1)
      if (at >= 0 && at < into.length && quantity !== null) into[at] = (into[at] ?? 0) + quantity
    }
  }
  return { quantities, unplaced }
}

function sameWord(a: string, b: string | null): boolean {
  const plain = (text: string) => text.normalize('NFKC').replace(/\s+/g, '').toLowerCase()
  return b !== null && plain(a) !== '' && plain(a) === plain(b)
}

function cellsOf(text: string): string[][] {
  const normal = text.normalize('NFKC').replace(/\r\n?/g, '\n').replace(/\n+$/, '')
  const separator = normal.includes('\t') ? '\t' : /[,;]/.test(normal) ? /[,;]/ : /[^\S\n]+/
  return normal
    .split('\n')
    .map((row) =>
      row.split(separator).map((cell) =>
        cell
          .trim()
          .replace(/^"(.*)"$/, '$1')
          .replaceAll('""', '"')
          .trim(),
      ),
    )
    .filter((row) => row.some((cell) => cell !== ''))
}

function isWord(cell: string): boolean {
  return cell !== '' && readQuantity(cell) === 'unreadable' && !/^-?[\d.]+$/.test(cell)
}

function headed(grid: readonly string[][], sizes: readonly SizeOption[]): boolean {
  const [first = [], ...rest] = grid
  if (rest.length === 0) return false
  const heads = first.slice(1)
  const labelled = rest.some((row) => isWord(row[0] ?? ''))
  if (heads.some(isWord)) return true
  if (labelled)
    return !isWord(first[0] ?? '') || /^(颜色|色号|花色|款式|colou?r|尺码|size)/i.test(first[0] ?? '')
  if (isWord(first[0] ?? '')) return true
  return sizes.length > 0 && first.every((cell) => cell === '' || sizes.some((size) => size.code === cell))
}

/** "1,200" and "12件" are quantities; empty, "-" and "/" are none. */
function readQuantity(cell: string): number | null | 'unreadable' {
  const plain = cell
    .replace(/^(\d{1,3})(,\d{3})+$/, (whole) => whole.replaceAll(',', ''))
    .replace(/(件|双|套|条|pcs?|prs?)$/i, '')
  if (plain === '' || /^[-–—/.]+$/.test(plain)) return null
  if (!/^\d+(\.0+)?$/.test(plain)) return 'unreadable'
  const quantity = Number(plain)
  return quantity <= largest ? quantity : 'unreadable'
}
