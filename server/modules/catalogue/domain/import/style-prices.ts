import type { RowPreview } from '#shared/catalogue/import.ts'
import type { PriceTier, ProductDraft, QuoteMode } from '#shared/catalogue/product.ts'
import { priceText } from './normalise/price.ts'
import { hasColumn, mark, mostCommon, type StyleGroup, type Workbench, written } from './style-group.ts'

export type StylePrices = {
  readonly quoteMode: QuoteMode
  /** Price from the first piece on, then the steps; ascending in quantity, falling in price. */
  readonly steps: readonly PriceTier[]
}

/**
 * The price table of a style. With columns of quantity prices the whole style has one table, and a row that says
 * otherwise stays out: goods are never sold at a price their row does not name. Without them, or when a quarter of the
 * rows differ, each SKU keeps its own price. Null: no row has a price.
 */
export function agreeOnPrices(bench: Workbench, group: StyleGroup): StylePrices | null {
  const priced = group.rows.filter((row) => row.values.price !== undefined)
  const common = mostCommon(priced, (row) => String(row.values.price))
  const base = common?.value.values.price
  const tierColumns = bench.mapping.columns.filter(({ target }) => target.field === 'tierPrice')
  if (!common || base === undefined) {
    return hasColumn(bench, 'price') ? null : tiersOnly(bench, group, tierColumns)
  }
  const differing = priced.filter((row) => row.values.price !== base)
  const bySku =
    differing.length > 0 &&
    (tierColumns.length === 0 ||
      (differing.length * 4 >= priced.length && (differing.length > 1 || priced.length <= 3)))
  if (bySku) {
    markOutliers(bench, priced, base)
    return {
      quoteMode: 'by-sku',
      steps: [{ minQuantity: 1, unitPrice: Math.min(...priced.map((row) => row.values.price ?? base)) }],
    }
  }
  const text = priceOf(bench, base)
  for (const row of differing) {
    mark(
      bench,
      row,
      'price',
      'error',
      'differs-in-style',
      { common: text, count: common.count, total: common.total },
      text,
    )
  }
  return {
    quoteMode: 'by-quantity',
    steps: withTiers(bench, group, tierColumns, [{ minQuantity: 1, unitPrice: base }]),
  }
}

type TierColumn = Workbench['mapping']['columns'][number]

function tiersOnly(bench: Workbench, group: StyleGroup, columns: readonly TierColumn[]): StylePrices | null {
  const steps = withTiers(bench, group, columns, [])
  return steps.length > 0 ? { quoteMode: 'by-quantity', steps } : null
}

function withTiers(
  bench: Workbench,
  group: StyleGroup,
  columns: readonly TierColumn[],
  start: PriceTier[],
): PriceTier[] {
  const steps = [...start]
  const ascending = columns.flatMap(({ column, target }) =>
    target.field === 'tierPrice' ? [{ column, minQuantity: target.minQuantity }] : [],
  )
  for (const { column, minQuantity } of ascending.sort((a, b) => a.minQuantity - b.minQuantity)) {
    const unitPrice = agreeOnTier(bench, group, column, minQuantity, steps.at(-1)?.unitPrice ?? null)
    if (unitPrice !== null && steps.length < 8) steps.push({ minQuantity, unitPrice })
  }
  return steps
}

function agreeOnTier(
  bench: Workbench,
  group: StyleGroup,
  column: number,
  minQuantity: number,
  before: number | null,
): number | null {
  const tierOf = (row: RowPreview): number | undefined =>
    row.values.tiers?.find((tier) => tier.column === column)?.unitPrice
  const filled = group.rows.filter((row) => tierOf(row) !== undefined)
  const blank = group.rows.filter((row) => written(bench, row, column) === '' && tierOf(row) === undefined)
  // A price that does not fall is no candidate as long as another row's does.
  const falling = filled.filter((row) => before === null || (tierOf(row) ?? before) < before)
  const candidates = falling.length > 0 ? falling : filled
  const common = mostCommon(candidates, (row) => String(tierOf(row)))
  const price = common ? tierOf(common.value) : undefined
  if (!common || price === undefined) return null
  const text = priceOf(bench, price)
  const facts = { common: text, count: common.count, total: filled.length, minQuantity }
  if (blank.length > filled.length) {
    for (const row of filled)
      mark(bench, row, 'tierPrice', 'warning', 'style-values-mixed', { ...facts, kinds: 2 }, '', column)
    return null
  }
  for (const row of blank) mark(bench, row, 'tierPrice', 'error', 'tier-price-missing', facts, text, column)
  for (const row of filled) {
    const own = tierOf(row)
    if (own === undefined || own === price) continue
    const rising = before !== null && own >= before
    mark(
      bench,
      row,
      'tierPrice',
      'error',
      rising ? 'tier-not-falling' : 'differs-in-style',
      { ...facts, before: before === null ? '' : priceOf(bench, before) },
      text,
      column,
    )
  }
  if (before === null || price < before) return price
  // A table that does not fall cannot be sold by: the step is left out, and the seller told once for the style.
  const [first] = filled
  if (first)
    mark(
      bench,
      first,
      'tierPrice',
      'warning',
      'tier-not-falling',
      { ...facts, before: priceOf(bench, before) },
      undefined,
      column,
    )
  return null
}

/** Prices of SKUs may differ by size; a single one that is 40 % off the others is worth a look. */
function markOutliers(bench: Workbench, priced: readonly RowPreview[], base: number): void {
  for (const row of priced) {
    const price = row.values.price ?? base
    if (Math.abs(price - base) / base <= 0.4) continue
    const percent = Math.round((Math.abs(price - base) / base) * 100)
    mark(bench, row, 'price', 'warning', 'price-outlier', {
      common: priceOf(bench, base),
      percent,
      direction: price < base ? 'lower' : 'higher',
    })
  }
}

/**
 * Marks the styles whose price in the list differs from the one that the shop's product has, once each: a list of a few corrected rows
 * must not change the price of a whole style unseen. `known`: prices of the first tier by style number, minor units.
 */
export function tellPriceChanges(
  bench: Workbench,
  products: readonly { readonly draft: ProductDraft; readonly sourceRows: readonly number[] }[],
  known: ReadonlyMap<string, number>,
): void {
  const rows = new Map(bench.rows.map((row) => [row.row, row]))
  for (const { draft, sourceRows } of products) {
    const before = known.get(draft.styleNo)
    const after = draft.tiers[0]?.unitPrice
    const row = rows.get(sourceRows[0] ?? 0)
    if (!row || before === undefined || after === undefined || before === after) continue
    if (draft.quoteMode !== 'by-quantity') continue
    const facts = { styleNo: draft.styleNo, before: priceOf(bench, before), after: priceOf(bench, after) }
    const field = hasColumn(bench, 'price') ? 'price' : 'tierPrice'
    mark(bench, row, field, 'warning', 'price-changes', facts)
  }
}

/** A price as the list writes it: suggestions go into its cells. */
function priceOf(bench: Workbench, minor: number): string {
  const { currency, priceScale } = bench.mapping.constants
  return priceScale === 'minor' ? String(minor) : priceText(minor, currency)
}
