import { and, desc, eq, getTableColumns, inArray, lt, sql } from 'drizzle-orm'
import { type Db, plannedOnce, type Tx } from '#server/platform/db.ts'
import type { BankAccount, ReceiptState } from '#shared/payments/shapes.ts'
import type { Localised } from '#shared/text.ts'
import { shops } from '../../shops/tables.ts'
import {
  bankAccounts,
  bankReceipts,
  marketCommissions,
  paymentShares,
  payments,
  payouts,
  providerEvents,
  reconciliationBreaks,
  refunds,
} from '../tables.ts'

export type PaymentRow = typeof payments.$inferSelect
export type PayoutRow = typeof payouts.$inferSelect
export type RefundRow = typeof refunds.$inferSelect
export type ReceiptRow = typeof bankReceipts.$inferSelect
export type ShareRow = typeof paymentShares.$inferSelect

/** A movement with the number of the order it is for, and the companies that it is between. */
export type ListedPayout = PayoutRow & { orderNumber: string; shopName: Localised; parties: string[] }
export type ListedRefund = RefundRow & { orderNumber: string | null; parties: string[] }
export type ListedReceipt = { receipt: ReceiptRow; payment: PaymentRow | null; parties: string[] }
/** Companies that a payment is between: who pays and whose shops are paid; of one order where `orderId` says which. */
const partiesIn = (of: { marketId: unknown; paymentId: unknown; orderId?: unknown }) =>
  sql<string[]>`array(
    select p.buyer_id from payments p where p.market_id = ${of.marketId} and p.id = ${of.paymentId}
    union select s.organisation_id from payment_shares x join shops s on s.market_id = x.market_id and s.id = x.shop_id
    where x.market_id = ${of.marketId} and x.payment_id = ${of.paymentId}
      ${of.orderId === undefined ? sql`` : sql`and (${of.orderId} is null or x.order_id = ${of.orderId})`})`
const shopOf = and(eq(shops.marketId, payouts.marketId), eq(shops.id, payouts.shopId))
const listedPayout = {
  ...getTableColumns(payouts),
  orderNumber: paymentShares.orderNumber,
  shopName: shops.name,
  parties: partiesIn(payouts),
}
const listedRefund = {
  ...getTableColumns(refunds),
  orderNumber: paymentShares.orderNumber,
  parties: partiesIn(refunds),
}
const listedReceipt = { receipt: bankReceipts, payment: payments, parties: partiesIn(bankReceipts) }

/** The companies that a payment is between. */
export async function partiesOf(db: Db, marketId: string, paymentId: string): Promise<string[]> {
  const { rows } = await db.execute<{ parties: string[] }>(
    sql`select ${partiesIn({ marketId, paymentId })} as parties`,
  )
  return rows[0]?.parties ?? []
}

const shareOf = (table: typeof payouts | typeof refunds) =>
  and(
    eq(paymentShares.marketId, table.marketId),
    eq(paymentShares.paymentId, table.paymentId),
    eq(paymentShares.orderId, table.orderId),
  )

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

