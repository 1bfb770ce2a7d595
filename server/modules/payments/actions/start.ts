import { randomBytes } from 'node:crypto'
import { inMarket } from '#server/platform/db.ts'
import { newId } from '#server/platform/ids.ts'
import { ProblemError } from '#server/platform/problems.ts'
import type { Currency } from '#shared/money.ts'
import type { PaymentMethod } from '#shared/payments/shapes.ts'
import type { PaymentsContext } from '../context.ts'
import { paymentReference } from '../domain/reference.ts'
import * as paymentStore from '../store/payments.ts'
import * as settlementStore from '../store/settlement.ts'
import { applySession, doubtOf } from './settle.ts'

/** What trade says of a purchase that is to be paid. */
export type PurchaseToPay = {
  marketId: string
  purchaseId: string
  purchaseNumber: string
  /** The company that pays. */
  buyerId: string
  currency: Currency
  total: number
  payBefore: Date
  shares: readonly { orderId: string; orderNumber: string; shopId: string; amount: number }[]
  returnUrl: string
  cancelUrl: string
}

/**
 * Begins to pay a purchase, or returns the attempt of this method that is open already. The row is committed before the institution is
 * called and the call carries the row's key: a lost answer is asked for again, never charged again.
 */
export async function startPayment(
  context: PaymentsContext,
  purchase: PurchaseToPay,
  method: PaymentMethod,
): Promise<paymentStore.PaymentRow> {
  const { marketId, purchaseId } = purchase
  if (method === 'stripe' && context.provider === null)
    throw new ProblemError('payments/provider-unavailable')
  const payment = await inMarket(context.database, marketId, async (tx) => {
    const open = (await paymentStore.lockPaymentsOf(tx, marketId, purchaseId)).find(
      (each) => each.method === method && each.state === 'awaiting',
    )
    if (open !== undefined) return open
    if (method === 'bank_transfer' && (await settlementStore.findBankAccount(tx, marketId)) === null)
      throw new ProblemError('payments/no-bank-account')
    const id = newId('payment')
    const made = await paymentStore.insertPayment(
      tx,
      {
        marketId,
        id,
        purchaseId,
        buyerId: purchase.buyerId,
        method,
        state: 'awaiting',
        amount: purchase.total,
        currency: purchase.currency,
        reference: method === 'bank_transfer' ? paymentReference(randomBytes(8)) : null,
        payBefore: purchase.payBefore,
      },
      purchase.shares.map((share) => ({ marketId, paymentId: id, ...share })),
    )
    if (made === undefined) throw new ProblemError('request/changed-meanwhile')
    return made
  })
  if (method === 'bank_transfer' || payment.sessionUrl !== null) return payment
  return openSession(context, purchase, payment)
}

async function openSession(
  context: PaymentsContext,
  purchase: PurchaseToPay,
  payment: paymentStore.PaymentRow,
): Promise<paymentStore.PaymentRow> {
  const market = await context.lower.marketById(payment.marketId)
  if (context.provider === null || market === null) throw new ProblemError('payments/provider-unavailable')
  const session = await context.provider
    .openSession({
      ...purchase,
      paymentId: payment.id,
      amount: payment.amount,
      marketName: market.name,
      // Of the row, so that a repeat sends the same words under the same key.
      now: payment.createdAt,
    })
    .catch((error: unknown) => {
      throw new ProblemError('payments/provider-unavailable', {}, { cause: error })
    })
  await inMarket(context.database, payment.marketId, (tx) => paymentStore.keepSession(tx, payment, session))
  return { ...payment, sessionId: session.sessionId, sessionUrl: session.url }
}

/** Asks the institution how a waiting payment stands and brings ours to it: the browser's return and the reconciler. */
export async function refreshPayment(
  context: PaymentsContext,
  marketId: string,
  paymentId: string,
): Promise<'settled' | 'surplus' | 'known' | 'closed' | 'waiting' | 'doubtful'> {
  const payment = await inMarket(context.database, marketId, (tx) =>
    paymentStore.findPayment(tx, marketId, paymentId),
  )
  if (payment?.sessionId == null || context.provider === null) return 'waiting'
  if (payment.state === 'succeeded' || payment.state === 'surplus') return 'known'
  const facts = await context.provider.readSession(payment.sessionId)
  if (facts === null || doubtOf(payment, facts, context.live) !== null) return 'doubtful'
  return applySession(context, payment, facts)
}

/**
 * Ends all open attempts of a purchase before it is cancelled or expires. Returns whether one of them turns out to be paid: then the
 * purchase must not be closed (C9: kept or refunded, never both).
 */
export async function closeAttempts(
  context: PaymentsContext,
  marketId: string,
  purchaseId: string,
): Promise<'closed' | 'paid'> {
  const attempts = await inMarket(context.database, marketId, (tx) =>
    paymentStore.paymentsOf(tx, marketId, purchaseId),
  )
  if (attempts.some((each) => each.state === 'succeeded')) return 'paid'
  for (const attempt of attempts.filter((each) => each.state === 'awaiting')) {
    if (attempt.sessionId !== null && context.provider !== null) {
      const facts = await context.provider.closeSession(attempt.sessionId).catch((error: unknown) => {
        throw new ProblemError('payments/provider-unavailable', {}, { cause: error })
      })
      if (facts !== null && doubtOf(attempt, facts, context.live) === null) {
        const outcome = await applySession(context, attempt, facts)
        if (outcome === 'settled' || outcome === 'known') return 'paid'
        continue
      }
    }
    const closed = await inMarket(context.database, marketId, (tx) =>
      paymentStore.movePayment(tx, attempt, { state: 'closed' }),
    )
    if (!closed) return 'paid'
  }
  return 'closed'
}
