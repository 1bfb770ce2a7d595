import type { ProductDocument } from '#shared/catalogue/views.ts'
import { usualQuantity } from './features/search/choice.ts'

/** Rows of goods on a market's home page. Loader and page read the same list, so that what is shown was loaded. */
export const homeShelves = [
  { key: 'sales', asked: { sort: 'sales', quantity: usualQuantity }, limit: 16 },
  { key: 'newest', asked: { sort: 'newest', quantity: usualQuantity }, limit: 16 },
  { key: 'quick', asked: { leadTimeMax: 2, quantity: usualQuantity }, limit: 8 },
] as const

/** Rows of goods on a product page: what its shop mixes with it, and others of its kind. One more than shown: the product itself drops out. */
export const productShelves = (product: ProductDocument) => ({
  mixable: { asked: { shop: product.shop.id, mixedBatch: 'true' as const }, limit: 5 },
  similar: { asked: { category: product.category.id, quantity: usualQuantity }, limit: 9 },
})
