import type { Actor } from '#server/platform/actor.ts'
import { inMarket, type Tx } from '#server/platform/db.ts'
import { type IdempotencyClaim, once } from '#server/platform/idempotency.ts'
import { demand, notFound, ProblemError } from '#server/platform/problems.ts'
import type { SellerSku } from '#shared/catalogue/views.ts'
import type { StoredProduct } from '../domain/stored-product.ts'
import { mayEditShop, maySeeShop } from '../policy.ts'
import { readProduct } from '../store/read-products.ts'
import { type Correction, correctRows } from '../store/stock.ts'
import { type Catalogue, inShop, marketOf, type ShopScope } from './context.ts'
import { tellChanged } from './products.ts'
import { sellerSku } from './views.ts'

type One = { market: string; shop: string; product: string }
type StockView = { items: SellerSku[]; actions: string[] }
export type StockLineInput = {
  skuId: string
  count?: { onHand: number; seen: number } | undefined
  delta?: number | undefined
}

async function ofShop(tx: Tx, { market, shop }: ShopScope, id: string): Promise<StoredProduct> {
  const product = await readProduct(tx, market.id, id)
  if (product?.shopId !== shop.id) throw notFound()
  return product
}

const view = (scope: ShopScope, product: StoredProduct): StockView => ({
  items: product.skus.map(sellerSku),
  actions: mayEditShop(scope.actor, scope.shop).ok ? ['count', 'correct'] : [],
})

/** On hand, reserved and available of each SKU. */
export const getStock = (catalogue: Catalogue, actor: Actor, where: One): Promise<StockView> =>
  inShop(catalogue, actor, where, 'see', async (tx, scope) =>
    view(scope, await ofShop(tx, scope, where.product)),
  )

const correctionOf = ({ skuId, count, delta = 0 }: StockLineInput): Correction =>
  count === undefined
    ? { skuId, delta, seen: null }
    : { skuId, delta: count.onHand - count.seen + delta, seen: count.seen }

/**
 * Corrects stock, all lines or none, once per key. A count is refused with `request/changed-meanwhile` when the figure it was made
 * on is no longer true; nothing falls below what orders hold.
 */
export async function putStock(
  catalogue: Catalogue,
  actor: Actor,
  where: One,
  { lines, reason }: { lines: readonly StockLineInput[]; reason: string },
  claim: IdempotencyClaim,
): Promise<StockView> {
  const market = await marketOf(catalogue, where.market)
  const allowed = async (tx: Tx): Promise<ShopScope> => {
    const shop = (await catalogue.neighbours.shopsById(tx, market.id, [where.shop])).get(where.shop)
    if (!shop || !maySeeShop(actor, shop)) throw notFound()
    demand(mayEditShop(actor, shop))
    return { market, shop, actor }
  }
  // Before the claim: a stranger must not learn from a repeat what was answered to somebody else.
  await inMarket(catalogue.database, market.id, allowed)
  const { result } = await once(catalogue.database, market.id, claim, async (tx) => {
    const scope = await allowed(tx)
    const product = await ofShop(tx, scope, where.product)
    const known = new Map(product.skus.map((sku) => [sku.id, sku]))
    const unknown = lines.filter((line) => !known.has(line.skuId)).map((line) => line.skuId)
    if (unknown.length > 0) throw new ProblemError('catalogue/unknown-sku', { skuIds: unknown })
    const corrections = lines.map(correctionOf)
    if (new Set(corrections.map((each) => each.skuId)).size < corrections.length)
      throw new ProblemError('catalogue/sku-twice')
    const kind = lines.some((line) => line.count) ? 'count' : 'correction'
    const done = await correctRows(tx, market.id, kind, corrections, { personId: actor.personId, reason })
    const failed = corrections.filter((each) => !done.has(each.skuId))
    if (failed.length > 0) throw await whyNot(tx, scope, where.product, failed)
    if (product.status === 'listed') await tellChanged(tx, market.id, product.id)
    return view(scope, await ofShop(tx, scope, where.product))
  })
  return result
}

async function whyNot(
  tx: Tx,
  scope: ShopScope,
  productId: string,
  failed: readonly Correction[],
): Promise<ProblemError> {
  const now = new Map((await ofShop(tx, scope, productId)).skus.map((sku) => [sku.id, sku]))
  const moved = failed.some((each) => each.seen !== null && now.get(each.skuId)?.onHand !== each.seen)
  const skuIds = failed.map((each) => each.skuId)
  if (moved) return new ProblemError('request/changed-meanwhile', { skuIds })
  const reserved = failed.reduce((sum, each) => sum + (now.get(each.skuId)?.reserved ?? 0), 0)
  return new ProblemError('catalogue/stock-below-reserved', { skuIds, reserved })
}
