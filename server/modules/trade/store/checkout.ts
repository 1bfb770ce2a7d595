import { sql } from 'drizzle-orm'
import { plannedOnce, type Tx } from '#server/platform/db.ts'
import type { orderEvents, orderLines, orders, purchases } from '../tables.ts'

export type PurchaseRow = typeof purchases.$inferSelect
export type OrderRow = typeof orders.$inferSelect
export type OrderLineRow = typeof orderLines.$inferSelect
export type OrderEventRow = typeof orderEvents.$inferSelect

export type PlacedRows = {
  purchase: PurchaseRow
  orders: readonly OrderRow[]
  lines: readonly OrderLineRow[]
  events: readonly OrderEventRow[]
}

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
const asRows = (rows: readonly object[]) =>
  JSON.stringify(
    rows.map((row) => Object.fromEntries(Object.entries(row).map(([key, value]) => [snake(key), value]))),
  )

/**
 * Writes a purchase with its orders, lines and first events in one statement and one round trip: whole rows go over as JSON, so every
 * column must be given. Foreign keys are checked when the statement ends.
 */
export async function insertPlaced(tx: Tx, placed: PlacedRows): Promise<void> {
  await tx.execute(sql`${plannedOnce}with
    p as (insert into purchases select * from jsonb_populate_recordset(null::purchases, ${asRows([placed.purchase])}::jsonb)),
    o as (insert into orders select * from jsonb_populate_recordset(null::orders, ${asRows(placed.orders)}::jsonb)),
    l as (insert into order_lines select * from jsonb_populate_recordset(null::order_lines, ${asRows(placed.lines)}::jsonb))
    insert into order_events select * from jsonb_populate_recordset(null::order_events, ${asRows(placed.events)}::jsonb)`)
}
