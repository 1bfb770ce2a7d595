import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import { namingConstraints, type Tx } from '#server/platform/db.ts'
import { newId } from '#server/platform/ids.ts'
import { notFound, ProblemError } from '#server/platform/problems.ts'
import type { PaymentsContext } from '../context.ts'
import { judgeReceipt } from '../domain/receipt.ts'
import { readReference } from '../domain/reference.ts'
import { hasPart } from '../policy.ts'
import * as instructions from '../store/instructions.ts'
import * as parties from '../store/parties.ts'
import * as paymentStore from '../store/payments.ts'
import * as payoutStore from '../store/payouts.ts'
import * as receiptStore from '../store/receipts.ts'
import * as refundStore from '../store/refunds.ts'
import { payouts, refunds } from '../tables.ts'
import { recordPaidOut, recordRefunded } from './release.ts'
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
 * until somebody returns it. The bank's own number is entered once, and not by somebody whose own company pays or is paid.
 */
export async function recordReceipt(
  context: PaymentsContext,
  tx: Tx,
  actor: Actor,
  marketId: string,
  arrived: ArrivedTransfer,
): Promise<string> {
  const reference = readReference(arrived.reference)
  const payment =
    reference === null ? undefined : await paymentStore.findPaymentByReference(tx, marketId, reference)
  if (payment !== undefined) await refuseOwnMatter(tx, actor, payment)
  const locked = payment && (await paymentStore.lockPaymentsOf(tx, marketId, payment.purchaseId))
  const now = locked?.find((each) => each.id === payment?.id) ?? null
  const paidAnotherWay = locked?.some((each) => each.state === 'succeeded') ?? false
  const state = judgeReceipt(
    arrived,
    now === null ? null : paidAnotherWay ? { ...now, state: 'succeeded' } : now,
  )
  const id = newId('bankReceipt')
  await namingConstraints(
    { bank_receipts_once: 'payments/receipt-known', ...ownMatter },
    () =>
      receiptStore.insertReceipt(tx, {
        marketId,
        id,
        ...arrived,
        reference: reference ?? arrived.reference,
        state,
        paymentId: now?.id ?? null,
        recordedBy: actor.personId,
      }),
    { bankRef: arrived.bankRef },
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

const ownMatter = { payments_own_matter: 'payments/own-matter' }

async function refuseOwnMatter(tx: Tx, actor: Actor, payment: { marketId: string; id: string }) {
  if (hasPart(actor, await parties.partiesOf(tx, payment.marketId, payment.id)))
    throw new ProblemError('payments/own-matter')
}

/** Records that quarantined money was sent back to its payer. */
export async function returnReceipt(
  tx: Tx,
  actor: Actor,
  marketId: string,
  id: string,
  note: string,
): Promise<void> {
  const found = await receiptStore.findReceipt(tx, marketId, id)
  if (found === undefined) throw notFound()
  if (hasPart(actor, found.parties)) throw new ProblemError('payments/own-matter')
  const returned = await namingConstraints(ownMatter, () =>
    receiptStore.markReturned(tx, marketId, id, { note, by: actor.personId }),
  )
  if (!returned) throw new ProblemError('payments/not-waiting')
  await audit(tx, {
    stream: marketId,
    actor,
    action: 'payments.receipt-returned',
    subject: id,
    facts: { note },
  })
}

/** Carries an instruction out under the bank's number, which is good for one only. */
const onceByNumber = <T>(bankRef: string, carryOut: (number: string) => Promise<T>): Promise<T> =>
  namingConstraints(
    { payouts_provider: 'payments/bank-number-known', refunds_provider: 'payments/bank-number-known' },
    () => carryOut(`bank:${bankRef}`),
    { bankRef },
  )

type Carried = { marketId: string; id: string; bankRef: string }

/** Records that the bank paid a shop. */
export async function markPayoutPaid(
  { clock }: PaymentsContext,
  tx: Tx,
  actor: Actor,
  { marketId, id, bankRef }: Carried,
): Promise<void> {
  const payout = await payoutStore.findPayout(tx, marketId, id)
  if (payout === undefined) throw notFound()
  if (hasPart(actor, payout.parties)) throw new ProblemError('payments/own-matter')
  const paid =
    payout.method === 'bank_transfer' &&
    (await onceByNumber(bankRef, (number) => recordPaidOut(tx, payout, number, clock.now())))
  if (!paid) throw new ProblemError('payments/not-waiting')
  await namingConstraints(ownMatter, () => instructions.noteSettler(tx, payouts, payout, actor.personId))
  const facts = { bankRef }
  await audit(tx, { stream: marketId, actor, action: 'payments.payout-paid', subject: id, facts })
}

/** Records that the bank paid a buyer back. */
export async function markRefundPaid(
  { clock }: PaymentsContext,
  tx: Tx,
  actor: Actor,
  { marketId, id, bankRef }: Carried,
): Promise<void> {
  const refund = await refundStore.findRefund(tx, marketId, id)
  if (refund === undefined) throw notFound()
  if (hasPart(actor, refund.parties)) throw new ProblemError('payments/own-matter')
  const paid =
    refund.method === 'bank_transfer' &&
    (await onceByNumber(bankRef, (number) => recordRefunded(tx, refund, number, clock.now())))
  if (!paid) throw new ProblemError('payments/not-waiting')
  await namingConstraints(ownMatter, () => instructions.noteSettler(tx, refunds, refund, actor.personId))
  const facts = { bankRef }
  await audit(tx, { stream: marketId, actor, action: 'payments.refund-paid', subject: id, facts })
}
