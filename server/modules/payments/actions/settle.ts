import { audit } from '#server/platform/audit.ts'
import { inMarket, type Tx } from '#server/platform/db.ts'
import { publish } from '#server/platform/events.ts'
import { newId } from '#server/platform/ids.ts'
import { enqueue } from '#server/platform/jobs.ts'
import type { PaymentsContext } from '../context.ts'
import { canMovePayment } from '../domain/moves.ts'
import { paymentFailed, paymentSettled } from '../events.ts'
import { post } from '../ledger.ts'
import type { SessionFacts } from '../provider/port.ts'
import * as paymentStore from '../store/payments.ts'
import * as refundStore from '../store/refunds.ts'

/** Money arrived for a payment. Bears repeats and rivals: whoever comes second finds it done. */
export async function settleArrived(
  { clock }: PaymentsContext,
  tx: Tx,
  payment: { marketId: string; id: string; purchaseId: string },
  arrived: { intentId: string | null },
): Promise<'settled' | 'surplus' | 'known'> {
  const all = await paymentStore.lockPaymentsOf(tx, payment.marketId, payment.purchaseId)
  const mine = all.find((each) => each.id === payment.id)
  if (mine === undefined || !canMovePayment('succeed', mine.state)) return 'known'
  const surplus = all.some((each) => each.state === 'succeeded')
  const now = clock.now()
  await paymentStore.movePayment(tx, mine, {
    state: surplus ? 'surplus' : 'succeeded',
    intentId: arrived.intentId,
    failure: null,
    succeededAt: now,
  })
  const { marketId, id, purchaseId, currency, amount, method } = mine
  const clearing = method === 'stripe' ? 'psp_clearing' : 'bank_clearing'
  const shares = await paymentStore.sharesOf(tx, marketId, id)
  const owed = surplus
    ? [{ account: 'refund_clearing' as const, amount: -amount }]
    : shares.map((share) => ({
        account: 'escrow_held' as const,
        shop: share.shopId,
        order: share.orderId,
        amount: -share.amount,
      }))
  await post(tx, {
    marketId,
    kind: 'capture',
    key: `capture:${id}`,
    currency,
    lines: [{ account: clearing, amount }, ...owed],
  })
  if (surplus) await sendBackSurplus(tx, mine)
  else await publish(tx, paymentSettled, { marketId, purchaseId, paymentId: id })
  await audit(tx, {
    stream: marketId,
    actor: null,
    action: surplus ? 'payments.surplus' : 'payments.settled',
    subject: id,
    facts: { purchaseId, amount, currency, method },
  })
  return surplus ? 'surplus' : 'settled'
}

async function sendBackSurplus(
  tx: Tx,
  { marketId, id, method, amount, currency }: paymentStore.PaymentRow,
): Promise<void> {
  const refundId = newId('refund')
  const made = await refundStore.insertRefund(tx, {
    marketId,
    id: refundId,
    paymentId: id,
    orderId: null,
    cause: 'surplus',
    method,
    state: 'instructed',
    amount,
    currency,
    reason: 'paid twice',
  })
  if (made && method === 'stripe') await enqueue(tx, 'payments.refund', { marketId, refundId })
}

/** Why a session that the institution told us about is not believed; null when it is ours and says what we asked. */
export function doubtOf(
  payment: paymentStore.PaymentRow | undefined,
  facts: SessionFacts,
  live: boolean,
): string | null {
  if (payment === undefined) return 'no such payment'
  if (payment.sessionId !== facts.sessionId) return 'another session claims the payment'
  if (facts.live !== live) return 'live mode differs'
  if (facts.claims.paymentId !== payment.id || facts.claims.marketId !== payment.marketId)
    return 'claims differ'
  if (facts.amount !== payment.amount) return 'amount differs'
  if (facts.currency !== payment.currency) return 'currency differs'
  return null
}

/**
 * Brings a payment to what the institution says of its session. The one way in for the browser's return, the webhook, the expiry and
 * the reconciler, so that it does not matter which of them comes first or how often.
 */
export async function applySession(
  context: PaymentsContext,
  payment: paymentStore.PaymentRow,
  facts: SessionFacts,
): Promise<'settled' | 'surplus' | 'known' | 'closed' | 'waiting'> {
  return inMarket(context.database, payment.marketId, async (tx) => {
    if (facts.paid) return settleArrived(context, tx, payment, facts)
    if (facts.status === 'open') {
      if (facts.failure !== null && facts.failure !== payment.failure) {
        await paymentStore.noteFailure(tx, payment, facts.failure)
        const { marketId, purchaseId, id: paymentId } = payment
        await publish(tx, paymentFailed, { marketId, purchaseId, paymentId }, paymentId)
      }
      return 'waiting'
    }
    // Complete and not paid: an asynchronous method (a bank debit) that still waits for its money.
    if (facts.status === 'complete') return 'waiting'
    const moved = await paymentStore.movePayment(tx, { ...payment, state: 'awaiting' }, { state: 'closed' })
    return moved ? 'closed' : 'known'
  })
}
