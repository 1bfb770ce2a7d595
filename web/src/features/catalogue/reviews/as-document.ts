import { attributeViews } from '#shared/catalogue/attribute-views.ts'
import { attributesOf, categoryById, pathOf } from '#shared/catalogue/categories.ts'
import type { ProductDocument, SellerProduct } from '#shared/catalogue/views.ts'
import type { MarketView } from '#shared/markets/shapes.ts'
import type { Localised } from '#shared/text.ts'

const same = (text: string): Localised => ({ zh: text, en: text })

type Reviewed = SellerProduct & { shopName: Localised }

/** A listing under review in the shape of the public page, so that the reviewer sees it with the buyer's own components. */
export function asDocument(
  product: Reviewed,
  market: Pick<MarketView, 'id' | 'slug' | 'name' | 'currency'>,
): ProductDocument {
  const { draft } = product
  const category = categoryById(draft.categoryId)
  return {
    id: product.id,
    version: product.version,
    market: { id: market.id, slug: market.slug, name: market.name },
    shop: {
      id: product.shopId,
      name: product.shopName,
      verified: false,
      ownedByLead: false,
      booth: null,
      hall: null,
    },
    styleNo: draft.styleNo,
    category: {
      id: draft.categoryId,
      name: category?.name ?? same(draft.categoryId),
      path: pathOf(draft.categoryId).map(({ id, name }) => ({ id, name })),
      sizes: category?.sizes ?? [],
    },
    title: draft.title,
    description: draft.description,
    attributes: attributeViews(attributesOf(draft.categoryId), draft.attributes),
    currency: market.currency,
    unit: draft.unit,
    quoteMode: draft.quoteMode,
    tiers: draft.tiers,
    moq: draft.moq,
    packSize: draft.packSize,
    packNote: draft.packNote,
    mixedBatch: draft.mixedBatch,
    samplePrice: draft.samplePrice,
    sampleLimit: draft.sampleLimit,
    leadTimeDays: draft.leadTimeDays,
    origin: draft.origin,
    hsCode: draft.hsCode,
    customisable: draft.customisable,
    media: product.media,
    skus: product.skus,
    testReports: product.testReports,
    priceHistory: [],
    sold30d: 0,
    listedAt: product.listedAt ?? product.updatedAt,
    updatedAt: product.updatedAt,
  }
}
