import { attributeViews } from '#shared/catalogue/attribute-views.ts'
import type { PricePoint, ProductCard, ProductDocument, ShopBrief } from '#shared/catalogue/views.ts'
import type { MarketFacts, ShopFacts } from '../neighbours.ts'
import type { CategoryBook } from './category-book.ts'
import { availableOf, priceAtMoq, type StoredProduct } from './stored-product.ts'

/** A listed product with the market and the shop it stands in. */
export type ListedProduct = { product: StoredProduct; shop: ShopFacts; market: MarketFacts }

export const shopBrief = (shop: ShopFacts): ShopBrief => ({
  id: shop.id,
  name: shop.name,
  verified: shop.verified,
  ownedByLead: shop.ownedByLead,
  booth: shop.booth,
  hall: shop.hall,
})

/** What anybody may read of a listed product: what was approved, never the change that waits. */
export function productDocument(
  { product, shop, market }: ListedProduct,
  book: CategoryBook,
  priceHistory: readonly PricePoint[],
): ProductDocument {
  const category = book.find(product.categoryId)
  const { id, version, styleNo, title, description, unit, quoteMode, tiers, moq, packSize, packNote } =
    product
  const { mixedBatch, samplePrice, sampleLimit, leadTimeDays, origin, hsCode, customisable, sold30d } =
    product
  return {
    id,
    version,
    market: { id: market.id, slug: market.slug, name: market.name },
    shop: shopBrief(shop),
    styleNo,
    category: {
      id: product.categoryId,
      name: category?.name ?? { zh: product.categoryId, en: product.categoryId },
      path: book.path(product.categoryId).map((each) => ({ id: each.id, name: each.name })),
      sizes: (category?.sizes ?? []).filter((size) => product.skus.some((sku) => sku.size === size.code)),
    },
    title,
    description,
    attributes: attributeViews(book.attributes(product.categoryId), product.attributes),
    currency: market.currency,
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
    media: product.mediaIds.flatMap((mediaId) => product.media.find((each) => each.id === mediaId) ?? []),
    skus: product.skus.map((sku) => ({
      id: sku.id,
      articleNo: sku.articleNo,
      colour: sku.colour,
      colourHex: sku.colourHex,
      size: sku.size,
      available: availableOf(sku),
      unitPrice: sku.unitPrice,
      weightGrams: sku.weightGrams,
      barcode: sku.barcode,
    })),
    testReports: product.testReports,
    priceHistory: [...priceHistory],
    sold30d,
    listedAt: product.listedAt ?? product.updatedAt,
    updatedAt: product.updatedAt,
  }
}

/** What a list shows of a product. */
export function productCard({ product, shop, market }: ListedProduct): ProductCard {
  const colours = new Map(product.skus.map((sku) => [`${sku.colour.zh}/${sku.colour.en}`, sku.colourHex]))
  const prices = priceAtMoq(product)
  return {
    id: product.id,
    market: market.slug,
    title: product.title,
    mediaId: product.mediaIds[0] ?? null,
    currency: market.currency,
    quoteMode: product.quoteMode,
    tiers: product.tiers,
    skuPrices: product.quoteMode === 'by-sku' ? prices : null,
    moq: product.moq,
    packSize: product.packSize,
    unit: product.unit,
    mixedBatch: product.mixedBatch,
    customisable: product.customisable,
    samplePrice: product.samplePrice,
    leadTimeDays: product.leadTimeDays,
    swatches: [...colours.values()].flatMap((hex) => hex ?? []).slice(0, 8),
    colourCount: colours.size,
    sizes: [...new Set(product.skus.map((sku) => sku.size))].filter((size) => size !== '').slice(0, 24),
    inStock: product.skus.some((sku) => availableOf(sku) > 0),
    sold30d: product.sold30d,
    listedAt: product.listedAt ?? product.updatedAt,
    shop: shopBrief(shop),
  }
}
