import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import { namingConstraints, type Tx } from '#server/platform/db.ts'
import { newId } from '#server/platform/ids.ts'
import { ProblemError } from '#server/platform/problems.ts'
import type { PaymentsContext } from '../context.ts'
import { judgeReceipt } from '../domain/receipt.ts'
import { readReference } from '../domain/reference.ts'
import * as store from '../store/payments.ts'
import { settleArrived } from './settle.ts'

export type ArrivedTransfer = {
  bankRef: string
  reference: string
  payer: string
  amount: number
  currency: string
  receivedOn: string
  note: string
}

/**
 * Enters a transfer that arrived. The exact amount under a known reference pays its purchase; anything else is kept under its name
 * until somebody returns it. The bank's own number is entered once.
 */
export async function recordReceipt(
  context: PaymentsContext,
  tx: Tx,
  actor: Actor,
  marketId: string,
  arrived: ArrivedTransfer,
): Promise<string> {
  const reference = readReference(arrived.reference)
  const payment = reference === null ? undefined : await store.findPaymentByReference(tx, marketId, reference)
  const locked = payment && (await store.lockPaymentsOf(tx, marketId, payment.purchaseId))
  const now = locked?.find((each) => each.id === payment?.id) ?? null
  const paidAnotherWay = locked?.some((each) => each.state === 'succeeded') ?? false
  const state = judgeReceipt(
    arrived,
    now === null ? null : paidAnotherWay ? { ...now, state: 'succeeded' } : now,
  )
  const id = newId('bankReceipt')
  await namingConstraints({ bank_receipts_once: 'payments/receipt-known' }, () =>
    store.insertReceipt(tx, {
      marketId,
      id,
      ...arrived,
      reference: reference ?? arrived.reference,
      state,
      paymentId: now?.id ?? null,
      recordedBy: actor.personId,
    }),
  )
  if (state === 'matched' && now !== null) await settleArrived(context, tx, now, { intentId: null })
  await audit(tx, {
    stream: marketId,
    actor,
    action: 'payments.receipt-recorded',
    subject: id,
    facts: { state, paymentId: now?.id ?? null, amount: arrived.amount, currency: arrived.currency },
  })
  return id
}

export async function returnReceipt(
  tx: Tx,
  actor: Actor,
  marketId: string,
  id: string,
  note: string,
): Promise<void> {
  if (!(await store.markReturned(tx, marketId, id, note))) throw new ProblemError('payments/not-waiting')
  await audit(tx, {
    stream: marketId,
    actor,
    action: 'payments.receipt-returned',
    subject: id,
    facts: { note },
  })
}
