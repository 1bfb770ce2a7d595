import type { PaymentState, ReceiptState } from '#shared/payments/shapes.ts'

type Arrived = { amount: number; currency: string }
type Expected = { state: PaymentState; amount: number; currency: string }

/**
 * Whose money an arrived transfer is. Only the exact amount in the right currency for a payment that still waits counts as
 * paid; everything else is named and quarantined until a person returns it.
 */
export function judgeReceipt(arrived: Arrived, expected: Expected | null): Exclude<ReceiptState, 'returned'> {
  if (expected === null) return 'unknown_reference'
  if (expected.state === 'succeeded' || expected.state === 'surplus') return 'already_paid'
  if (expected.state !== 'awaiting') return 'purchase_closed'
  if (arrived.currency !== expected.currency) return 'wrong_currency'
  if (arrived.amount < expected.amount) return 'underpaid'
  if (arrived.amount > expected.amount) return 'overpaid'
  return 'matched'
}
