import { inMarket, type Tx } from '#server/platform/db.ts'
import { newId } from '#server/platform/ids.ts'
import { ProblemError } from '#server/platform/problems.ts'
import type { ImportProgress } from '#shared/catalogue/import-contract.ts'
import type { ProductDraft } from '#shared/catalogue/product.ts'
import type { Catalogue } from '../actions/context.ts'
import { applyMove, demandFaultless, tellChanged } from '../actions/products.ts'
import { dayOf } from '../actions/views.ts'
import { writeDraft } from '../actions/write-draft.ts'
import { cellOf, draftOf, type StoredProduct } from '../domain/stored-product.ts'
import type { MarketFacts } from '../neighbours.ts'
import { lockProduct, productIdsByStyle, readProduct } from '../store/read-products.ts'
import { correctRows } from '../store/stock.ts'
import { insertProducts } from '../store/write-products.ts'
import { mergeDraft, saysMore } from './merge-draft.ts'
import {
  changeImport,
  lockImport,
  nextProducts,
  noteOutcomes,
  type Outcome,
  type StoredImport,
} from './store.ts'

const batchSize = 25

/**
 * Writes the products of a confirmed list, a batch per transaction; how far it came is written in the same transaction, so a run
 * that is broken off goes on where it stopped, and no product is written in part. Ends when all are written or the list is deleted.
 */
export async function runImport(
  catalogue: Catalogue,
  { marketId, importId }: { marketId: string; importId: string },
): Promise<void> {
  const market = (await catalogue.neighbours.marketsById([marketId])).get(marketId)
  if (!market) return
  for (;;) {
    const more = await inMarket(catalogue.database, marketId, (tx) =>
      runBatch(catalogue, tx, market, importId),
    )
    if (!more) return
  }
}

async function runBatch(
  catalogue: Catalogue,
  tx: Tx,
  market: MarketFacts,
  importId: string,
): Promise<boolean> {
  const marketId = market.id
  const found = await lockImport(tx, marketId, importId)
  if (found?.state !== 'importing') return false
  const batch = await nextProducts(tx, marketId, importId, found.cursor, batchSize)
  const existing = await productIdsByStyle(
    tx,
    marketId,
    found.shopId,
    batch.map(({ draft }) => draft.styleNo),
  )
  const outcomes: Outcome[] = []
  for (const { position, draft } of batch) {
    const outcome = await writeOne(catalogue, tx, market, found, draft, existing.get(draft.styleNo) ?? null)
    outcomes.push({ position, ...outcome })
  }
  await noteOutcomes(tx, marketId, importId, outcomes)
  const last = batch.at(-1)
  await changeImport(tx, marketId, found, {
    progress: progressAfter(found.progress, outcomes),
    ...(last ? { cursor: last.position + 1 } : { state: 'done' as const }),
  })
  return last !== undefined
}

function progressAfter(before: Partial<ImportProgress>, outcomes: readonly Outcome[]): ImportProgress {
  const count = (state: Outcome['state']) => outcomes.filter((each) => each.state === state).length
  return {
    total: before.total ?? 0,
    created: (before.created ?? 0) + count('created'),
    updated: (before.updated ?? 0) + count('updated'),
    unchanged: (before.unchanged ?? 0) + count('unchanged'),
    failed: (before.failed ?? 0) + count('failed'),
  }
}

type Written = Omit<Outcome, 'position'>

/** One product in a savepoint of its own: what it is refused for is noted, and the others go on. */
async function writeOne(
  catalogue: Catalogue,
  tx: Tx,
  market: MarketFacts,
  list: StoredImport,
  draft: ProductDraft,
  productId: string | null,
): Promise<Written> {
  try {
    return await tx.transaction(async (inner) => {
      const written =
        productId === null
          ? await create(catalogue, inner, market.id, list, draft)
          : await update(catalogue, inner, market, list, draft, productId)
      if (list.submit && written.productId !== null)
        await submitIfFaultless(catalogue, inner, market, written.productId)
      return written
    })
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    return { state: 'failed', productId, problem: error.code }
  }
}

async function create(
  { clock }: Catalogue,
  tx: Tx,
  marketId: string,
  { shopId, personId }: StoredImport,
  draft: ProductDraft,
): Promise<Written> {
  const at = clock.now()
  const id = newId('product', at.getTime())
  await insertProducts(tx, marketId, [{ id, shopId, draft, status: 'draft', listedAt: null }], {
    personId,
    at,
  })
  return { state: 'created', productId: id, problem: null }
}

async function update(
  catalogue: Catalogue,
  tx: Tx,
  market: MarketFacts,
  { personId, fileName }: StoredImport,
  draft: ProductDraft,
  productId: string,
): Promise<Written> {
  const product = await lockProduct(tx, market.id, productId)
  if (product === null) throw new ProblemError('request/changed-meanwhile')
  const merged = mergeDraft(product, draft)
  if (!saysMore(product, merged)) return { state: 'unchanged', productId, problem: null }
  if (product.status === 'listed') demandFaultless(catalogue, market, product, merged, 'zh')
  await writeDraft(tx, product, merged, { personId, at: catalogue.clock.now() })
  await countStock(tx, product, draft, { personId, reason: fileName })
  if (product.status === 'listed') await tellChanged(tx, market.id, productId)
  return { state: 'updated', productId, problem: null }
}

/** What the list says is there becomes what is on hand, but never less than what orders hold. */
async function countStock(
  tx: Tx,
  product: StoredProduct,
  draft: ProductDraft,
  by: { personId: string; reason: string },
): Promise<void> {
  const listed = new Map(draft.skus.map((sku) => [cellOf(sku), sku.stock]))
  const corrections = product.skus.flatMap((sku) => {
    const counted = listed.get(cellOf(sku))
    if (counted === undefined) return []
    const delta = Math.max(counted, sku.reserved) - sku.onHand
    return delta === 0 ? [] : [{ skuId: sku.id, delta, seen: null }]
  })
  if (corrections.length > 0) await correctRows(tx, product.marketId, 'import', corrections, by)
}

async function submitIfFaultless(
  catalogue: Catalogue,
  tx: Tx,
  market: MarketFacts,
  productId: string,
): Promise<void> {
  const product = await readProduct(tx, market.id, productId)
  if (product === null || (product.status !== 'draft' && product.status !== 'sent_back')) return
  const shop = (await catalogue.neighbours.shopsById(tx, market.id, [product.shopId])).get(product.shopId)
  const at = catalogue.clock.now()
  const facts = { reports: product.testReports, today: dayOf(at), carried: market.categoryIds }
  const problems = catalogue.rules.check(draftOf(product), facts)
  if (!shop?.open || !shop.verified || problems.some((problem) => problem.level === 'error')) return
  await applyMove(tx, product, 'submit', { submittedAt: at, remarks: [] }, at)
}
