import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
  date,
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
import { shops } from '../shops/tables.ts'
import type { ReviewedFields } from './domain/stored-product.ts'

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

/** Pieces in the seller's hands, and those of them that orders hold. Changed only relative to what is there, never by a value read before. */
export const stock = pgTable(
  'stock',
  {
    marketId: idColumn().notNull(),
    skuId: idColumn().notNull(),
    onHand: integer().notNull(),
    reserved: integer().notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.marketId, t.skuId] }),
    foreignKey({
      name: 'stock_sku',
      columns: [t.marketId, t.skuId],
      foreignColumns: [skus.marketId, skus.id],
    }).onDelete('cascade'),
    check('stock_reserved_within', sql`${t.reserved} >= 0 and ${t.reserved} <= ${t.onHand}`),
  ],
)

/** What an order holds of a SKU. `quantity = shipped + released + still held`; it is over when nothing is held any more. */
export const stockReservations = pgTable(
  'stock_reservations',
  {
    marketId: idColumn().notNull(),
    orderRef: text().notNull(),
    skuId: idColumn().notNull(),
    quantity: integer().notNull(),
    shipped: integer().notNull().default(0),
    released: integer().notNull().default(0),
    state: text().$type<'open' | 'committed' | 'released'>().notNull().default('open'),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.marketId, t.orderRef, t.skuId] }),
    foreignKey({
      name: 'stock_reservations_sku',
      columns: [t.marketId, t.skuId],
      foreignColumns: [stock.marketId, stock.skuId],
    }),
    check(
      'stock_reservations_within',
      sql`${t.quantity} > 0 and ${t.shipped} >= 0 and ${t.released} >= 0 and ${t.shipped} + ${t.released} <= ${t.quantity}`,
    ),
    check(
      'stock_reservations_state',
      sql`${t.state} = case when ${t.shipped} + ${t.released} < ${t.quantity} then 'open' when ${t.shipped} > 0 then 'committed' else 'released' end`,
    ),
    // Without the market in front: a question about one order must not walk it instead of the key.
    index('stock_reservations_of_sku').on(t.skuId),
  ],
)

/** Every change of stock, appended: who, why, how much. On hand is the sum of `onHand`, reserved the sum of `reserved`. */
export const stockMovements = pgTable(
  'stock_movements',
  {
    marketId: idColumn().notNull(),
    id: bigint({ mode: 'number' }).notNull().generatedAlwaysAsIdentity(),
    skuId: idColumn().notNull(),
    kind: text()
      .$type<'opening' | 'count' | 'correction' | 'import' | 'hold' | 'release' | 'ship'>()
      .notNull(),
    onHand: integer().notNull(),
    reserved: integer().notNull(),
    orderRef: text(),
    personId: text(),
    reason: text().notNull().default(''),
    at: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.marketId, t.id] }),
    foreignKey({
      name: 'stock_movements_sku',
      columns: [t.marketId, t.skuId],
      foreignColumns: [stock.marketId, stock.skuId],
    }).onDelete('cascade'),
    index('stock_movements_of_sku').on(t.marketId, t.skuId, t.id),
  ],
)

/**
 * What a picture is rendered from: an uploaded file or a drawing. Has no market, so that `/media/…` needs none: whoever
 * knows the id (80 bits of chance) may see the picture.
 */
export const mediaSources = pgTable(
  'media_sources',
  {
    mediaId: idColumn().primaryKey(),
    kind: text().$type<'upload' | 'drawing'>().notNull(),
    objectKey: text(),
    drawing: jsonb().$type<object>(),
    width: integer().notNull(),
    height: integer().notNull(),
  },
  (t) => [
    check('media_sources_one', sql`(${t.objectKey} is null) <> (${t.drawing} is null)`),
    check('media_sources_size', sql`${t.width} > 0 and ${t.height} > 0`),
  ],
)

export const media = pgTable(
  'media',
  {
    marketId: idColumn().notNull(),
    id: idColumn()
      .notNull()
      .references(() => mediaSources.mediaId),
    shopId: idColumn().notNull(),
    alt: localised().notNull(),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.marketId, t.id] }), index('media_of_shop').on(t.marketId, t.shopId, t.id)],
)

export const productMedia = pgTable(
  'product_media',
  {
    marketId: idColumn().notNull(),
    productId: idColumn().notNull(),
    position: integer().notNull(),
    mediaId: idColumn().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.marketId, t.productId, t.position] }),
    foreignKey({
      name: 'product_media_product',
      columns: [t.marketId, t.productId],
      foreignColumns: [products.marketId, products.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'product_media_media',
      columns: [t.marketId, t.mediaId],
      foreignColumns: [media.marketId, media.id],
    }),
  ],
)

