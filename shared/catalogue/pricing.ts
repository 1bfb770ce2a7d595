import type { PriceTier, QuoteMode } from './product.ts'

/** How an offer is priced. `tiers` ascend by quantity; prices are minor units for one piece. */
export type Quote = { readonly quoteMode: QuoteMode; readonly tiers: readonly PriceTier[] }

/** A quantity of one SKU; `unitPrice` is the SKU's own price, which counts in `by-sku` only. */
export type PricedCell = { readonly quantity: number; readonly unitPrice: number | null }

/** What the next tier would mean for a quantity. All amounts are minor units. */
export type NextTier = {
  minQuantity: number
  unitPrice: number
  /** How many more pieces reach it. */
  missingQuantity: number
  /** What the whole costs then, less what it costs now; negative when more pieces cost less. */
  extraAmount: number
  /** How much less the greater quantity costs at the next tier than it would at today's price. */
  saving: number
  /**
   * The lower price of what is already chosen pays for at least half of the additional pieces. Any later tier makes
   * pieces cheaper, but "take 499 more" is no advice; this is.
   */
  saves: boolean
}

export type QuotedPrice = {
  quantity: number
  /** Minor units; null when a cell has no price. */
  amount: number | null
  /** One per cell, in their order; null where no price is known. */
  unitPrices: (number | null)[]
  /** The one price of all cells; null in `by-sku` when they differ. */
  unitPrice: number | null
  /** The tier that the quantity reaches, or the first when it reaches none. Null in `by-sku`. */
  activeTier: PriceTier | null
  nextTier: NextTier | null
}

/** The tier for a quantity: the last that starts at or below it; below the first tier the first one (never extrapolated). */
export function tierFor(tiers: readonly PriceTier[], quantity: number): PriceTier | null {
  return tiers.findLast((tier) => tier.minQuantity <= quantity) ?? tiers[0] ?? null
}

/**
 * Prices the cells of one offer (commercial-and-law.md 1.1.2). `by-quantity`: one tier for all, chosen by the sum of the
 * quantities. `by-sku`: the SKU's own price; where it has none, the tier chosen by that SKU's own quantity.
 */
export function priceOf(quote: Quote, cells: readonly PricedCell[]): QuotedPrice {
  const quantity = cells.reduce((sum, cell) => sum + cell.quantity, 0)
  const activeTier = quote.quoteMode === 'by-quantity' ? tierFor(quote.tiers, quantity) : null
  const unitPrices = cells.map((cell) =>
    quote.quoteMode === 'by-quantity'
      ? (activeTier?.unitPrice ?? null)
      : (cell.unitPrice ?? tierFor(quote.tiers, cell.quantity)?.unitPrice ?? null),
  )
  return {
    quantity,
    amount: amountOf(cells, unitPrices),
    unitPrices,
    unitPrice: activeTier?.unitPrice ?? sameForAll(unitPrices),
    activeTier,
    nextTier: activeTier === null ? null : nextTierOf(quote.tiers, quantity, activeTier),
  }
}

function amountOf(cells: readonly PricedCell[], unitPrices: readonly (number | null)[]): number | null {
  let amount = 0
  for (const [index, cell] of cells.entries()) {
    if (cell.quantity === 0) continue
    const price = unitPrices[index] ?? null
    if (price === null) return null
    amount += cell.quantity * price
  }
  return amount
}

function sameForAll(prices: readonly (number | null)[]): number | null {
  const first = prices[0] ?? null
  return prices.every((price) => price === first) ? first : null
}

function nextTierOf(tiers: readonly PriceTier[], quantity: number, active: PriceTier): NextTier | null {
  const next = tiers.find((tier) => tier.minQuantity > Math.max(quantity, active.minQuantity))
  if (next === undefined) return null
  const missingQuantity = next.minQuantity - quantity
  const amountThen = next.minQuantity * next.unitPrice
  const extraAmount = amountThen - quantity * active.unitPrice
  // Beyond exact numbers there is nothing to advise.
  if (!Number.isSafeInteger(next.minQuantity * active.unitPrice) || !Number.isSafeInteger(extraAmount))
    return null
  return {
    minQuantity: next.minQuantity,
    unitPrice: next.unitPrice,
    missingQuantity,
    extraAmount,
    saving: next.minQuantity * active.unitPrice - amountThen,
    saves:
      quantity > 0 &&
      next.unitPrice < active.unitPrice &&
      extraAmount * 2 <= missingQuantity * next.unitPrice,
  }
}

/** What a product card says: a price and from how many pieces it is asked; and the lowest price with its own condition. */
export type CardPrice = {
  unitPrice: number
  fromQuantity: number
  lowest: { unitPrice: number; fromQuantity: number }
}

/**
 * The price a card shows. Order 56 Art. 20(1) lists a card price below the detail page's price as a violation, so the
 * price is the one that the detail page asks at exactly `fromQuantity` pieces, and `fromQuantity` can be ordered (≥ MOQ).
 * `statedQuantity`: how many the buyer said to need; the card then shows the price at that quantity, or at the MOQ when
 * that is more. Null without tiers.
 */
export function cardPrice(
  tiers: readonly PriceTier[],
  moq: number,
  statedQuantity: number | null = null,
): CardPrice | null {
  const shown = tierFor(tiers, Math.max(moq, statedQuantity ?? 0))
  const last = tiers.at(-1)
  if (shown === null || last === undefined) return null
  return {
    unitPrice: shown.unitPrice,
    fromQuantity: Math.max(moq, shown.minQuantity),
    lowest: { unitPrice: last.unitPrice, fromQuantity: Math.max(moq, last.minQuantity) },
  }
}

/**
 * The card price of an offer priced by specification: the dearest and the cheapest SKU from the MOQ on, so that a card
 * shows "¥18.00–25.00" and never only the cheapest. Null when no SKU has a price.
 */
export function cardPriceBySku(
  unitPrices: readonly (number | null)[],
  moq: number,
): { lowest: number; highest: number; fromQuantity: number } | null {
  const known = unitPrices.filter((price) => price !== null)
  if (known.length === 0) return null
  return { lowest: Math.min(...known), highest: Math.max(...known), fromQuantity: moq }
}
