import type { Category } from '#shared/catalogue/category.ts'
import type { RowPreview } from '#shared/catalogue/import.ts'
import { splitSizes } from './normalise/size.ts'
import {
  hasColumn,
  hasError,
  isMarked,
  mark,
  mostCommon,
  type StyleGroup,
  type Workbench,
} from './style-group.ts'

/** Judges the colour × size cells of a style: missing ones, several sizes in one, and the same one twice. */
export function judgeCells(bench: Workbench, group: StyleGroup, category: Category | undefined): void {
  const sizes = [...new Set(group.rows.flatMap((row) => (row.values.size ? [row.values.size] : [])))].filter(
    (size) => splitSizes(size).length === 1,
  )
  const coloured = group.rows.some((row) => row.values.colour)
  for (const row of group.rows) {
    if (coloured && !row.values.colour && hasColumn(bench, 'colour') && !isMarked(bench, row, 'colour'))
      mark(bench, row, 'colour', 'error', 'colour-missing')
    if (!hasColumn(bench, 'size') || isMarked(bench, row, 'size')) continue
    const size = row.values.size
    if (!size) {
      if (sizes.length > 0 || (category?.sizes.length ?? 0) > 0)
        mark(bench, row, 'size', 'error', 'size-missing', {}, lackingSize(group, row, sizes))
      continue
    }
    const parts = splitSizes(size)
    const listed = category?.sizes.some(({ code }) => code === size) ?? false
    const known = parts.filter(
      (part) => sizes.includes(part) || category?.sizes.some(({ code }) => code === part),
    )
    if (parts.length > 1 && !listed && known.length > 0) {
      mark(
        bench,
        row,
        'size',
        'error',
        'size-several',
        { count: parts.length },
        lackingSize(group, row, sizes),
      )
    }
  }
  judgeSpellings(bench, group)
  tellUnlistedColours(bench, group)
  judgeDuplicates(bench, group)
}

/** The one size that the other colours of the style have and this colour lacks. */
function lackingSize(group: StyleGroup, row: RowPreview, sizes: readonly string[]): string | undefined {
  const colour = colourKey(row)
  const own = new Set(
    group.rows.filter((other) => colourKey(other) === colour).map((other) => other.values.size),
  )
  const lacking = sizes.filter((size) => !own.has(size))
  return lacking.length === 1 ? lacking[0] : undefined
}

export const colourKey = (row: RowPreview): string =>
  row.values.colour?.name.zh || row.values.colour?.name.en || ''

/** The same cell twice: of the two the one keeps its place that is written as the style writes its colour, else the first. */
function judgeDuplicates(bench: Workbench, group: StyleGroup): void {
  const cells = new Map<string, RowPreview[]>()
  for (const row of group.rows) {
    if (hasError(row) && (!row.values.size || splitSizes(row.values.size).length > 1)) continue
    const key = `${colourKey(row)}\n${row.values.size ?? ''}`
    cells.set(key, [...(cells.get(key) ?? []), row])
  }
  for (const rows of cells.values()) {
    if (rows.length < 2) continue
    const keeper =
      rows.find((row) => !hasError(row) && isUsualSpelling(group, row)) ??
      rows.find((row) => !hasError(row)) ??
      rows[0]
    for (const row of rows) if (keeper && row !== keeper) markDuplicate(bench, row, keeper)
  }
}

function isUsualSpelling(group: StyleGroup, row: RowPreview): boolean {
  const same = group.rows.filter((other) => colourKey(other) === colourKey(row))
  const asThis = same.filter((other) => other.values.colour?.written === row.values.colour?.written)
  return asThis.length * 2 >= same.length
}

function markDuplicate(bench: Workbench, row: RowPreview, keeper: RowPreview): void {
  const field = hasColumn(bench, 'size') ? 'size' : hasColumn(bench, 'colour') ? 'colour' : 'styleNo'
  const facts = { otherRow: keeper.row, colour: colourKey(row), size: row.values.size ?? '' }
  if (JSON.stringify(row.values) === JSON.stringify(keeper.values)) {
    row.cells.push({ column: null, level: 'note', code: 'duplicate-row', facts: { row: row.row, ...facts } })
    row.state = 'ignored'
  } else
    mark(
      bench,
      row,
      row.values.colour?.written === keeper.values.colour?.written ? field : 'colour',
      'error',
      'duplicate-sku',
      facts,
    )
}

/** A barcode names one SKU in the whole list: its later bearers are marked. */
export function judgeBarcodes(bench: Workbench): void {
  const first = new Map<string, RowPreview>()
  for (const row of bench.rows) {
    const { barcode } = row.values
    if (!barcode || row.state === 'ignored') continue
    const owner = first.get(barcode)
    if (owner) mark(bench, row, 'barcode', 'error', 'barcode-duplicate', { otherRow: owner.row }, '')
    else first.set(barcode, row)
  }
}

/** A colour that nobody knows is imported as written; it is told once for the style. */
function tellUnlistedColours(bench: Workbench, group: StyleGroup): void {
  const told = new Set<string>()
  for (const row of group.rows) {
    const { colour } = row.values
    if (!colour || colour.hex !== null || told.has(colourKey(row))) continue
    told.add(colourKey(row))
    mark(bench, row, 'colour', 'warning', 'colour-unlisted')
  }
}

/** A colour written in two ways within a style: the rarer way is marked, since it may be another colour after all. */
function judgeSpellings(bench: Workbench, group: StyleGroup): void {
  const byColour = Map.groupBy(
    group.rows.filter((row) => row.values.colour),
    colourKey,
  )
  for (const rows of byColour.values()) {
    const spelling = (row: RowPreview): string => row.values.colour?.written.toLowerCase() ?? ''
    const usual = mostCommon(rows, spelling)
    if (!usual || usual.distinct < 2) continue
    const usualText = usual.value.values.colour?.written ?? ''
    for (const row of rows) {
      if (spelling(row) === spelling(usual.value)) continue
      row.cells = row.cells.filter(({ code }) => code !== 'colour-renamed')
      mark(bench, row, 'colour', 'warning', 'colour-renamed', { as: usualText }, usualText)
    }
  }
}
