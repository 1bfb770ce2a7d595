import type { PriceTier, ProductDraft, ProductStatus, SkuDraft } from '#shared/catalogue/product.ts'
import type { MediaView, ReviewRemark, TestReportView } from '#shared/catalogue/views.ts'

/** The parts of a product that a reviewer decides about. */
export type ReviewedFields = Pick<
  ProductDraft,
  'categoryId' | 'title' | 'description' | 'attributes' | 'origin' | 'mediaIds'
>
export const reviewedKeys = [
  'categoryId',
  'title',
  'description',
  'attributes',
  'origin',
  'mediaIds',
] as const

export type StoredSku = Omit<SkuDraft, 'stock'> & {
  id: string
  position: number
  onHand: number
  reserved: number
}

/** A product as it is kept: what is listed or being written, and beside it a change that waits for review. */
export type StoredProduct = Omit<ProductDraft, 'skus'> & {
  marketId: string
  id: string
  shopId: string
  status: ProductStatus
  version: number
  pending: ReviewedFields | null
  change: 'waiting' | 'sent_back' | null
  remarks: ReviewRemark[]
  sold30d: number
  submittedAt: string | null
  reviewedAt: string | null
  listedAt: string | null
  updatedAt: string
  skus: StoredSku[]
  media: MediaView[]
  testReports: TestReportView[]
}

/** What may be promised of a SKU now. */
export const availableOf = (sku: Pick<StoredSku, 'onHand' | 'reserved'>): number =>
  Math.max(0, sku.onHand - sku.reserved)

/** Colour and size as one text: two cells with the same text are the same cell. */
export const cellOf = (sku: Pick<SkuDraft, 'colour' | 'size'>): string =>
  [sku.colour.zh, sku.colour.en, sku.size]
    .map((part) => part.normalize('NFKC').toLowerCase().trim())
    .join(' / ')

/** The seller's article number of a cell, made from style number, colour and size where none was given. */
export const articleNoOf = (styleNo: string, sku: Pick<SkuDraft, 'articleNo' | 'colour' | 'size'>): string =>
  sku.articleNo !== ''
    ? sku.articleNo
    : [styleNo, sku.colour.zh || sku.colour.en, sku.size]
        .filter((part) => part !== '')
        .join('-')
        .slice(0, 120)

/** The draft that a seller sees: what is kept, under the change that waits when there is one. */
export function draftOf(product: StoredProduct): ProductDraft {
  const { categoryId, title, description, attributes, origin, mediaIds } = product.pending ?? product
  const { styleNo, unit, quoteMode, tiers, moq, packSize, packNote, mixedBatch } = product
  const { samplePrice, sampleLimit, leadTimeDays, hsCode, customisable } = product
  return {
    styleNo,
    categoryId,
    title,
    description,
    attributes,
    unit,
    quoteMode,
    tiers,
    moq,
    packSize,
    packNote,
    mixedBatch,
    samplePrice,
    sampleLimit,
    leadTimeDays,
    origin,
    hsCode,
    customisable,
    mediaIds,
    skus: product.skus.map(
      ({ articleNo, colour, colourHex, size, onHand, unitPrice, weightGrams, barcode }) => ({
        articleNo,
        colour,
        colourHex,
        size,
        stock: onHand,
        unitPrice,
        weightGrams,
        barcode,
      }),
    ),
  }
}

/** JSON with the keys of every object in order: equal contents give equal texts. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, member: unknown) =>
    typeof member === 'object' && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  )
}

/** Pointers of the reviewed fields in which two versions differ. */
export function changedFields(before: ReviewedFields, after: ReviewedFields): string[] {
  return reviewedKeys
    .filter((key) => canonical(before[key]) !== canonical(after[key]))
    .map((key) => `/${key}`)
}

/** Price of one piece at the MOQ, and the dearest SKU where each has its own: what history keeps. */
export function priceAtMoq({
  quoteMode,
  tiers,
  moq,
  skus,
}: {
  quoteMode: ProductDraft['quoteMode']
  tiers: readonly PriceTier[]
  moq: number
  skus: readonly { unitPrice: number | null }[]
}): { lowest: number; highest: number } {
  const tier = tiers.findLast((each) => each.minQuantity <= moq) ?? tiers[0]
  const own =
    quoteMode === 'by-sku' ? skus.flatMap(({ unitPrice }) => (unitPrice === null ? [] : [unitPrice])) : []
  if (own.length > 0) return { lowest: Math.min(...own), highest: Math.max(...own) }
  return { lowest: tier?.unitPrice ?? 0, highest: tier?.unitPrice ?? 0 }
}
