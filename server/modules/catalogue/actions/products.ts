import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db.ts'
import { publish } from '#server/platform/events.ts'
import { newId } from '#server/platform/ids.ts'
import { enqueue } from '#server/platform/jobs.ts'
import { notFound, ProblemError } from '#server/platform/problems.ts'
import type { ProductDraft } from '#shared/catalogue/product.ts'
import type { SellerProduct } from '#shared/catalogue/views.ts'
import type { Locale } from '#shared/text.ts'
import { fieldProblems } from '../domain/listing-rules.ts'
import { leadsFrom, type Move, moves } from '../domain/moves.ts'
import { draftOf, type StoredProduct } from '../domain/stored-product.ts'
import { productsChanged } from '../events.ts'
import type { MarketFacts } from '../neighbours.ts'
import { removeDocuments } from '../store/documents.ts'
import { mediaOfProduct, unknownMedia } from '../store/media.ts'
import { deleteDraft, type MoveFacts, moveProduct } from '../store/move-product.ts'
import { lockProduct, readProduct } from '../store/read-products.ts'
import { insertProducts } from '../store/write-products.ts'
import { type Catalogue, dropMediaJob, inShop, type ShopScope } from './context.ts'
import { dayOf, sellerProduct } from './views.ts'
import { writeDraft } from './write-draft.ts'

type Where = { market: string; shop: string }
type One = Where & { product: string }

/** Tells that what buyers see of a product may have changed. */
export const tellChanged = (tx: Tx, marketId: string, productId: string): Promise<void> =>
  publish(tx, productsChanged, { marketId, productIds: [productId] }, productId)

/** The product of this shop, locked for the transaction; 404 when the shop has none by this id. */
async function lockOfShop(tx: Tx, { market, shop }: ShopScope, id: string): Promise<StoredProduct> {
  const product = await lockProduct(tx, market.id, id)
  if (product?.shopId !== shop.id) throw notFound()
  return product
}

/** Throws `catalogue/listing-has-errors` with every error of the draft when there is one. */
export function demandFaultless(
  { rules, clock }: Catalogue,
  { categoryIds }: Pick<MarketFacts, 'categoryIds'>,
  product: Pick<StoredProduct, 'testReports'>,
  draft: ProductDraft,
  locale: Locale,
): void {
  const facts = { reports: product.testReports, today: dayOf(clock.now()), carried: categoryIds }
  const problems = rules.check(draft, facts)
  const errors = fieldProblems(problems, locale)
  if (errors.length > 0)
    throw new ProblemError('catalogue/listing-has-errors', { count: errors.length }, { errors })
}

/** Refuses what the tables cannot: a category nobody knows, pictures of another shop. */
async function demandKnown(
  { book }: Catalogue,
  tx: Tx,
  { market, shop }: ShopScope,
  draft: ProductDraft,
): Promise<void> {
  if (!book.find(draft.categoryId))
    throw new ProblemError('catalogue/unknown-category', { categoryId: draft.categoryId })
  const unknown = await unknownMedia(tx, market.id, shop.id, draft.mediaIds)
  if (unknown.length > 0) throw new ProblemError('catalogue/unknown-media', { mediaIds: unknown })
}

async function seen(catalogue: Catalogue, tx: Tx, scope: ShopScope, id: string): Promise<SellerProduct> {
  const product = await readProduct(tx, scope.market.id, id)
  if (product?.shopId !== scope.shop.id) throw notFound()
  return sellerProduct(catalogue, scope, product)
}

/** A product as its shop sees it. */
export const getProduct = (catalogue: Catalogue, actor: Actor, where: One): Promise<SellerProduct> =>
  inShop(catalogue, actor, where, 'see', (tx, scope) => seen(catalogue, tx, scope, where.product))

/** Writes a new product as a draft. A draft may have faults; they are told, and keep it from being submitted. */
export function createProduct(
  catalogue: Catalogue,
  actor: Actor,
  where: Where,
  draft: ProductDraft,
): Promise<SellerProduct> {
  return inShop(catalogue, actor, where, 'edit', async (tx, scope) => {
    await demandKnown(catalogue, tx, scope, draft)
    const at = catalogue.clock.now()
    const id = newId('product', at.getTime())
    const item = { id, shopId: scope.shop.id, draft, status: 'draft', listedAt: null } as const
    await insertProducts(tx, scope.market.id, [item], { personId: actor.personId, at })
    return seen(catalogue, tx, scope, id)
  })
}

