import { sql } from 'drizzle-orm'
import type { Db, Tx } from '#server/platform/db.ts'

export type LedgerAccount =
  | 'psp_clearing'
  | 'bank_clearing'
  | 'escrow_held'
  | 'shop_payable'
  | 'commission'
  | 'refund_clearing'
export type LedgerLine = { account: LedgerAccount; shop?: string; amount: number; order?: string }
export type JournalKind = 'capture' | 'release' | 'refund' | 'refund_paid' | 'payout' | 'correction'

/**
 * Posts one balanced journal through `ledger.post`, the only way in. The same key again is the same journal; lines of nought are
 * left out. Debits are positive: money at an institution; credits negative: what is owed. Sorting by account and shop is the database's work.
 */
export async function post(
  tx: Tx,
  entry: {
    marketId: string
    kind: JournalKind
    key: string
    currency: string
    lines: readonly LedgerLine[]
    orderId?: string
  },
): Promise<void> {
  const lines = entry.lines
    .filter((each) => each.amount !== 0)
    .map(({ account, shop, amount, order }) => ({
      account,
      shop: shop ?? null,
      currency: entry.currency,
      amount,
      order: order ?? null,
    }))
  await tx.execute(
    sql`select * from ledger.post(${entry.marketId}, ${entry.kind}, ${entry.key}, ${JSON.stringify(lines)}::jsonb, ${entry.orderId ?? null})`,
  )
}

/** Balances of a shop in the books, as what is owed to it: positive amounts. */
export async function shopBalances(
  db: Db,
  marketId: string,
  shopId: string,
  currency: string,
): Promise<{
  held: number
  payable: number
  released: number
  refunded: number
  commission: number
  paidOut: number
}> {
  const { rows } = await db.execute<{
    held: number
    payable: number
    released: number
    refunded: number
    commission: number
    paidOut: number
  }>(sql`
    with mine as (select a.id, a.code, a.balance from ledger.accounts a
      where a.market_id = ${marketId} and a.shop_id = ${shopId} and a.currency = ${currency}),
    moved as (select m.code, j.kind, sum(p.amount)::bigint as amount from mine m
      join ledger.postings p on p.account_id = m.id join ledger.journals j on j.id = p.journal_id group by 1, 2)
    select coalesce((select -balance from mine where code = 'escrow_held'), 0)::bigint as held,
      coalesce((select -balance from mine where code = 'shop_payable'), 0)::bigint as payable,
      coalesce((select amount from moved where code = 'escrow_held' and kind = 'release'), 0)::bigint as released,
      coalesce((select amount from moved where code = 'escrow_held' and kind = 'refund'), 0)::bigint as refunded,
      (coalesce((select amount from moved where code = 'escrow_held' and kind = 'release'), 0)
        + coalesce((select amount from moved where code = 'shop_payable' and kind = 'release'), 0))::bigint as commission,
      coalesce((select amount from moved where code = 'shop_payable' and kind = 'payout'), 0)::bigint as "paidOut"`)
  return rows[0] ?? { held: 0, payable: 0, released: 0, refunded: 0, commission: 0, paidOut: 0 }
}

export type StatementRow = {
  journalId: string
  line: number
  kind: JournalKind
  account: 'escrow_held' | 'shop_payable'
  orderId: string | null
  orderNumber: string | null
  amount: number
  at: string
}

/** A shop's postings, newest first, below the cursor (moment, journal and line of the last one seen). */
export async function statement(
  db: Db,
  {
    marketId,
    shopId,
    currency,
    before,
    limit,
  }: {
    marketId: string
    shopId: string
    currency: string
    before: { at: string; journalId: string; line: number } | null
    limit: number
  },
): Promise<StatementRow[]> {
  const { rows } = await db.execute<StatementRow>(sql`
    select j.id as "journalId", p.line, j.kind, a.code as account, p.order_id as "orderId",
      (select s.order_number from payment_shares s where s.market_id = ${marketId} and s.order_id = p.order_id limit 1)
        as "orderNumber", -p.amount as amount,
      to_char(j.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at
    from ledger.accounts a join ledger.postings p on p.account_id = a.id join ledger.journals j on j.id = p.journal_id
    where a.market_id = ${marketId} and a.shop_id = ${shopId} and a.currency = ${currency}
      and (${before?.at ?? null}::timestamptz is null
        or (j.created_at, j.id, p.line) < (${before?.at ?? null}::timestamptz, ${before?.journalId ?? null}::uuid, ${before?.line ?? null}::smallint))
    order by j.created_at desc, j.id desc, p.line desc limit ${limit}`)
  return rows
}
