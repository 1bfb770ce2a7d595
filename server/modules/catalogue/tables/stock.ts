import { sql } from 'drizzle-orm'
import { bigint, check, foreignKey, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { createdAt, idColumn } from '#server/platform/columns.ts'
import { skus } from './goods.ts'

// Stock: what is there, what orders hold, and every change.

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
