// What can be stored of goods, by what it is about. Foreign keys and joins of others go through here.
export { priceHistory, priceTiers, productDocuments, products, skus, snapshots } from './tables/goods.ts'
export { importProducts, importRows, imports, rememberedMappings } from './tables/imports.ts'
export { media, mediaSources, productMedia, testReports } from './tables/media.ts'
export { stock, stockMovements, stockReservations } from './tables/stock.ts'
