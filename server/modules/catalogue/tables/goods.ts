import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import { createdAt, idColumn, localised, minorUnits, moment } from '#server/platform/columns.ts'
import type { Attributes } from '#shared/catalogue/category.ts'
import type { PriceTier, ProductDraft } from '#shared/catalogue/product.ts'
import type { ReviewRemark } from '#shared/catalogue/views.ts'
import { shops } from '../../shops/tables.ts'
import type { ReviewedFields } from '../domain/stored-product.ts'

// Goods, their variants and prices, and what was promised and is shown of them.

/** A style (一款). The row is what is listed, or being written; a change of a listed one that waits for review stands in `pending`. */
export const products = pgTable(
  'products',
  {
    marketId: idColumn().notNull(),
    id: idColumn().notNull(),
    shopId: idColumn().notNull(),
    styleNo: text().notNull(),
    categoryId: text().notNull(),
    title: localised().notNull(),
    description: localised().notNull(),
    attributes: jsonb().$type<Attributes>().notNull(),
    unit: text().$type<ProductDraft['unit']>().notNull(),
    quoteMode: text().$type<ProductDraft['quoteMode']>().notNull(),
    moq: integer().notNull(),
    packSize: integer().notNull(),
    packNote: localised().notNull(),
    mixedBatch: boolean().notNull(),
    samplePrice: minorUnits(),
    sampleLimit: integer().notNull(),
    leadTimeDays: integer().notNull(),
    origin: jsonb().$type<ProductDraft['origin']>().notNull(),
    hsCode: text(),
    customisable: boolean().notNull(),
    status: text().$type<'draft' | 'in_review' | 'sent_back' | 'listed' | 'withdrawn'>().notNull(),
    version: integer().notNull().default(1),
    pending: jsonb().$type<ReviewedFields>(),
    change: text().$type<'waiting' | 'sent_back'>(),
    remarks: jsonb().$type<ReviewRemark[]>().notNull().default([]),
    sold30d: integer().notNull().default(0),
    submittedAt: moment(),
    reviewedAt: moment(),
    listedAt: moment(),
    createdAt: createdAt(),
    updatedAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.marketId, t.id] }),
    foreignKey({
      name: 'products_shop',
      columns: [t.marketId, t.shopId],
      foreignColumns: [shops.marketId, shops.id],
    }),
    unique('products_style_no').on(t.marketId, t.shopId, t.styleNo),
    check('products_status', sql`${t.status} in ('draft', 'in_review', 'sent_back', 'listed', 'withdrawn')`),
    check('products_change', sql`(${t.change} is null) = (${t.pending} is null)`),
    check('products_moq', sql`${t.moq} >= 1 and ${t.packSize} >= 1`),
    check('products_listed_at', sql`${t.status} <> 'listed' or ${t.listedAt} is not null`),
    index('products_of_shop').on(t.marketId, t.shopId, t.updatedAt, t.id),
    index('products_of_shop_by_status').on(t.marketId, t.shopId, t.status, t.updatedAt, t.id),
    index('products_waiting')
      .on(t.marketId, t.submittedAt, t.id)
      .where(sql`${t.status} = 'in_review' or ${t.change} = 'waiting'`),
    index('products_listed').on(t.marketId, t.categoryId).where(sql`${t.status} = 'listed'`),
  ],
)

/** A colour × size cell. A cell that was taken out keeps its row: orders speak of it. */
export const skus = pgTable(
  'skus',
  {
    marketId: idColumn().notNull(),
    id: idColumn().notNull(),
    productId: idColumn().notNull(),
    position: integer().notNull(),
    /** Colour and size as one comparable text: one cell of a product is one SKU. */
    cell: text().notNull(),
    colour: localised().notNull(),
    colourHex: text(),
    size: text().notNull(),
    articleNo: text().notNull(),
    unitPrice: minorUnits(),
    weightGrams: integer(),
    barcode: text(),
    removedAt: moment(),
  },
  (t) => [
    primaryKey({ columns: [t.marketId, t.id] }),
    foreignKey({
      name: 'skus_product',
      columns: [t.marketId, t.productId],
      foreignColumns: [products.marketId, products.id],
    }).onDelete('cascade'),
    uniqueIndex('skus_cell').on(t.marketId, t.productId, t.cell).where(sql`${t.removedAt} is null`),
    uniqueIndex('skus_article_no')
      .on(t.marketId, t.productId, t.articleNo)
      .where(sql`${t.removedAt} is null`),
    check('skus_unit_price', sql`${t.unitPrice} > 0`),
  ],
)

export const priceTiers = pgTable(
  'price_tiers',
  {
    marketId: idColumn().notNull(),
    productId: idColumn().notNull(),
    minQuantity: integer().notNull(),
    unitPrice: minorUnits().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.marketId, t.productId, t.minQuantity] }),
    foreignKey({
      name: 'price_tiers_product',
      columns: [t.marketId, t.productId],
      foreignColumns: [products.marketId, products.id],
    }).onDelete('cascade'),
    check('price_tiers_positive', sql`${t.minQuantity} >= 1 and ${t.unitPrice} >= 1`),
  ],
)

/** Prices as they were, from a moment on: appended when they change, never edited (a struck price is computed from it). */
export const priceHistory = pgTable(
  'price_history',
  {
    marketId: idColumn().notNull(),
    productId: idColumn().notNull(),
    at: moment().notNull(),
    /** What one piece costs at `fromQuantity`, the MOQ. */
    unitPrice: minorUnits().notNull(),
    fromQuantity: integer().notNull(),
    tiers: jsonb().$type<PriceTier[]>().notNull(),
    highestSku: minorUnits(),
  },
  (t) => [
    primaryKey({ columns: [t.marketId, t.productId, t.at] }),
    foreignKey({
      name: 'price_history_product',
      columns: [t.marketId, t.productId],
      foreignColumns: [products.marketId, products.id],
    }).onDelete('cascade'),
  ],
)

/** What was promised to a buyer, named by its own hash: orders of the same promise share one row. Never changed. */
export const snapshots = pgTable(
  'snapshots',
  {
    marketId: idColumn().notNull(),
    hash: text().notNull(),
    content: jsonb().$type<object>().notNull(),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.marketId, t.hash] })],
)

/** The public page of each listed product as text, kept in step by a reaction; read straight through by its key. */
export const productDocuments = pgTable(
  'product_documents',
  {
    productId: idColumn().primaryKey(),
    marketId: idColumn().notNull(),
    shopId: idColumn().notNull(),
    body: text().notNull(),
    etag: text().notNull(),
    preparedAt: createdAt(),
  },
  (t) => [index('product_documents_of_shop').on(t.shopId)],
)
