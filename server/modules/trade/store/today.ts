import { sql } from 'drizzle-orm'
import type { Db } from '#server/platform/db.ts'

export type TodayFigures = {
  toShip: number
  under24h: number
  under48h: number
  over48h: number
  overdue: number
  oldestSecuredAt: string | null
  shortages: number
  toConfirm: number
  nextAutoConfirmAt: string | null
  awaitingPayment: number
  awaitingAmount: number
  weekOrders: number
  weekAmount: number
  previousAmount: number
  shippedIn30d: number
  shippedInTime: number
  buyers: number
  repeating: number
}

/** Counts what waits for a shop and how it went, from the orders themselves, in one statement. */
export async function todayFigures(
  db: Db,
  marketId: string,
  shopId: string,
  now: Date,
): Promise<TodayFigures | undefined> {
  const at = sql`${now.toISOString()}::timestamptz`
  const toShip = sql`state in ('secured','in_production','partly_shipped')`
  const iso = (moment: ReturnType<typeof sql>) =>
    sql`to_char(${moment} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
  const { rows } = await db.execute<TodayFigures>(sql`
    with mine as (select * from orders where market_id = ${marketId} and shop_id = ${shopId}),
    bought as (select buyer_id, count(*) as times from mine
      where secured_at > ${at} - interval '90 days' group by buyer_id)
    select count(*) filter (where ${toShip})::int as "toShip",
      count(*) filter (where ${toShip} and secured_at > ${at} - interval '24 hours')::int as "under24h",
      count(*) filter (where ${toShip} and secured_at <= ${at} - interval '24 hours' and secured_at > ${at} - interval '48 hours')::int as "under48h",
      count(*) filter (where ${toShip} and secured_at <= ${at} - interval '48 hours')::int as "over48h",
      count(*) filter (where ${toShip} and ship_before < ${at})::int as overdue,
      ${iso(sql`min(secured_at) filter (where ${toShip})`)} as "oldestSecuredAt",
      count(*) filter (where short_state = 'open')::int as shortages,
      count(*) filter (where state = 'shipped')::int as "toConfirm",
      ${iso(sql`min(auto_confirm_at) filter (where state = 'shipped')`)} as "nextAutoConfirmAt",
      count(*) filter (where state = 'placed')::int as "awaitingPayment",
      coalesce(sum(total) filter (where state = 'placed'), 0)::bigint as "awaitingAmount",
      count(*) filter (where secured_at > ${at} - interval '7 days')::int as "weekOrders",
      coalesce(sum(total) filter (where secured_at > ${at} - interval '7 days'), 0)::bigint as "weekAmount",
      coalesce(sum(total) filter (where secured_at <= ${at} - interval '7 days' and secured_at > ${at} - interval '14 days'), 0)::bigint as "previousAmount",
      count(*) filter (where first_shipped_at > ${at} - interval '30 days')::int as "shippedIn30d",
      count(*) filter (where first_shipped_at > ${at} - interval '30 days' and first_shipped_at <= secured_at + interval '48 hours')::int as "shippedInTime",
      (select count(*)::int from bought) as buyers,
      (select count(*)::int from bought where times > 1) as repeating
    from mine`)
  return rows[0]
}
