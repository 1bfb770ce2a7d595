import { and, desc, eq, inArray, lt, sql } from 'drizzle-orm'
import type { Db, Tx } from '#server/platform/db.ts'
import type { OrderState, PurchaseState } from '#shared/trade/states.ts'
import { orderEvents, orderLines, orders, purchases, shipmentLines, shipments } from '../tables.ts'
import type { OrderEventRow, OrderLineRow, OrderRow, PurchaseRow } from './checkout.ts'

export type ShipmentRow = typeof shipments.$inferSelect
export type ShipmentLineRow = typeof shipmentLines.$inferSelect

export async function findPurchase(db: Db, marketId: string, id: string): Promise<PurchaseRow | undefined> {
  const [row] = await db
    .select()
    .from(purchases)
    .where(and(eq(purchases.marketId, marketId), eq(purchases.id, id)))
  return row
}
export async function ordersOfPurchase(db: Db, marketId: string, purchaseId: string): Promise<OrderRow[]> {
  return db
    .select()
    .from(orders)
    .where(and(eq(orders.marketId, marketId), eq(orders.purchaseId, purchaseId)))
    .orderBy(orders.id)
}
export async function findOrder(db: Db, marketId: string, id: string): Promise<OrderRow | undefined> {
  const [row] = await db
    .select()
    .from(orders)
    .where(and(eq(orders.marketId, marketId), eq(orders.id, id)))
  return row
}
/** The order, locked until the transaction ends: what is decided on it is decided one after the other. */
export async function lockOrder(tx: Tx, marketId: string, id: string): Promise<OrderRow | undefined> {
  const [row] = await tx
    .select()
    .from(orders)
    .where(and(eq(orders.marketId, marketId), eq(orders.id, id)))
    .for('update')
  return row
}
export async function linesOf(db: Db, marketId: string, orderId: string): Promise<OrderLineRow[]> {
  return db
    .select()
    .from(orderLines)
    .where(and(eq(orderLines.marketId, marketId), eq(orderLines.orderId, orderId)))
    .orderBy(orderLines.position)
}
export async function eventsOf(db: Db, marketId: string, orderId: string): Promise<OrderEventRow[]> {
  return db
    .select()
    .from(orderEvents)
    .where(and(eq(orderEvents.marketId, marketId), eq(orderEvents.orderId, orderId)))
    .orderBy(desc(orderEvents.seq))
}
export async function shipmentsOf(
  db: Db,
  marketId: string,
  orderId: string,
): Promise<{ shipment: ShipmentRow; lines: ShipmentLineRow[] }[]> {
  const found = await db
    .select()
    .from(shipments)
    .where(and(eq(shipments.marketId, marketId), eq(shipments.orderId, orderId)))
    .orderBy(shipments.no)
  if (found.length === 0) return []
  const ids = found.map((each) => each.id)
  const lines = await db
    .select()
    .from(shipmentLines)
    .where(and(eq(shipmentLines.marketId, marketId), inArray(shipmentLines.shipmentId, ids)))
    .orderBy(shipmentLines.orderLineId)
  return found.map((shipment) => ({
    shipment,
    lines: lines.filter((line) => line.shipmentId === shipment.id),
  }))
}

/** Moves an unpaid purchase. False: it is no longer unpaid. A purchase that was paid is neither cancelled nor expired. */
export async function movePurchase(
  tx: Tx,
  marketId: string,
  id: string,
  to: Exclude<PurchaseState, 'awaiting_payment'>,
  now: Date,
): Promise<boolean> {
  const moved = await tx
    .update(purchases)
    .set(to === 'paid' ? { state: to, paidAt: now } : { state: to, closedAt: now })
    .where(
      and(
        eq(purchases.marketId, marketId),
        eq(purchases.id, id),
        eq(purchases.state, 'awaiting_payment'),
        to === 'paid'
          ? undefined
          : sql`not exists (select from payments p where p.market_id = ${purchases.marketId}
              and p.purchase_id = ${purchases.id} and p.state = 'succeeded')`,
      ),
    )
    .returning({ id: purchases.id })
  return moved.length === 1
}

/** Changes an order from the state that was read. False: somebody moved it meanwhile. */
export async function updateOrder(
  tx: Tx,
  order: { marketId: string; id: string; state: OrderState },
  set: Partial<OrderRow>,
): Promise<boolean> {
  const moved = await tx
    .update(orders)
    .set(set)
    .where(and(eq(orders.marketId, order.marketId), eq(orders.id, order.id), eq(orders.state, order.state)))
    .returning({ id: orders.id })
  return moved.length === 1
}

