import { and, desc, eq, sql } from 'drizzle-orm'
import type { Db, Tx } from '#server/platform/db.ts'
import { paymentShares, payments } from '../tables.ts'

export type PaymentRow = typeof payments.$inferSelect

export type ShareRow = typeof paymentShares.$inferSelect

const of = (table: typeof payments, marketId: string, id: string) =>
  and(eq(table.marketId, marketId), eq(table.id, id))

export async function findPayment(db: Db, marketId: string, id: string): Promise<PaymentRow | undefined> {
  const [row] = await db
    .select()
    .from(payments)
    .where(of(payments, marketId, id))
  return row
}

export async function findPaymentByReference(
  db: Db,
  marketId: string,
  reference: string,
): Promise<PaymentRow | undefined> {
  const [row] = await db
    .select()
    .from(payments)
    .where(and(eq(payments.marketId, marketId), eq(payments.reference, reference)))
  return row
}

export async function paymentsOf(db: Db, marketId: string, purchaseId: string): Promise<PaymentRow[]> {
  return db
    .select()
    .from(payments)
    .where(and(eq(payments.marketId, marketId), eq(payments.purchaseId, purchaseId)))
    .orderBy(desc(payments.id))
}

/** All attempts to pay a purchase, locked in id order: two that succeed together are decided one after the other. */
export async function lockPaymentsOf(tx: Tx, marketId: string, purchaseId: string): Promise<PaymentRow[]> {
  return tx
    .select()
    .from(payments)
    .where(and(eq(payments.marketId, marketId), eq(payments.purchaseId, purchaseId)))
    .orderBy(payments.id)
    .for('update')
}

export async function insertPayment(
  tx: Tx,
  row: typeof payments.$inferInsert,
  shares: readonly (typeof paymentShares.$inferInsert)[],
): Promise<PaymentRow | undefined> {
  const [made] = await tx.insert(payments).values(row).onConflictDoNothing().returning()
  if (made !== undefined) await tx.insert(paymentShares).values([...shares])
  return made
}

/** Moves a payment from the state that was read. False: somebody moved it meanwhile. */
export async function movePayment(
  tx: Tx,
  from: PaymentRow,
  set: Partial<Pick<PaymentRow, 'state' | 'intentId' | 'failure' | 'succeededAt'>>,
): Promise<boolean> {
  const moved = await tx
    .update(payments)
    .set(set)
    .where(and(of(payments, from.marketId, from.id), eq(payments.state, from.state)))
    .returning({ id: payments.id })
  return moved.length === 1
}

export async function keepSession(
  tx: Tx,
  payment: PaymentRow,
  session: { sessionId: string; url: string },
): Promise<void> {
  await tx
    .update(payments)
    .set({ sessionId: session.sessionId, sessionUrl: session.url })
    .where(of(payments, payment.marketId, payment.id))
}

export async function noteFailure(tx: Tx, payment: PaymentRow, failure: string): Promise<void> {
  await tx
    .update(payments)
    .set({ failure })
    .where(of(payments, payment.marketId, payment.id))
}

export async function sharesOf(db: Db, marketId: string, paymentId: string): Promise<ShareRow[]> {
  return db
    .select()
    .from(paymentShares)
    .where(and(eq(paymentShares.marketId, marketId), eq(paymentShares.paymentId, paymentId)))
    .orderBy(paymentShares.orderId)
}

/** The paid share of an order and the payment it belongs to, locked. */
export async function lockPaidShare(
  tx: Tx,
  marketId: string,
  orderId: string,
): Promise<{ share: ShareRow; payment: PaymentRow } | undefined> {
  const [row] = await tx
    .select({ share: paymentShares, payment: payments })
    .from(paymentShares)
    .innerJoin(
      payments,
      and(eq(payments.marketId, paymentShares.marketId), eq(payments.id, paymentShares.paymentId)),
    )
    .where(
      and(
        eq(paymentShares.marketId, marketId),
        eq(paymentShares.orderId, orderId),
        eq(payments.state, 'succeeded'),
      ),
    )
    .for('update', { of: paymentShares })
  return row
}

/** Adds to what was released or refunded of a share; the check `payment_shares_within` refuses more than was paid. */
export async function growShare(
  tx: Tx,
  share: ShareRow,
  by: { released?: number; refunded?: number },
): Promise<void> {
  await tx
    .update(paymentShares)
    .set({
      released: sql`${paymentShares.released} + ${by.released ?? 0}`,
      refunded: sql`${paymentShares.refunded} + ${by.refunded ?? 0}`,
    })
    .where(
      and(
        eq(paymentShares.marketId, share.marketId),
        eq(paymentShares.paymentId, share.paymentId),
        eq(paymentShares.orderId, share.orderId),
      ),
    )
}
