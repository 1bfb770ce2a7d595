import type { Currency } from '#shared/money.ts'
import { type Destination, type FreightTemplate, freightFor } from '#shared/shops/freight.ts'
import { evaluateShopCart } from '#shared/trade/cart-rules.ts'
import type { CartLine, EvaluatedShopCart } from '#shared/trade/cart-shapes.ts'
import type { DemandLine } from '#shared/trade/shapes.ts'
import { freightModeOf } from './clocks.ts'
import type { OfferFacts, ShopWithTerms } from './facts.ts'

export type JudgedFreight = {
  amount: number | null
  state: 'known' | 'no-address' | 'not-delivered'
  code: string | null
  mode: 'express' | 'freight'
}
type Issue = { code: string; facts: Record<string, unknown> }

/** What a buyer wants of one shop, judged: the rules' word, freight, and what stands in the way. */
export type JudgedShop = {
  shop: ShopWithTerms
  lines: { demand: DemandLine; offer: OfferFacts; line: CartLine }[]
  evaluated: EvaluatedShopCart
  freight: JudgedFreight
  issues: Issue[]
  ok: boolean
}
export type Judged = {
  shops: JudgedShop[]
  goods: number
  freight: number | null
  total: number | null
  ok: boolean
}

const noFreight: FreightTemplate = {
  name: '—',
  currency: 'CNY',
  chargeBy: 'pieces',
  paidBy: 'buyer',
  zones: [],
  rest: { kind: 'to-be-explained' },
}

/**
 * Judges demand against offers and terms as they are now. Pure: the cart page, the preview and the checkout ask it, so that what was
 * promised is what is ordered. Lines of products that are not known are left to the caller; shops come in id order.
 */
export function judge(
  demand: readonly DemandLine[],
  offers: ReadonlyMap<string, OfferFacts>,
  shops: ReadonlyMap<string, ShopWithTerms>,
  to: Destination | null,
  currency: Currency,
  /** Samples that this buyer has ordered of a product before. */
  samplesTaken: ReadonlyMap<string, number> = new Map(),
): Judged {
  const byShop = new Map<string, JudgedShop['lines']>()
  for (const each of demand) {
    const offer = offers.get(each.productId)
    if (offer === undefined) continue
    const lines = byShop.get(offer.shopId) ?? []
    lines.push({ demand: each, offer, line: cartLine(each, offer, samplesTaken.get(each.productId) ?? 0) })
    byShop.set(offer.shopId, lines)
  }
  const judged = [...byShop]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([shopId, lines]) => {
      const shop = shops.get(shopId)
      return shop === undefined ? [] : [judgeShop(shop, lines, to, currency)]
    })
  const goods = judged.reduce((sum, each) => sum + each.evaluated.goodsAmount, 0)
  const known = judged.every((each) => each.freight.amount !== null)
  const freight = known ? judged.reduce((sum, each) => sum + (each.freight.amount ?? 0), 0) : null
  return {
    shops: judged,
    goods,
    freight,
    total: freight === null ? null : goods + freight,
    ok: judged.length > 0 && judged.every((each) => each.ok),
  }
}

function cartLine({ kind, cells }: DemandLine, offer: OfferFacts, samplesTaken: number): CartLine {
  const skus = new Map(offer.skus.map((sku) => [sku.skuId, sku]))
  return {
    offer: { ...offer, samplesTaken },
    kind,
    // A SKU that was taken out of the product has nothing available: the rules then refuse its quantity.
    cells: cells.map(({ skuId, quantity }) => ({
      skuId,
      quantity,
      unitPrice: skus.get(skuId)?.unitPrice ?? null,
      available: offer.status === 'listed' ? (skus.get(skuId)?.available ?? 0) : 0,
    })),
  }
}

function judgeShop(
  shop: ShopWithTerms,
  lines: JudgedShop['lines'],
  to: Destination | null,
  currency: Currency,
): JudgedShop {
  const evaluated = evaluateShopCart({
    terms: { mixedBatch: shop.terms?.mixedBatch ?? null },
    lines: lines.map((each) => each.line),
  })
  const freight = freightOf(shop, lines, to, currency)
  const issues: Issue[] = [
    ...(shop.open ? [] : [{ code: 'trade/shop-closed', facts: { shopId: shop.id } }]),
    ...(shop.verified ? [] : [{ code: 'trade/shop-not-verified', facts: { shopId: shop.id } }]),
    ...lines
      .filter((each) => each.offer.status !== 'listed')
      .map((each) => ({ code: 'trade/not-offered', facts: { productId: each.offer.productId } })),
    ...(freight.state === 'not-delivered'
      ? [{ code: freight.code ?? 'trade/not-delivered', facts: {} }]
      : []),
  ]
  return { shop, lines, evaluated, freight, issues, ok: evaluated.ok && issues.length === 0 }
}

function freightOf(
  shop: ShopWithTerms,
  lines: JudgedShop['lines'],
  to: Destination | null,
  currency: Currency,
): JudgedFreight {
  const { weightGrams, pieces } = consignmentOf(lines)
  const mode = freightModeOf(weightGrams)
  if (to === null) return { amount: null, state: 'no-address', code: null, mode }
  const freight = freightFor(shop.terms?.freight ?? noFreight, to, { weightGrams, pieces })
  if (!freight.ok) return { amount: null, state: 'not-delivered', code: freight.code, mode }
  if (freight.amount.amount > 0 && freight.amount.currency !== currency)
    return { amount: null, state: 'not-delivered', code: 'shops/freight-to-be-explained', mode }
  return { amount: freight.amount.amount, state: 'known', code: null, mode }
}

/** Pieces and grams of what goes in one consignment; grams are unknown as soon as one weight is. */
function consignmentOf(lines: JudgedShop['lines']): { weightGrams: number | null; pieces: number } {
  let weightGrams: number | null = 0
  let pieces = 0
  for (const { demand, offer } of lines) {
    for (const { skuId, quantity } of demand.cells) {
      if (quantity === 0) continue
      const grams = offer.skus.find((sku) => sku.skuId === skuId)?.weightGrams ?? null
      pieces += quantity
      weightGrams = grams === null || weightGrams === null ? null : weightGrams + grams * quantity
    }
  }
  return { weightGrams, pieces }
}
