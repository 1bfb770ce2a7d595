import { type SQL, sql } from 'drizzle-orm'
import { type Db, plannedOnce } from '#server/platform/db.ts'

/** `productId` saves a question when the caller knows it: who is told of the change. */
export type Demand = { skuId: string; quantity: number; productId?: string }
export type StockLine = { skuId: string; onHand: number; reserved: number }

/** Quantities of the same SKU summed, ordered by SKU: everybody takes locks in this order. */
export function summed(demand: readonly Demand[]): Demand[] {
  const bySku = new Map<string, number>()
  for (const { skuId, quantity } of demand) bySku.set(skuId, (bySku.get(skuId) ?? 0) + quantity)
  return [...bySku]
    .map(([skuId, quantity]) => ({ skuId, quantity }))
    .sort((a, b) => (a.skuId < b.skuId ? -1 : 1))
}

// As JSON, whose length the planner does not look at: one plan serves orders of any length.
const asTable = (demand: readonly Demand[]) =>
  sql`jsonb_to_recordset(${JSON.stringify(demand.map(({ skuId, quantity }) => ({ sku_id: skuId, quantity })))}::jsonb)
    as wanted(sku_id text, quantity int)`

/**
 * Locks the stock of the SKUs that `wanted` (with a column sku_id) names, one by one and ordered by SKU, and stands as `w`. Looked up
 * row by row whatever the planner believes: joined as tables, a long order reads all stock of its market.
 */
const locking = (marketId: string, wanted: SQL): SQL => sql`(select * from ${wanted} order by sku_id) w
  cross join lateral (select from stock s where s.market_id = ${marketId} and s.sku_id = w.sku_id for update) s`

/** Stock `s` of the SKUs in `locked l`; the array makes sure that it is looked up by its key. */
const inLocked = (marketId: string): SQL =>
  sql`s.market_id = ${marketId} and s.sku_id = any(array(select sku_id from locked)) and s.sku_id = l.sku_id`

/**
 * Reserves for an order what is available, in one statement: rows are locked ordered by SKU, each is changed only while
 * enough is there, holds and movements are written for those that were. Returns the SKUs that were reserved; when they
 * are fewer than asked for, the caller throws and the transaction takes everything back.
 */
export async function holdRows(
  db: Db,
  marketId: string,
  orderRef: string,
  demand: readonly Demand[],
): Promise<Set<string>> {
  const { rows } = await db.execute<{
    sku_id: string
  }>(sql`${plannedOnce}with wanted as materialized (select * from ${asTable(demand)}),
    locked as materialized (select w.* from ${locking(marketId, sql`wanted`)}),
    held as (update stock s set reserved = s.reserved + l.quantity from locked l
      where ${inLocked(marketId)} and s.on_hand - s.reserved >= l.quantity
      returning s.sku_id, l.quantity),
    noted as (insert into stock_reservations (market_id, order_ref, sku_id, quantity)
      select ${marketId}, ${orderRef}, sku_id, quantity from held),
    moved as (insert into stock_movements (market_id, sku_id, kind, on_hand, reserved, order_ref)
      select ${marketId}, sku_id, 'hold', 0, quantity, ${orderRef} from held)
    select sku_id from held`)
  return new Set(rows.map((row) => row.sku_id))
}

/**
 * Gives back (`release`) or hands over (`ship`) what an order still holds, at most what was asked for. Reservation rows are
 * locked ordered by SKU and changed only while open, so that a repeat changes nothing. Returns what was moved.
 */
