import { type Currency, money } from '#shared/money.ts'
import type { CartShopView, CartView } from '#shared/trade/shapes.ts'
import type { Judged, JudgedShop } from './domain/judge.ts'

/** What the buyer saw of a SKU when it was put into the cart. */
export type Seen = ReadonlyMap<string, { price: number | null; available: number }>
export const seenKey = (kind: string, skuId: string) => `${kind} ${skuId}`

/** The cart as the contract shows it. Nothing is decided here. */
export function cartView(
  judged: Judged,
  {
    version,
    currency,
    addressId,
    seen,
    mayBuy,
  }: {
    version: number
    currency: Currency
    addressId: string | null
    seen: Seen
    mayBuy: boolean
  },
): CartView {
  const quantity = judged.shops.reduce(
    (sum, shop) => sum + shop.evaluated.lines.reduce((inner, line) => inner + line.quantity, 0),
    0,
  )
  return {
    version,
    shops: judged.shops.map((shop) => shopView(shop, currency, seen)),
    quantity,
    goods: money(judged.goods, currency),
    freight: judged.freight === null || judged.shops.length === 0 ? null : money(judged.freight, currency),
    total: judged.total === null || judged.shops.length === 0 ? null : money(judged.total, currency),
    addressId,
    ok: judged.ok,
    actions: mayBuy ? ['change', ...(judged.ok && judged.total !== null ? ['order'] : [])] : [],
  }
}

function shopView(each: JudgedShop, currency: Currency, seen: Seen): CartShopView {
  const { shop, evaluated, freight } = each
  return {
    shop: { id: shop.id, name: shop.name, slug: null, open: shop.open },
    lines: each.lines.map((line, index) => lineView(line, evaluated.lines[index], seen)),
    pool: evaluated.pool,
    mixedBatch: shop.terms?.mixedBatch ?? null,
    nextSteps: evaluated.nextSteps.map((step) => ({ ...step })),
    goods: money(evaluated.goodsAmount, currency),
    freight: {
      amount: freight.amount === null ? null : money(freight.amount, currency),
      state: freight.state,
      code: freight.code,
      mode: freight.mode,
    },
    issues: each.issues,
    ok: each.ok,
  }
}

function lineView(
  { demand, offer, line }: JudgedShop['lines'][number],
  evaluated: JudgedShop['evaluated']['lines'][number] | undefined,
  seen: Seen,
): CartShopView['lines'][number] {
  const skus = new Map(offer.skus.map((sku) => [sku.skuId, sku]))
  return {
    productId: offer.productId,
    kind: demand.kind,
    title: offer.title,
    styleNo: offer.styleNo,
    mediaId: offer.mediaId,
    listed: offer.status === 'listed',
    unit: offer.unit,
    quoteMode: offer.quoteMode,
    tiers: offer.tiers,
    moq: offer.moq,
    packSize: offer.packSize,
    mixedBatch: offer.mixedBatch,
    samplePrice: offer.samplePrice,
    sampleLimit: offer.sampleLimit,
    samplesTaken: line.offer.samplesTaken ?? 0,
    quantity: evaluated?.quantity ?? 0,
    amount: evaluated?.amount ?? 0,
    activeTier: evaluated?.activeTier ?? null,
    nextTier: evaluated?.nextTier ?? null,
    acceptedBy: evaluated?.acceptedBy ?? null,
    issues: (evaluated?.issues ?? []).map(({ code, facts }) => ({ code, facts: { ...facts } })),
    cells: demand.cells.map((cell, index) => {
      const sku = skus.get(cell.skuId)
      const judged = evaluated?.cells[index]
      const before = seen.get(seenKey(demand.kind, cell.skuId))
      const available = offer.status === 'listed' ? (sku?.available ?? 0) : 0
      const price = judged?.unitPrice ?? null
      return {
        skuId: cell.skuId,
        colour: sku?.colour ?? { zh: '', en: '' },
        colourHex: sku?.colourHex ?? null,
        size: sku?.size ?? '',
        articleNo: sku?.articleNo ?? '',
        quantity: cell.quantity,
        available,
        unitPrice: price,
        amount: judged?.amount ?? 0,
        priceWas:
          before !== undefined && before.price !== listPrice(offer, demand.kind, cell.skuId)
            ? before.price
            : null,
        // More stock than before is no news; less than is wanted is.
        availableWas:
          before !== undefined && available < before.available && available < cell.quantity
            ? before.available
            : null,
      }
    }),
  }
}

/**
 * The price that stands for "the price" when it is remembered: the sample price, the SKU's own, or the first tier's. It does not depend on
 * the quantity, so that adding pieces does not read as a price change.
 */
export function listPrice(
  offer: JudgedShop['lines'][number]['offer'],
  kind: 'stock' | 'sample',
  skuId: string,
): number | null {
  if (kind === 'sample') return offer.samplePrice
  const own = offer.skus.find((sku) => sku.skuId === skuId)?.unitPrice ?? null
  return offer.quoteMode === 'by-sku' ? own : (offer.tiers[0]?.unitPrice ?? null)
}
