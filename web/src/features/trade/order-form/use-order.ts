import { useMemo, useState } from 'react'
import type { ProductDocument } from '#shared/catalogue/views.ts'
import { prorate } from '#shared/money.ts'
import { evaluateShopCart } from '#shared/trade/cart-rules.ts'
import type { CartLine, EvaluatedLine, EvaluatedShopCart, ShopTerms } from '#shared/trade/cart-shapes.ts'

export type Quantities = Readonly<Record<string, number>>

/** What is being chosen on a product page, with everything the shop's rules say of it. */
export type Order = {
  quantities: Quantities
  /** The chosen goods alone; amounts are minor units. */
  line: EvaluatedLine
  /** Together with what the buyer's cart already holds of this shop. */
  judged: EvaluatedShopCart
  /** How many colours and SKUs have a quantity. */
  colours: number
  skus: number
  weightGrams: number | null
  set: (changes: Quantities) => void
  clear: () => void
  /** Raises the chosen cells in their proportions up to `target` pieces, as far as stock and packs allow. */
  topUp: (target: number) => void
}

const lineOf = (product: ProductDocument, quantities: Quantities): CartLine => ({
  kind: 'stock',
  offer: {
    productId: product.id,
    quoteMode: product.quoteMode,
    tiers: product.tiers,
    moq: product.moq,
    packSize: product.packSize,
    mixedBatch: product.mixedBatch,
    samplePrice: product.samplePrice,
    sampleLimit: product.sampleLimit,
    unit: product.unit,
  },
  cells: product.skus.map((sku) => ({
    skuId: sku.id,
    unitPrice: sku.unitPrice,
    available: sku.available,
    quantity: quantities[sku.id] ?? 0,
  })),
})

/** Keeps the quantities of a product page and judges them with the same rules as cart and order. */
export function useOrder(product: ProductDocument, terms: ShopTerms, others: readonly CartLine[]): Order {
  const [quantities, setQuantities] = useState<Quantities>({})
  const judged = useMemo(
    () => evaluateShopCart({ terms, lines: [lineOf(product, quantities), ...others] }),
    [product, terms, others, quantities],
  )
  const chosen = product.skus.filter((sku) => (quantities[sku.id] ?? 0) > 0)
  const line = judged.lines[0] ?? evaluateNothing(product)
  const set = (changes: Quantities) => setQuantities((before) => ({ ...before, ...changes }))
  const known = chosen.every((sku) => sku.weightGrams !== null)
  return {
    quantities,
    line,
    judged,
    colours: new Set(chosen.map((sku) => sku.colour.zh || sku.colour.en)).size,
    skus: chosen.length,
    weightGrams: known
      ? chosen.reduce((sum, sku) => sum + (sku.weightGrams ?? 0) * (quantities[sku.id] ?? 0), 0)
      : null,
    set,
    clear: () => setQuantities({}),
    topUp: (target) => set(toppedUp(product, quantities, target)),
  }
}

const evaluateNothing = (product: ProductDocument): EvaluatedLine => ({
  productId: product.id,
  kind: 'stock',
  quantity: 0,
  cells: [],
  amount: 0,
  activeTier: null,
  nextTier: null,
  issues: [],
  acceptedBy: null,
})

type Fillable = { packSize: number; skus: readonly { id: string; available: number }[] }

/** The chosen cells raised to `target` in all, in proportion; what one cell cannot give the others with stock take over. */
export function toppedUp(product: Fillable, quantities: Quantities, target: number): Quantities {
  const cells = product.skus
    .filter((sku) => (quantities[sku.id] ?? 0) > 0)
    .map((sku) => ({
      id: sku.id,
      now: quantities[sku.id] ?? 0,
      most: Math.floor(sku.available / product.packSize) * product.packSize,
    }))
  const result = new Map(cells.map((cell) => [cell.id, cell.now]))
  let missing = Math.ceil((target - cells.reduce((sum, cell) => sum + cell.now, 0)) / product.packSize)
  while (missing > 0) {
    const open = cells.filter((cell) => (result.get(cell.id) ?? 0) + product.packSize <= cell.most)
    if (open.length === 0) break
    const shares = prorate(
      missing,
      open.map((cell) => cell.now),
    )
    let given = 0
    for (const [index, cell] of open.entries()) {
      const room = Math.floor((cell.most - (result.get(cell.id) ?? 0)) / product.packSize)
      const packs = Math.min(room, shares[index] ?? 0)
      result.set(cell.id, (result.get(cell.id) ?? 0) + packs * product.packSize)
      given += packs
    }
    if (given === 0) break
    missing -= given
  }
  return Object.fromEntries(result)
}
