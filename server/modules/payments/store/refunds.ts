import { and, desc, eq, getTableColumns, lt, sql } from 'drizzle-orm'
import type { Db, Tx } from '#server/platform/db.ts'
import { paymentShares, refunds } from '../tables.ts'
import { type Page, shareOf } from './instructions.ts'
import { partiesIn } from './parties.ts'

export type RefundRow = typeof refunds.$inferSelect

export type ListedRefund = RefundRow & { orderNumber: string | null; parties: string[] }

const listedRefund = {
  ...getTableColumns(refunds),
  orderNumber: paymentShares.orderNumber,
  parties: partiesIn(refunds),
}

export async function insertRefund(tx: Tx, row: typeof refunds.$inferInsert): Promise<RefundRow | undefined> {
  const [made] = await tx.insert(refunds).values(row).onConflictDoNothing().returning()
  return made
}

export async function findRefund(db: Db, marketId: string, id: string): Promise<ListedRefund | undefined> {
  const [row] = await db
    .select(listedRefund)
    .from(refunds)
    .leftJoin(paymentShares, shareOf(refunds))
    .where(and(eq(refunds.marketId, marketId), eq(refunds.id, id)))
  return row
}

export async function settleRefund(
  tx: Tx,
  refund: RefundRow,
  providerId: string,
  now: Date,
): Promise<boolean> {
  const moved = await tx
    .update(refunds)
    .set({ state: 'paid', providerId, paidAt: now, failure: null })
    .where(
      and(eq(refunds.marketId, refund.marketId), eq(refunds.id, refund.id), eq(refunds.state, 'instructed')),
    )
    .returning({ id: refunds.id })
  return moved.length === 1
}

export async function listRefunds(
  db: Db,
  marketId: string,
  { state, before, limit }: Page,
): Promise<ListedRefund[]> {
  return db
    .select(listedRefund)
    .from(refunds)
    .leftJoin(paymentShares, shareOf(refunds))
    .where(
      and(
        eq(refunds.marketId, marketId),
        state === undefined ? undefined : sql`${refunds.state} = ${state}`,
        before === undefined ? undefined : lt(refunds.id, before),
      ),
    )
    .orderBy(desc(refunds.id))
    .limit(limit)
}