/** A test report and the style numbers of the shop that it covers (GB 31701, GB 30585: before a children's listing). */
export const testReports = pgTable(
  'test_reports',
  {
    marketId: idColumn().notNull(),
    id: idColumn().notNull(),
    shopId: idColumn().notNull(),
    number: text().notNull(),
    lab: text().notNull(),
    issuedOn: date({ mode: 'string' }).notNull(),
    expiresOn: date({ mode: 'string' }),
    styleNos: text().array().notNull(),
    mediaId: idColumn(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.marketId, t.id] }),
    foreignKey({
      name: 'test_reports_shop',
      columns: [t.marketId, t.shopId],
      foreignColumns: [shops.marketId, shops.id],
    }),
    unique('test_reports_number').on(t.marketId, t.shopId, t.number),
    check('test_reports_dates', sql`${t.expiresOn} > ${t.issuedOn}`),
    foreignKey({
      name: 'test_reports_media',
      columns: [t.marketId, t.mediaId],
      foreignColumns: [media.marketId, media.id],
    }),
    index('test_reports_styles').using('gin', t.styleNos),
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

export const imports = pgTable(
  'imports',
  {
    marketId: idColumn().notNull(),
    id: idColumn().notNull(),
    shopId: idColumn().notNull(),
    personId: idColumn().notNull(),
    fileKey: text().notNull(),
    fileName: text().notNull(),
    state: text().$type<'checking' | 'ready' | 'refused' | 'importing' | 'done' | 'failed'>().notNull(),
    version: integer().notNull().default(1),
    layout: jsonb().$type<object>(),
    mapping: jsonb().$type<object>(),
    /** Cells the seller wrote anew: `{ row, column, value }`. */
    corrections: jsonb().$type<object[]>().notNull().default([]),
    refusal: jsonb().$type<{ code: string; facts: Record<string, string | number> }>(),
    counts: jsonb().$type<Record<string, number>>().notNull().default({}),
    progress: jsonb().$type<Record<string, number>>().notNull().default({}),
    /** Products before this position are written. */
    cursor: integer().notNull().default(0),
    /** Whether products without faults are handed to review as they are written. */
    submit: boolean().notNull().default(false),
    createdAt: createdAt(),
    updatedAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.marketId, t.id] }),
    check(
      'imports_state',
      sql`${t.state} in ('checking', 'ready', 'refused', 'importing', 'done', 'failed')`,
    ),
    foreignKey({
      name: 'imports_shop',
      columns: [t.marketId, t.shopId],
      foreignColumns: [shops.marketId, shops.id],
    }),
    index('imports_of_shop').on(t.marketId, t.shopId, t.id),
  ],
)

/** One row of an uploaded list: the cells as written and what was read from them. */
export const importRows = pgTable(
  'import_rows',
  {
    marketId: idColumn().notNull(),
    importId: idColumn().notNull(),
    row: integer().notNull(),
    state: text().$type<'ok' | 'warning' | 'error' | 'ignored'>().notNull(),
    cells: jsonb().$type<string[]>().notNull(),
    preview: jsonb().$type<object>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.marketId, t.importId, t.row] }),
    foreignKey({
      name: 'import_rows_import',
      columns: [t.marketId, t.importId],
      foreignColumns: [imports.marketId, imports.id],
    }).onDelete('cascade'),
    index('import_rows_by_state').on(t.marketId, t.importId, t.state, t.row),
  ],
)

/** One product that a list would make: whole, or with the faults that keep it out. */
export const importProducts = pgTable(
  'import_products',
  {
    marketId: idColumn().notNull(),
    importId: idColumn().notNull(),
    position: integer().notNull(),
    styleNo: text().notNull(),
    draft: jsonb().$type<ProductDraft>(),
    problems: jsonb().$type<object[]>().notNull(),
    state: text().$type<'waiting' | 'refused' | 'created' | 'updated' | 'unchanged' | 'failed'>().notNull(),
    productId: idColumn(),
    problem: text(),
  },
  (t) => [
    primaryKey({ columns: [t.marketId, t.importId, t.position] }),
    foreignKey({
      name: 'import_products_import',
      columns: [t.marketId, t.importId],
      foreignColumns: [imports.marketId, imports.id],
    }).onDelete('cascade'),
  ],
)

/** How a shop's lists are read, by the signature of their headers: the next list of the same shape needs no mapping. */
export const rememberedMappings = pgTable(
  'remembered_mappings',
  {
    marketId: idColumn().notNull(),
    shopId: idColumn().notNull(),
    signature: text().notNull(),
    mapping: jsonb().$type<object>().notNull(),
    usedAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.marketId, t.shopId, t.signature] }),
    foreignKey({
      name: 'remembered_mappings_shop',
      columns: [t.marketId, t.shopId],
      foreignColumns: [shops.marketId, shops.id],
    }),
  ],
)
