import { inMarket, type Tx } from '#server/platform/db.ts'
import { publish } from '#server/platform/events.ts'
import { newId } from '#server/platform/ids.ts'
import { enqueue } from '#server/platform/jobs.ts'
import { ProblemError } from '#server/platform/problems.ts'
import type { PaymentsContext } from '../context.ts'
import { moneyMoved } from '../events.ts'
import { post } from '../ledger.ts'
import * as accounts from '../store/accounts.ts'
import * as paymentStore from '../store/payments.ts'
import * as payoutStore from '../store/payouts.ts'
import * as providerStore from '../store/provider.ts'
import * as refundStore from '../store/refunds.ts'
import { syncAccount } from './account.ts'

/** Hours after which a provider may have forgotten an idempotency key: from then on a person looks, nothing is sent again. */
const keyLifetimeHours = 24
/** How often a transfer is refused because of the account before that is strange: each time the account had been active. */
const doubtfulAttempts = 5

/**
 * Releases money of an order to its shop, in the caller's transaction: escrow → payable and commission, and an instruction to pay it out,
 * or, where the shop has no active account yet, one that waits for it. `part` 1 is the receipt, 2 a waived shortage; the same part again
 * does nothing.
 */
export async function releaseOrder(
  tx: Tx,
  order: { marketId: string; orderId: string; part: number; gross: number; commission: number },
  now: Date,
): Promise<boolean> {
  const paid = await paymentStore.lockPaidShare(tx, order.marketId, order.orderId)
  if (paid === undefined) throw new ProblemError('request/changed-meanwhile')
  const { share, payment } = paid
  const { marketId, orderId, part, gross, commission } = order
  const payoutId = newId('payout')
  const goes =
    payment.method !== 'stripe' || (await accounts.holdState(tx, marketId, share.shopId)) === 'active'
  const made = await payoutStore.insertPayout(tx, {
    marketId,
    id: payoutId,
    paymentId: payment.id,
    orderId,
    shopId: share.shopId,
    part,
    method: payment.method,
    state: goes ? 'instructed' : 'waiting',
    instructedAt: goes ? now : null,
    gross,
    commission,
    amount: gross - commission,
    currency: payment.currency,
  })
  if (made === undefined) return false
  await paymentStore.growShare(tx, share, { released: gross })
  await post(tx, {
    marketId,
    kind: 'release',
    key: `release:${orderId}:${part}`,
    currency: payment.currency,
    orderId,
    lines: [
      { account: 'escrow_held', shop: share.shopId, amount: gross },
      { account: 'shop_payable', shop: share.shopId, amount: -(gross - commission) },
      { account: 'commission', amount: -commission },
    ],
  })
  if (goes && payment.method === 'stripe') await enqueue(tx, 'payments.pay-out', { marketId, payoutId })
  return true
}

/**
 * Takes money of an order back for its buyer before it was released, in the caller's transaction. `cause` names the occasion: the same
 * one again does nothing.
 */
export async function refundOrder(
  tx: Tx,
  order: { marketId: string; orderId: string; amount: number; cause: string; reason: string },
): Promise<boolean> {
  const paid = await paymentStore.lockPaidShare(tx, order.marketId, order.orderId)
  if (paid === undefined) throw new ProblemError('request/changed-meanwhile')
  const { share, payment } = paid
  const { marketId, orderId, amount, cause, reason } = order
  const refundId = newId('refund')
  const made = await refundStore.insertRefund(tx, {
    marketId,
    id: refundId,
    paymentId: payment.id,
    orderId,
    cause,
    method: payment.method,
    state: 'instructed',
    amount,
    currency: payment.currency,
    reason,
  })
  if (made === undefined) return false
  await paymentStore.growShare(tx, share, { refunded: amount })
  await post(tx, {
    marketId,
    kind: 'refund',
    key: `refund:${refundId}`,
    currency: payment.currency,
    orderId,
    lines: [
      { account: 'escrow_held', shop: share.shopId, amount },
      { account: 'refund_clearing', amount: -amount },
    ],
  })
  if (payment.method === 'stripe') await enqueue(tx, 'payments.refund', { marketId, refundId })
  return true
}

const tooOld = (instructedAt: Date, now: Date) =>
  now.getTime() - instructedAt.getTime() > keyLifetimeHours * 3_600_000

async function askAPerson(
  context: PaymentsContext,
  marketId: string,
  subject: string,
  kind: string,
): Promise<void> {
  context.logger.error({ marketId, subject, kind }, 'an instruction to the institution is not carried out')
  await inMarket(context.database, marketId, (tx) =>
    providerStore.noteBreak(tx, { marketId, id: `brk_${subject}`, subject, kind, facts: {} }),
  )
}

