import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import { cursorOf, readCursor } from '#server/platform/cursor.ts'
import { inMarket, type Tx } from '#server/platform/db.ts'
import { notFound, ProblemError } from '#server/platform/problems.ts'
import type { getReview, listReviews } from '#shared/catalogue/contract.ts'
import type { ReviewRemark, SellerProduct } from '#shared/catalogue/views.ts'
import type { ResponseOf } from '#shared/http.ts'
import type { Locale } from '#shared/text.ts'
import { changedFields, draftOf, type StoredProduct } from '../domain/stored-product.ts'
import { mayReviewListing, reviewActions } from '../policy.ts'
import { countWaiting, pageOfWaiting } from '../store/lists.ts'
import { moveProduct } from '../store/move-product.ts'
import { lockProduct, readProduct } from '../store/read-products.ts'
import { replaceMediaOrder, updateProductRow } from '../store/write-products.ts'
import { type Catalogue, marketOf, type ShopScope } from './context.ts'
import { applyMove, demandFaultless, demandOpen, tellChanged } from './products.ts'
import { sellerProduct } from './views.ts'

type One = { market: string; product: string }

/** The market for a holder of `review_listings`; 404 for everybody else, who need not know that there is a queue. */
async function reviewedMarket(catalogue: Catalogue, actor: Actor, slug: string) {
  const market = await marketOf(catalogue, slug)
  if (!(await catalogue.neighbours.mayReview(actor, market.id))) throw notFound()
  return market
}

/** The queue of listings that wait for a decision. */
export async function listWaiting(
  catalogue: Catalogue,
  actor: Actor,
  slug: string,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<ResponseOf<typeof listReviews>> {
  const market = await reviewedMarket(catalogue, actor, slug)
  const [submittedAt, id] = readCursor(cursor, 'moment', 'id') ?? []
  const after = submittedAt === undefined || id === undefined ? null : { submittedAt, id }
  return inMarket(catalogue.database, market.id, async (tx) => {
    const lines = await pageOfWaiting(tx, market.id, after, limit + 1)
    const page = lines.slice(0, limit)
    const shops = await catalogue.neighbours.shopsById(tx, market.id, [
      ...new Set(page.map((line) => line.shopId)),
    ])
    const last = lines.length > limit ? page.at(-1) : undefined
    return {
      items: page.map((line) => ({ ...line, shopName: shops.get(line.shopId)?.name ?? { zh: '', en: '' } })),
      nextCursor: last ? cursorOf(last.submittedAt, last.productId) : null,
      waiting: await countWaiting(tx, market.id),
    }
  })
}

const waits = (product: StoredProduct): boolean =>
  product.status === 'in_review' || product.change === 'waiting'

async function scopeOf(
  catalogue: Catalogue,
  tx: Tx,
  actor: Actor,
  market: ShopScope['market'],
  product: StoredProduct | null,
): Promise<ShopScope> {
  if (product === null) throw notFound()
  const shop = (await catalogue.neighbours.shopsById(tx, market.id, [product.shopId])).get(product.shopId)
  if (!shop) throw notFound()
  return { market, shop, actor }
}

/** A listing under review. What differs from what was listed before is named. */
export async function getWaiting(
  catalogue: Catalogue,
  actor: Actor,
  where: One,
): Promise<ResponseOf<typeof getReview>> {
  const market = await reviewedMarket(catalogue, actor, where.market)
  return inMarket(catalogue.database, market.id, async (tx) => {
    const product = await readProduct(tx, market.id, where.product)
    if (product === null || !waits(product)) throw notFound()
    const scope = await scopeOf(catalogue, tx, actor, market, product)
    const may = mayReviewListing(actor, scope.shop, true)
    return {
      ...sellerProduct(catalogue, scope, product),
      actions: may ? reviewActions(product) : [],
      shopName: scope.shop.name,
      changed: product.pending === null ? null : changedFields(product, product.pending),
    }
  })
}

/** A decision about a listing on the version that was read, recorded with who and why. */
async function decide(
  catalogue: Catalogue,
  actor: Actor,
  where: One & { version: number },
  action: 'approve' | 'send-back',
  step: (tx: Tx, product: StoredProduct, at: Date, scope: ShopScope) => Promise<Record<string, unknown>>,
): Promise<SellerProduct> {
  const market = await reviewedMarket(catalogue, actor, where.market)
  return inMarket(catalogue.database, market.id, async (tx) => {
    const product = await lockProduct(tx, market.id, where.product)
    const scope = await scopeOf(catalogue, tx, actor, market, product)
    if (product === null) throw notFound()
    if (!mayReviewListing(actor, scope.shop, true)) throw new ProblemError('request/not-allowed')
    if (product.version !== where.version) throw new ProblemError('request/changed-meanwhile')
    if (!waits(product)) throw new ProblemError('catalogue/move-not-allowed', { status: product.status })
    const facts = await step(tx, product, catalogue.clock.now(), scope)
    await tellChanged(tx, market.id, product.id)
    const after = await readProduct(tx, market.id, product.id)
    if (after === null) throw notFound()
    await audit(tx, { stream: market.id, actor, action: `catalogue.${action}`, subject: product.id, facts })
    return { ...sellerProduct(catalogue, scope, after), actions: reviewActions(after) }
  })
}

/** Lists a product, or lets the waiting change of a listed one take the place of what was shown. */
export function approve(
  catalogue: Catalogue,
  actor: Actor,
  where: One & { version: number },
  locale: Locale,
): Promise<SellerProduct> {
  return decide(catalogue, actor, where, 'approve', async (tx, product, at, scope) => {
    const draft = draftOf(product)
    demandFaultless(catalogue, scope.market, product, draft, locale)
    if (product.pending === null) {
      demandOpen(scope)
      await applyMove(tx, product, 'approve', { reviewedAt: at, listedAt: at, remarks: [] }, at)
      return { version: product.version, change: [] }
    }
    const row = { draft, reviewed: product.pending, pending: null, change: null, status: product.status }
    if (!(await updateProductRow(tx, product.marketId, product.id, product.version, row, at)))
      throw new ProblemError('request/changed-meanwhile')
    await replaceMediaOrder(tx, product.marketId, product.id, product.pending.mediaIds)
    return { version: product.version, change: changedFields(product, product.pending) }
  })
}

/** Sends a listing back to its shop with a reason per field; a listed product stays as it was. */
export function sendBack(
  catalogue: Catalogue,
  actor: Actor,
  where: One & { version: number; remarks: ReviewRemark[] },
): Promise<SellerProduct> {
  return decide(catalogue, actor, where, 'send-back', async (tx, product, at) => {
    const facts = { reviewedAt: at, remarks: where.remarks }
    if (product.pending === null) await applyMove(tx, product, 'send_back', facts, at)
    else if (
      !(await moveProduct(
        tx,
        product.marketId,
        product,
        { to: product.status, change: 'sent_back', ...facts },
        at,
      ))
    )
      throw new ProblemError('request/changed-meanwhile')
    return { version: product.version, remarks: where.remarks.map((remark) => remark.pointer) }
  })
}
