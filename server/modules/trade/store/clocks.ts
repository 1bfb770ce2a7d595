import { sql } from 'drizzle-orm'
import type { Db, Tx } from '#server/platform/db.ts'

export type Clock = 'unpaid' | 'unconfirmed' | 'unreleased'
/** Something whose time is over. `at` is PostgreSQL's text of the moment, exact to the microsecond: pages are told apart by it. */
export type Overdue = { marketId: string; id: string; at: string; failures: number }

const sources = {
  unpaid: {
    table: sql`purchases`,
    at: sql`o.pay_before`,
    open: sql`o.state = 'awaiting_payment'`,
    graceMs: 0,
  },
  unconfirmed: { table: sql`orders`, at: sql`o.auto_confirm_at`, open: sql`o.state = 'shipped'`, graceMs: 0 },
  // The job of the confirmation releases; the clock only finds what it lost.
  unreleased: {
    table: sql`orders`,
    at: sql`o.received_at`,
    open: sql`o.state = 'received' and o.released = 0`,
    graceMs: 120_000,
  },
} as const

/**
 * A page of what a clock has run out on, the longest overdue first, over all markets that the transaction names. Leaves out what failed
 * and is not to be tried again yet, so that it stands in nobody's way.
 */
export async function findOverdue(
  db: Db,
  clock: Clock,
  { now, after, limit }: { now: Date; after: Overdue | undefined; limit: number },
): Promise<Overdue[]> {
  const { table, at, open, graceMs } = sources[clock]
  const before = new Date(now.getTime() - graceMs).toISOString()
  const { rows } = await db.execute<Overdue>(sql`
    select o.market_id as "marketId", o.id, ${at}::text as at, coalesce(f.failures, 0) as failures
    from ${table} o left join clock_failures f on f.market_id = o.market_id and f.subject = o.id
    where ${open} and ${at} < ${before}::timestamptz
      and (f.retry_at is null or f.retry_at <= ${now.toISOString()}::timestamptz)
      ${after === undefined ? sql`` : sql`and (${at}, o.id) > (${after.at}::timestamptz, ${after.id})`}
    order by ${at}, o.id limit ${limit}`)
  return rows
}

export async function noteClockFailure(
  tx: Tx,
  { marketId, id }: Overdue,
  { retryAt, reason }: { retryAt: Date; reason: string },
): Promise<void> {
  await tx.execute(sql`insert into clock_failures (market_id, subject, failures, retry_at, reason)
    values (${marketId}, ${id}, 1, ${retryAt.toISOString()}::timestamptz, ${reason})
    on conflict (market_id, subject) do update
      set failures = clock_failures.failures + 1, retry_at = excluded.retry_at, reason = excluded.reason`)
}

export async function forgetClockFailure(tx: Tx, { marketId, id }: Overdue): Promise<void> {
  await tx.execute(sql`delete from clock_failures where market_id = ${marketId} and subject = ${id}`)
}