/** Job: transfers a released amount to the shop's account at the provider. Refused because of the account, it waits for it again. */
export async function payOut(context: PaymentsContext, marketId: string, payoutId: string): Promise<void> {
  const { database, provider, clock } = context
  const payout = await inMarket(database, marketId, (tx) => payoutStore.findPayout(tx, marketId, payoutId))
  if (
    payout === undefined ||
    payout.state !== 'instructed' ||
    payout.method !== 'stripe' ||
    provider === null
  )
    return
  if (tooOld(payout.instructedAt ?? payout.createdAt, clock.now()))
    return askAPerson(context, marketId, payoutId, 'payout_unanswered')
  const { payment, account } = await inMarket(database, marketId, async (tx) => ({
    payment: await paymentStore.findPayment(tx, marketId, payout.paymentId),
    account: await accounts.findAccount(tx, marketId, payout.shopId),
  }))
  if (payment?.intentId == null) return askAPerson(context, marketId, payoutId, 'payout_without_intent')
  const outcome =
    account?.accountId == null
      ? 'account-not-active'
      : await provider.transfer({
          payoutId,
          attempt: payout.attempt,
          intentId: payment.intentId,
          accountId: account.accountId,
          amount: payout.amount,
          currency: payout.currency,
          group: payment.purchaseId,
        })
  if (outcome !== 'account-not-active') {
    await inMarket(database, marketId, (tx) => recordPaidOut(tx, payout, outcome.transferId, clock.now()))
    return
  }
  context.logger.warn({ marketId, payoutId, attempt: payout.attempt }, 'the account of a shop takes no money')
  // It says that the account is active and refuses all the same: a person looks, and it is still tried.
  if (payout.attempt >= doubtfulAttempts) await askAPerson(context, marketId, payoutId, 'payout_refused')
  // Put back before the account is asked about: when it has become active in between, the reconciler finds both.
  await inMarket(database, marketId, (tx) => payoutStore.putBack(tx, payout))
  await syncAccount(context, marketId, payout.shopId)
}

/** The institution paid the shop: payable → clearing. */
export async function recordPaidOut(
  tx: Tx,
  payout: payoutStore.PayoutRow,
  providerId: string,
  now: Date,
): Promise<boolean> {
  if (!(await payoutStore.settlePayout(tx, payout, providerId, now))) return false
  const { marketId, id, orderId, shopId, amount, currency, method } = payout
  await post(tx, {
    marketId,
    kind: 'payout',
    key: `payout:${id}`,
    currency,
    orderId,
    lines: [
      { account: 'shop_payable', shop: shopId, amount },
      { account: method === 'stripe' ? 'psp_clearing' : 'bank_clearing', amount: -amount },
    ],
  })
  await publish(tx, moneyMoved, { marketId, orderId, what: 'payout' })
  return true
}

/** Job: sends a refund to the provider. */
export async function sendRefund(
  context: PaymentsContext,
  marketId: string,
  refundId: string,
): Promise<void> {
  const { database, provider, clock } = context
  const refund = await inMarket(database, marketId, (tx) => refundStore.findRefund(tx, marketId, refundId))
  if (
    refund === undefined ||
    refund.state !== 'instructed' ||
    refund.method !== 'stripe' ||
    provider === null
  )
    return
  if (tooOld(refund.createdAt, clock.now()))
    return askAPerson(context, marketId, refundId, 'refund_unanswered')
  const payment = await inMarket(database, marketId, (tx) =>
    paymentStore.findPayment(tx, marketId, refund.paymentId),
  )
  if (payment?.intentId == null) return askAPerson(context, marketId, refundId, 'refund_without_intent')
  const providerId = await provider.refund({ refundId, intentId: payment.intentId, amount: refund.amount })
  await inMarket(database, marketId, (tx) => recordRefunded(tx, refund, providerId, clock.now()))
}

/** The institution paid the buyer back: refund clearing → clearing. */
export async function recordRefunded(
  tx: Tx,
  refund: refundStore.RefundRow,
  providerId: string,
  now: Date,
): Promise<boolean> {
  if (!(await refundStore.settleRefund(tx, refund, providerId, now))) return false
  const { marketId, id, orderId, amount, currency, method } = refund
  await post(tx, {
    marketId,
    kind: 'refund_paid',
    key: `refund-paid:${id}`,
    currency,
    ...(orderId === null ? {} : { orderId }),
    lines: [
      { account: 'refund_clearing', amount },
      { account: method === 'stripe' ? 'psp_clearing' : 'bank_clearing', amount: -amount },
    ],
  })
  if (orderId !== null) await publish(tx, moneyMoved, { marketId, orderId, what: 'refund' })
  return true
}
