/**
 * Catalogue: what is for sale and what of it is there. Owns products with their SKUs, price tiers, pictures and test reports,
 * the review of listings, stock with its holds, what buyers were promised (snapshots), and lists that suppliers upload.
 * A product is written whole or not at all; in the market, words and pictures change through a review, prices and stock at once.
 * Stock changes relative to what is there, in one statement ordered by SKU, all or nothing. Public pages are prepared documents,
 * kept in step by a reaction to `catalogue.products-changed`; money and stock never read them.
 * Above it: search reads what is listed; trade asks for offers, holds, releases and ships stock, and keeps snapshots.
 */
import { z } from 'zod'
import { reaction } from '#server/platform/events.ts'
import { job } from '#server/platform/jobs.ts'
import type { Resources } from '#server/platform/resources.ts'
import type { Slots } from '#server/platform/slots.ts'
import type { Category } from '#shared/catalogue/category.ts'
import { catalogueProblems } from '#shared/catalogue/problems.ts'
import { shopChanged } from '../shops/index.ts'
import { type Catalogue, dropMediaJob } from './actions/context.ts'
import { dropMedia, type Pictures } from './actions/media.ts'
import { recordSales } from './actions/sales.ts'
import { categoryBook } from './domain/category-book.ts'
import { productsChanged } from './events.ts'
import { importJobs } from './imports/actions.ts'
import { checkImport } from './imports/check.ts'
import { runImport } from './imports/run.ts'
import { listingRules } from './listing-rules.ts'
import type { Neighbours } from './neighbours.ts'
import {
  eachListedBatch,
  type Listed,
  lockForPreparing,
  prepareDocuments,
  readListed,
  tellShopChanged,
} from './prepare.ts'
import { importRoutes } from './routes/imports.ts'
import { publicRoutes } from './routes/public.ts'
import { reviewRoutes } from './routes/reviews.ts'
import { sellerRoutes } from './routes/seller.ts'
import {
  holdStock,
  offersFor,
  offersForSkus,
  offersToPromise,
  readSnapshot,
  releaseStock,
  shipStock,
  snapshotsFor,
} from './stock.ts'
import { insertMedia } from './store/media.ts'
import { insertReports } from './store/test-reports.ts'
import { insertProducts } from './store/write-products.ts'

export type { CategoryBook } from './domain/category-book.ts'
export { type ListedProduct, productCard } from './domain/product-document.ts'
export { productsChanged } from './events.ts'
export type { MarketFacts, Neighbours, ShopFacts } from './neighbours.ts'
export type { Listed } from './prepare.ts'
export type { ProductOffer, Promised } from './stock.ts'
export type { NewMedia } from './store/media.ts'
export type { NewProduct } from './store/write-products.ts'

export type CatalogueNeeds = Resources & {
  neighbours: Neighbours
  categories: readonly Category[]
  /** Draws the goods of a drawing spec as SVG. */
  drawGoods: (spec: object) => string
  pictures: Pictures
}

/** Builds the capability: its slots, and what trade, search and the demo call. */
export function createCatalogue({ categories, drawGoods, pictures, ...resources }: CatalogueNeeds) {
  const book = categoryBook(categories)
  const catalogue: Catalogue = { ...resources, book, rules: listingRules(book.find) }
  const slots: Slots = {
    problems: [catalogueProblems],
    events: [productsChanged],
    reactions: [
      // What a shop is called, whether it is open and verified stands on every page of its products.
      reaction(shopChanged, ({ marketId, shopId }) => tellShopChanged(catalogue, marketId, shopId)),
      reaction(productsChanged, ({ marketId, productIds }) =>
        prepareDocuments(catalogue, marketId, productIds),
      ),
    ],
    jobs: [
      job({
        name: dropMediaJob,
        payload: z.object({ marketId: z.string(), mediaIds: z.array(z.string()) }),
        perform: (payload) => dropMedia(catalogue, pictures, payload),
      }),
      job({
        name: importJobs.check,
        payload: z.object({ marketId: z.string(), importId: z.string(), version: z.int() }),
        perform: (payload) => checkImport(catalogue, payload),
      }),
      job({
        name: importJobs.run,
        payload: z.object({ marketId: z.string(), importId: z.string() }),
        perform: (payload) => runImport(catalogue, payload),
      }),
    ],
    routes: (app) => {
      publicRoutes(app, catalogue, drawGoods)
      sellerRoutes(app, catalogue, pictures)
      reviewRoutes(app, catalogue)
      importRoutes(app, catalogue)
    },
  }
  return {
    slots,
    book,
    rules: catalogue.rules,
    neighbours: catalogue.neighbours,
    offersFor,
    offersForSkus,
    offersToPromise,
    holdStock,
    releaseStock,
    shipStock,
    recordSales,
    snapshotsFor,
    readSnapshot,
    /** For search: what buyers may see of these products now. Locks them, so that the last to index has read the newest. */
    readListed: async (
      tx: Parameters<typeof offersFor>[0],
      marketId: string,
      productIds: readonly string[],
    ) => {
      await lockForPreparing(tx, marketId, productIds)
      return readListed(catalogue, tx, marketId, productIds)
    },
    eachListedBatch: (marketId: string, work: (productIds: string[]) => Promise<void>) =>
      eachListedBatch(catalogue, marketId, work),
    /** For the demo: thousands of products in a few statements. Their public documents come from `prepareMarket`. */
    insertProducts,
    insertMedia,
    insertReports,
    /** Prepares the documents of these products anew, and takes away those of products that nobody may see. */
    prepareProducts: (
      marketId: string,
      productIds: readonly string[],
      also?: (listed: Listed) => Promise<void>,
    ) => prepareDocuments(catalogue, marketId, productIds, also),
    /** Prepares the documents of all listed products of a market anew; returns how many. */
    prepareMarket: (marketId: string) =>
      eachListedBatch(catalogue, marketId, (ids) => prepareDocuments(catalogue, marketId, ids)),
  }
}
export type CatalogueCapability = ReturnType<typeof createCatalogue>