export async function settleRows(
  db: Db,
  marketId: string,
  orderRef: string,
  kind: 'release' | 'ship',
  demand: readonly Demand[] | null,
): Promise<Demand[]> {
  const part = demand === null ? null : asTable(demand)
  const quantity = sql`r.quantity - r.shipped - r.released`
  const taken = part === null ? quantity : sql`least(w.quantity, ${quantity})`
  const from =
    part === null
      ? sql`stock_reservations r`
      : sql`stock_reservations r join (select sku_id, quantity from ${part}) w on w.sku_id = r.sku_id`
  const column = kind === 'ship' ? sql`shipped` : sql`released`
  const onHand = kind === 'ship' ? sql`- l.quantity` : sql`+ 0`
  const { rows } = await db.execute<{ sku_id: string; quantity: number }>(sql`with taken as materialized (
      select r.sku_id, ${taken} as quantity from ${from}
      where r.market_id = ${marketId} and r.order_ref = ${orderRef} and r.state = 'open' order by r.sku_id for update of r),
    locked as materialized (select w.* from ${locking(marketId, sql`taken where quantity > 0`)}),
    given as (update stock s set reserved = s.reserved - l.quantity, on_hand = s.on_hand ${onHand}
      from locked l where ${inLocked(marketId)} returning s.sku_id, l.quantity),
    noted as (update stock_reservations r set ${column} = r.${column} + g.quantity,
        state = case when r.shipped + r.released + g.quantity < r.quantity then 'open'
          when r.shipped ${kind === 'ship' ? sql`+ g.quantity` : sql``} > 0 then 'committed' else 'released' end
      from given g where r.market_id = ${marketId} and r.order_ref = ${orderRef} and r.sku_id = g.sku_id),
    moved as (insert into stock_movements (market_id, sku_id, kind, on_hand, reserved, order_ref)
      select ${marketId}, sku_id, ${kind}::text, ${kind === 'ship' ? sql`- quantity` : sql`0`}, - quantity, ${orderRef} from given)
    select sku_id, quantity from given order by sku_id`)
  return rows.map((row) => ({ skuId: row.sku_id, quantity: row.quantity }))
}

/** On hand and reserved of these SKUs. */
export async function readStock(
  db: Db,
  marketId: string,
  skuIds: readonly string[],
): Promise<Map<string, StockLine>> {
  const { rows } =
    await db.execute<StockLine>(sql`select sku_id as "skuId", on_hand as "onHand", reserved from stock
    where market_id = ${marketId} and sku_id = any(${sql.param([...skuIds])}::text[])`)
  return new Map(rows.map((row) => [row.skuId, row]))
}

export type Correction = {
  skuId: string
  /** Pieces that came in or went out. */
  delta: number
  /** A count holds only if this is still what was on hand when the seller looked. */
  seen: number | null
}

/**
 * Corrects stock on hand by differences, ordered by SKU, never below what is reserved. Returns the SKUs that were changed:
 * one is missing when it does not exist, was counted on another figure, or would fall below its reservations.
 */
export async function correctRows(
  db: Db,
  marketId: string,
  kind: 'count' | 'correction' | 'import',
  corrections: readonly Correction[],
  { personId, reason }: { personId: string | null; reason: string },
): Promise<Set<string>> {
  const rowsIn = JSON.stringify(corrections.toSorted((a, b) => (a.skuId < b.skuId ? -1 : 1)))
  const { rows } = await db.execute<{ sku_id: string }>(sql`with wanted as materialized (
      select "skuId" as sku_id, delta, seen from jsonb_to_recordset(${rowsIn}::jsonb) as x("skuId" text, delta int, seen int)),
    locked as materialized (select w.* from ${locking(marketId, sql`wanted`)}),
    corrected as (update stock s set on_hand = s.on_hand + l.delta from locked l
      where ${inLocked(marketId)} and s.on_hand + l.delta >= s.reserved
        and (l.seen is null or s.on_hand = l.seen)
      returning s.sku_id, l.delta),
    moved as (insert into stock_movements (market_id, sku_id, kind, on_hand, reserved, person_id, reason)
      select ${marketId}, sku_id, ${kind}::text, delta, 0, ${personId}, ${reason} from corrected where delta <> 0)
    select sku_id from corrected`)
  return new Set(rows.map((row) => row.sku_id))
}

/** Products of these SKUs, for telling what changed. */
export async function productsOfSkus(db: Db, marketId: string, skuIds: readonly string[]): Promise<string[]> {
  const { rows } = await db.execute<{ id: string }>(sql`select distinct product_id as id from skus
    where market_id = ${marketId} and id = any(${sql.param([...skuIds])}::text[])`)
  return rows.map((row) => row.id)
}
