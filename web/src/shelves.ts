import type { ProductDocument } from '#shared/catalogue/views.ts'
import type { Locale } from '#shared/text.ts'
import { usualQuantity } from './features/search/choice.ts'

// Cards in one row of the full width (product-card.module.css): English words need more room.
const perRow = { zh: 8, en: 7 } as const

/** Rows of goods on a market's home page. Loader and page read the same list, so that what is shown was loaded. */
export const homeShelves = (locale: Locale) =>
  [
    { key: 'sales', asked: { sort: 'sales', quantity: usualQuantity }, limit: 2 * perRow[locale] },
    { key: 'newest', asked: { sort: 'newest', quantity: usualQuantity }, limit: 2 * perRow[locale] },
    { key: 'quick', asked: { leadTimeMax: 2, quantity: usualQuantity }, limit: perRow[locale] },
  ] as const
export type HomeShelf = ReturnType<typeof homeShelves>[number]

/** Rows of goods on a product page: what its shop mixes with it, and others of its kind. One more than shown: the product itself drops out. */
export const productShelves = (product: ProductDocument, locale: Locale) => ({
  mixable: { asked: { shop: product.shop.id, mixedBatch: 'true' as const }, limit: 5 },
  similar: { asked: { category: product.category.id, quantity: usualQuantity }, limit: perRow[locale] + 1 },
})