export async function insertPayout(tx: Tx, row: typeof payouts.$inferInsert): Promise<PayoutRow | undefined> {
  const [made] = await tx.insert(payouts).values(row).onConflictDoNothing().returning()
  return made
}
export async function findPayout(db: Db, marketId: string, id: string): Promise<ListedPayout | undefined> {
  const [row] = await db
    .select(listedPayout)
    .from(payouts)
    .innerJoin(paymentShares, shareOf(payouts))
    .innerJoin(shops, shopOf)
    .where(and(eq(payouts.marketId, marketId), eq(payouts.id, id)))
  return row
}
/** The newest payment to the shop for an order. */
export async function payoutOfOrder(db: Db, marketId: string, orderId: string): Promise<PayoutRow | null> {
  const [row] = await db
    .select()
    .from(payouts)
    .where(and(eq(payouts.marketId, marketId), eq(payouts.orderId, orderId)))
    .orderBy(desc(payouts.part))
    .limit(1)
  return row ?? null
}
export async function settlePayout(
  tx: Tx,
  payout: PayoutRow,
  providerId: string,
  now: Date,
): Promise<boolean> {
  const moved = await tx
    .update(payouts)
    .set({ state: 'paid', providerId, paidAt: now, failure: null })
    .where(
      and(eq(payouts.marketId, payout.marketId), eq(payouts.id, payout.id), eq(payouts.state, 'instructed')),
    )
    .returning({ id: payouts.id })
  return moved.length === 1
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

type Page = { state: string | undefined; before: string | undefined; limit: number }

export async function listPayouts(
  db: Db,
  marketId: string,
  { state, before, limit }: Page,
): Promise<ListedPayout[]> {
  return db
    .select(listedPayout)
    .from(payouts)
    .innerJoin(paymentShares, shareOf(payouts))
    .innerJoin(shops, shopOf)
    .where(
      and(
        eq(payouts.marketId, marketId),
        state === undefined ? undefined : sql`${payouts.state} = ${state}`,
        before === undefined ? undefined : lt(payouts.id, before),
      ),
    )
    .orderBy(desc(payouts.id))
    .limit(limit)
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
export async function listReceipts(
  db: Db,
  marketId: string,
  { state, before, limit }: Page,
): Promise<ListedReceipt[]> {
  return db
    .select(listedReceipt)
    .from(bankReceipts)
    .leftJoin(
      payments,
      and(eq(payments.marketId, bankReceipts.marketId), eq(payments.id, bankReceipts.paymentId)),
    )
    .where(
      and(
        eq(bankReceipts.marketId, marketId),
        state === undefined ? undefined : sql`${bankReceipts.state} = ${state}`,
        before === undefined ? undefined : lt(bankReceipts.id, before),
      ),
    )
    .orderBy(desc(bankReceipts.id))
    .limit(limit)
}
export async function findReceipt(db: Db, marketId: string, id: string) {
  const [row] = await db
    .select(listedReceipt)
    .from(bankReceipts)
    .leftJoin(
      payments,
      and(eq(payments.marketId, bankReceipts.marketId), eq(payments.id, bankReceipts.paymentId)),
    )
    .where(and(eq(bankReceipts.marketId, marketId), eq(bankReceipts.id, id)))
  return row
}
export async function insertReceipt(tx: Tx, row: typeof bankReceipts.$inferInsert): Promise<void> {
  await tx.insert(bankReceipts).values(row)
}
/** Quarantined money was sent back. False: it was matched, or returned already. */
export async function markReturned(
  tx: Tx,
  marketId: string,
  id: string,
  { note, by }: { note: string; by: string },
): Promise<boolean> {
  const quarantined: ReceiptState[] = [
    'underpaid',
    'overpaid',
    'unknown_reference',
    'wrong_currency',
    'purchase_closed',
    'already_paid',
  ]
  const moved = await tx
    .update(bankReceipts)
    .set({ state: 'returned', note, returnedBy: by })
    .where(
      and(
        eq(bankReceipts.marketId, marketId),
        eq(bankReceipts.id, id),
        inArray(bankReceipts.state, quarantined),
      ),
    )
    .returning({ id: bankReceipts.id })
  return moved.length === 1
}

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

export async function findBankAccount(db: Db, marketId: string): Promise<BankAccount | null> {
  const [row] = await db.select().from(bankAccounts).where(eq(bankAccounts.marketId, marketId))
  if (row === undefined) return null
  const { institution, accountName, accountNumber, bankName, bankCode } = row
  return { institution, accountName, accountNumber, bankName, bankCode }
}
export async function writeBankAccount(tx: Tx, marketId: string, account: BankAccount): Promise<void> {
  const set = { ...account, updatedAt: sql`now()` }
  await tx
    .insert(bankAccounts)
    .values({ marketId, ...account })
    .onConflictDoUpdate({ target: bankAccounts.marketId, set })
}

/** What a checkout freezes and offers, in one question: the commission, and whether bank transfers can be taken. */
export async function settlementOf(
  db: Db,
  marketId: string,
): Promise<{ commissionBps: number; bankAccount: boolean }> {
  const { rows } = await db.execute<{ commissionBps: number; bankAccount: boolean }>(
    sql`${plannedOnce}select coalesce((select bps from ${marketCommissions} where market_id = ${marketId}), 0)::int as "commissionBps",
      exists (select from ${bankAccounts} where market_id = ${marketId}) as "bankAccount"`,
  )
  return rows[0] ?? { commissionBps: 0, bankAccount: false }
}
export async function writeCommission(tx: Tx, marketId: string, bps: number): Promise<void> {
  await tx
    .insert(marketCommissions)
    .values({ marketId, bps })
    .onConflictDoUpdate({ target: marketCommissions.marketId, set: { bps, updatedAt: sql`now()` } })
}

/** Takes an event in once. False: it is known. */
export async function insertEvent(
  tx: Tx,
  event: { id: string; type: string; objectId: string },
): Promise<boolean> {
  const made = await tx
    .insert(providerEvents)
    .values({ ...event, state: 'received' })
    .onConflictDoNothing()
    .returning({ id: providerEvents.id })
  return made.length === 1
}
export async function settleEvent(
  tx: Tx,
  id: string,
  state: 'applied' | 'ignored' | 'quarantined',
  reason: string | null,
  now: Date,
): Promise<void> {
  await tx.update(providerEvents).set({ state, reason, settledAt: now }).where(eq(providerEvents.id, id))
}

export async function noteBreak(
  tx: Tx,
  row: { marketId: string; id: string; subject: string; kind: string; facts: Record<string, unknown> },
): Promise<void> {
  await tx.insert(reconciliationBreaks).values(row).onConflictDoNothing()
}

/** The provider refused an instruction because of the shop's account: it waits, and goes out under another key. False: it has moved on. */
export async function putBack(tx: Tx, payout: PayoutRow): Promise<boolean> {
  const moved = await tx
    .update(payouts)
    .set({ state: 'waiting', instructedAt: null, attempt: payout.attempt + 1 })
    .where(
      and(
        eq(payouts.marketId, payout.marketId),
        eq(payouts.id, payout.id),
        eq(payouts.state, 'instructed'),
        eq(payouts.attempt, payout.attempt),
      ),
    )
    .returning({ id: payouts.id })
  return moved.length === 1
}

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