/** Replaces what is said of a product, on the version that the seller saw. */
export function putProduct(
  catalogue: Catalogue,
  actor: Actor,
  where: One,
  { version, draft }: { version: number; draft: ProductDraft },
  locale: Locale,
): Promise<SellerProduct> {
  return inShop(catalogue, actor, where, 'edit', async (tx, scope) => {
    const product = await lockOfShop(tx, scope, where.product)
    if (product.version !== version) throw new ProblemError('request/changed-meanwhile')
    await demandKnown(catalogue, tx, scope, draft)
    if (product.status === 'listed') demandFaultless(catalogue, scope.market, product, draft, locale)
    await writeDraft(tx, product, draft, { personId: actor.personId, at: catalogue.clock.now() })
    if (product.status === 'listed') await tellChanged(tx, scope.market.id, product.id)
    return seen(catalogue, tx, scope, product.id)
  })
}

/** Moves a locked product or refuses: not from this status, or not on this version. */
export async function applyMove(
  tx: Tx,
  product: StoredProduct,
  move: Move,
  facts: Omit<MoveFacts, 'to'>,
  at: Date,
): Promise<void> {
  if (!leadsFrom(move, product.status))
    throw new ProblemError('catalogue/move-not-allowed', { status: product.status, move })
  if (!(await moveProduct(tx, product.marketId, product, { to: moves[move].to, ...facts }, at)))
    throw new ProblemError('request/changed-meanwhile')
}

type Step = (tx: Tx, scope: ShopScope, product: StoredProduct, at: Date) => Promise<void>

/** One verb of the seller on the version that was seen, recorded in the audit log. */
function verb(name: string, step: (catalogue: Catalogue, locale: Locale) => Step) {
  return (
    catalogue: Catalogue,
    actor: Actor,
    where: One,
    version: number,
    locale: Locale,
  ): Promise<SellerProduct> =>
    inShop(catalogue, actor, where, 'edit', async (tx, scope) => {
      const product = await lockOfShop(tx, scope, where.product)
      if (product.version !== version) throw new ProblemError('request/changed-meanwhile')
      await step(catalogue, locale)(tx, scope, product, catalogue.clock.now())
      const after = await seen(catalogue, tx, scope, product.id)
      const facts = { from: product.status, to: after.status, version: after.version }
      await audit(tx, {
        stream: scope.market.id,
        actor,
        action: `catalogue.${name}`,
        subject: product.id,
        facts,
      })
      return after
    })
}

/** Who lists must be open and verified in time (Order 37 art. 24); what is in the market already stays. */
export const demandOpen = ({ shop }: Pick<ShopScope, 'shop'>): void => {
  if (!shop.open) throw new ProblemError('catalogue/shop-not-open')
  if (!shop.verified) throw new ProblemError('catalogue/shop-not-verified')
}

/** Hands a draft to the reviewers; refused with every error the listing still has. */
export const submitProduct = verb('submit', (catalogue, locale) => async (tx, scope, product, at) => {
  demandOpen(scope)
  demandFaultless(catalogue, scope.market, product, draftOf(product), locale)
  await applyMove(tx, product, 'submit', { submittedAt: at, remarks: [] }, at)
})

/** Takes a listing, or the change of a listed one, back out of review. */
export const retractProduct = verb('retract', () => async (tx, _scope, product, at) => {
  if (product.change === null) return applyMove(tx, product, 'retract', {}, at)
  const facts: MoveFacts = { to: product.status, change: 'none', remarks: [] }
  if (!(await moveProduct(tx, product.marketId, product, facts, at)))
    throw new ProblemError('request/changed-meanwhile')
})

/** Takes a product out of the market: its public page is gone when this is committed. */
export const withdrawProduct = verb('withdraw', () => async (tx, scope, product, at) => {
  await applyMove(tx, product, 'withdraw', { change: 'none' }, at)
  await removeDocuments(tx, [product.id])
  await tellChanged(tx, scope.market.id, product.id)
})

/** Puts a withdrawn product back as it was approved, if today's rules still let it. */
export const relistProduct = verb('relist', (catalogue, locale) => async (tx, scope, product, at) => {
  demandOpen(scope)
  demandFaultless(catalogue, scope.market, product, draftOf(product), locale)
  await applyMove(tx, product, 'relist', { listedAt: at }, at)
  await tellChanged(tx, scope.market.id, product.id)
})

/** Deletes a draft that was never listed. What was in the market once is withdrawn, never deleted (records are kept). */
export function deleteProduct(catalogue: Catalogue, actor: Actor, where: One): Promise<void> {
  return inShop(catalogue, actor, where, 'edit', async (tx, scope) => {
    const product = await lockOfShop(tx, scope, where.product)
    const mediaIds = await mediaOfProduct(tx, scope.market.id, product.id)
    if (!(await deleteDraft(tx, scope.market.id, product.id)))
      throw new ProblemError('catalogue/move-not-allowed', { status: product.status })
    if (mediaIds.length > 0) await enqueue(tx, dropMediaJob, { marketId: scope.market.id, mediaIds })
    const facts = { styleNo: product.styleNo }
    await audit(tx, {
      stream: scope.market.id,
      actor,
      action: 'catalogue.delete',
      subject: product.id,
      facts,
    })
  })
}
