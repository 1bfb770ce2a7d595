import type { Tx } from '#server/platform/db.ts'
import { newId } from '#server/platform/ids.ts'
import { ProblemError } from '#server/platform/problems.ts'
import type { ProductDraft } from '#shared/catalogue/product.ts'
import { editable } from '../domain/moves.ts'
import {
  canonical,
  cellOf,
  changedFields,
  priceAtMoq,
  type ReviewedFields,
  type StoredProduct,
} from '../domain/stored-product.ts'
import {
  appendPrices,
  insertSkus,
  type ProductRow,
  removeSkus,
  replaceMediaOrder,
  replaceTiers,
  updateProductRow,
  updateSkus,
} from '../store/write-products.ts'

const reviewedOf = ({
  categoryId,
  title,
  description,
  attributes,
  origin,
  mediaIds,
}: ReviewedFields): ReviewedFields => ({
  categoryId,
  title,
  description,
  attributes,
  origin,
  mediaIds,
})

/**
 * What the row becomes when a seller writes this draft. In the market, a change of what a reviewer decided about waits beside
 * what is listed; prices, terms and SKUs count at once. Out of the market, such a change asks for a new submission.
 */
export function rowAfter(product: StoredProduct, draft: ProductDraft): ProductRow {
  const wanted = reviewedOf(draft)
  const differs = changedFields(reviewedOf(product), wanted).length > 0
  if (product.status === 'listed')
    return differs
      ? { draft, reviewed: reviewedOf(product), pending: wanted, change: 'waiting', status: 'listed' }
      : { draft, reviewed: wanted, pending: null, change: null, status: 'listed' }
  const status = product.status === 'withdrawn' && differs ? 'draft' : product.status
  return { draft, reviewed: wanted, pending: null, change: null, status }
}

const pricesOf = (
  quote: Pick<ProductDraft, 'quoteMode' | 'tiers' | 'moq'> & {
    skus: readonly { unitPrice: number | null }[]
  },
) => canonical([quote.quoteMode, quote.tiers, quote.moq, priceAtMoq(quote)])

/**
 * Writes a draft over a product that was read under lock: its row, tiers, pictures and cells. A cell that stays keeps its id
 * and its stock; a new one opens with the stock of the draft; one that orders hold cannot go (`catalogue/sku-in-orders`).
 */
export async function writeDraft(
  tx: Tx,
  product: StoredProduct,
  draft: ProductDraft,
  { personId, at }: { personId: string | null; at: Date },
): Promise<void> {
  const { marketId, id } = product
  if (!editable.includes(product.status))
    throw new ProblemError('catalogue/move-not-allowed', { status: product.status })
  const row = rowAfter(product, draft)
  if (!(await updateProductRow(tx, marketId, id, product.version, row, at)))
    throw new ProblemError('request/changed-meanwhile')
  await writeCells(tx, product, draft, { personId, at })
  if (canonical(product.tiers) !== canonical(draft.tiers)) await replaceTiers(tx, marketId, id, draft)
  if (canonical(product.mediaIds) !== canonical(row.reviewed.mediaIds))
    await replaceMediaOrder(tx, marketId, id, row.reviewed.mediaIds)
  if (pricesOf(product) !== pricesOf(draft)) await appendPrices(tx, marketId, [{ id, draft }], at)
}

async function writeCells(
  tx: Tx,
  product: StoredProduct,
  draft: ProductDraft,
  { personId, at }: { personId: string | null; at: Date },
): Promise<void> {
  const { styleNo } = draft
  const known = new Map(product.skus.map((sku) => [cellOf(sku), sku]))
  const cells = draft.skus.map((sku, position) => ({ sku, position, before: known.get(cellOf(sku)) }))
  const kept = new Set(cells.flatMap(({ before }) => before?.id ?? []))
  const gone = product.skus.filter((sku) => !kept.has(sku.id)).map((sku) => sku.id)
  if ((await removeSkus(tx, product.marketId, gone, at)) < gone.length) {
    const reserved = product.skus
      .filter((sku) => gone.includes(sku.id))
      .reduce((sum, sku) => sum + sku.reserved, 0)
    throw new ProblemError('catalogue/sku-in-orders', { reserved })
  }
  const staying = cells.flatMap(({ sku, position, before }) =>
    before === undefined ? [] : [{ id: before.id, position, draft: sku, styleNo }],
  )
  await updateSkus(tx, product.marketId, staying)
  const coming = cells.flatMap(({ sku, position, before }) =>
    before === undefined ? [{ productId: product.id, id: newId('sku'), position, draft: sku, styleNo }] : [],
  )
  await insertSkus(tx, product.marketId, coming, personId)
}
