import { sql } from 'drizzle-orm'
import {
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
} from 'drizzle-orm/pg-core'
import { createdAt, idColumn, localised } from '#server/platform/columns.ts'
import { shops } from '../../shops/tables.ts'
import { products } from './goods.ts'

// Pictures, and the test reports that children’s goods are listed with.

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
