import { and, eq, lt } from 'drizzle-orm'
import type { Db, Tx } from '#server/platform/db.ts'
import { paymentShares, payments, payouts, refunds } from '../tables.ts'

/** Joins an instruction to the share of the payment that it is taken from. */
export const shareOf = (table: typeof payouts | typeof refunds) =>
  and(
    eq(paymentShares.marketId, table.marketId),
    eq(paymentShares.paymentId, table.paymentId),
    eq(paymentShares.orderId, table.orderId),
  )

/** Keeps who recorded that the bank carried an instruction out; the database refuses one who has a part in it. */
export async function noteSettler(
  tx: Tx,
  table: typeof payouts | typeof refunds,
  { marketId, id }: { marketId: string; id: string },
  personId: string,
): Promise<void> {
  await tx
    .update(table as typeof payouts)
    .set({ settledBy: personId })
    .where(and(eq(table.marketId, marketId), eq(table.id, id)))
}

export type Page = { state: string | undefined; before: string | undefined; limit: number }

/** Work that the institution may have lost sight of: waiting Stripe payments, and instructions not carried out. */
export async function findUnsettled(db: Db, olderThan: Date, limit: number) {
  const waiting = await db
    .select({ marketId: payments.marketId, id: payments.id })
    .from(payments)
    .where(
      and(eq(payments.state, 'awaiting'), eq(payments.method, 'stripe'), lt(payments.createdAt, olderThan)),
    )
    .orderBy(payments.createdAt)
    .limit(limit)
  const toShops = await db
    .select({ marketId: payouts.marketId, id: payouts.id })
    .from(payouts)
    .where(
      and(eq(payouts.state, 'instructed'), eq(payouts.method, 'stripe'), lt(payouts.instructedAt, olderThan)),
    )
    .orderBy(payouts.instructedAt)
    .limit(limit)
  const toBuyers = await db
    .select({ marketId: refunds.marketId, id: refunds.id })
    .from(refunds)
    .where(
      and(eq(refunds.state, 'instructed'), eq(refunds.method, 'stripe'), lt(refunds.createdAt, olderThan)),
    )
    .orderBy(refunds.createdAt)
    .limit(limit)
  return { waiting, payouts: toShops, refunds: toBuyers }
}