/** Adds to an order's history. The caller holds the order's lock, so numbers follow each other. */
export async function appendEvent(tx: Tx, event: Omit<OrderEventRow, 'seq'>): Promise<void> {
  await tx.execute(sql`insert into order_events
    (market_id, order_id, seq, what, before, after, side, person_id, person_name, organisation_id, reason, facts, at)
    select ${event.marketId}, ${event.orderId}, coalesce(max(seq), 0) + 1, ${event.what}, ${event.before}, ${event.after},
      ${event.side}, ${event.personId}, ${event.personName}, ${event.organisationId}, ${event.reason},
      ${JSON.stringify(event.facts)}::jsonb, ${event.at.toISOString()}::timestamptz
    from order_events where market_id = ${event.marketId} and order_id = ${event.orderId}`)
}

export async function insertShipment(
  tx: Tx,
  shipment: typeof shipments.$inferInsert,
  lines: readonly (typeof shipmentLines.$inferInsert)[],
): Promise<void> {
  await tx.insert(shipments).values(shipment)
  await tx.insert(shipmentLines).values([...lines])
}

/** Adds to what was sent or received of lines; the checks refuse more than was ordered or sent. */
export async function growLines(
  tx: Tx,
  marketId: string,
  column: 'shipped' | 'received',
  quantities: ReadonlyMap<string, number>,
): Promise<void> {
  const pairs = [...quantities].map(([id, quantity]) => ({ id, quantity }))
  await tx.execute(sql`update order_lines l set ${sql.identifier(column)} = l.${sql.identifier(column)} + x.quantity
    from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as x(id text, quantity int)
    where l.market_id = ${marketId} and l.id = x.id`)
}

/** Marks a shipment received with what arrived of each line. False: it was received already. */
export async function settleShipment(
  tx: Tx,
  shipment: ShipmentRow,
  received: ReadonlyMap<string, number>,
  { now, byClock }: { now: Date; byClock: boolean },
): Promise<boolean> {
  const moved = await tx
    .update(shipments)
    .set({ state: 'received', receivedAt: now, byClock })
    .where(
      and(
        eq(shipments.marketId, shipment.marketId),
        eq(shipments.id, shipment.id),
        eq(shipments.state, 'shipped'),
      ),
    )
    .returning({ id: shipments.id })
  if (moved.length === 0) return false
  const pairs = [...received].map(([id, quantity]) => ({ id, quantity }))
  await tx.execute(sql`update shipment_lines l set received = x.quantity
    from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as x(id text, quantity int)
    where l.market_id = ${shipment.marketId} and l.shipment_id = ${shipment.id} and l.order_line_id = x.id`)
  return true
}

type Page = {
  states: readonly OrderState[]
  q: string | undefined
  before: string | undefined
  limit: number
}
type Owner = { marketId: string; buyerId: string } | { marketId: string; shopId: string }

const ownedBy = (owner: Owner) =>
  and(
    eq(orders.marketId, owner.marketId),
    'shopId' in owner ? eq(orders.shopId, owner.shopId) : eq(orders.buyerId, owner.buyerId),
  )

/** Orders of a buyer or a shop, newest first. `q` looks into the number, the other side's name and the title. */
export async function listOrders(
  db: Db,
  owner: Owner,
  { states, q, before, limit }: Page,
): Promise<OrderRow[]> {
  const like = q === undefined || q.trim() === '' ? undefined : `%${q.trim().replace(/[\\%_]/g, '\\$&')}%`
  const other = 'shopId' in owner ? sql`${orders.buyerName}` : sql`${orders.shopName}::text`
  return db
    .select()
    .from(orders)
    .where(
      and(
        ownedBy(owner),
        inArray(orders.state, [...states]),
        before === undefined ? undefined : lt(orders.id, before),
        like === undefined
          ? undefined
          : sql`(${orders.number} ilike ${like} or ${other} ilike ${like} or ${orders.title}::text ilike ${like})`,
      ),
    )
    .orderBy(desc(orders.id))
    .limit(limit)
}

export async function countByState(db: Db, owner: Owner): Promise<Map<OrderState, number>> {
  const rows = await db
    .select({ state: orders.state, count: sql<number>`count(*)::int` })
    .from(orders)
    .where(ownedBy(owner))
    .groupBy(orders.state)
  return new Map(rows.map((row) => [row.state, row.count]))
}

/** What waits longest in a shop: orders to send by their promised day, or with goods reported short. */
export async function listOldest(
  db: Db,
  owner: { marketId: string; shopId: string },
  lane: 'to-ship' | 'short',
  limit: number,
): Promise<OrderRow[]> {
  return db
    .select()
    .from(orders)
    .where(
      and(
        ownedBy(owner),
        lane === 'short'
          ? eq(orders.shortState, 'open')
          : inArray(orders.state, ['secured', 'in_production', 'partly_shipped']),
      ),
    )
    .orderBy(orders.shipBefore, orders.id)
    .limit(limit)
}
