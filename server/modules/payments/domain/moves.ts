import type { PaymentState } from '#shared/payments/shapes.ts'

/**
 * What may become of a payment. Money that arrives after the attempt was given up is still money: `closed` and `failed` can
 * succeed, or be surplus when the purchase was paid another way meanwhile.
 */
export const paymentMoves = {
  succeed: { from: ['awaiting', 'closed', 'failed'], to: 'succeeded' },
  arrive_twice: { from: ['awaiting', 'closed', 'failed'], to: 'surplus' },
  fail: { from: ['awaiting'], to: 'failed' },
  close: { from: ['awaiting'], to: 'closed' },
} as const satisfies Record<string, { from: readonly PaymentState[]; to: PaymentState }>
export type PaymentMove = keyof typeof paymentMoves

/** Whether the move is possible from this state. */
export function canMovePayment(move: PaymentMove, state: PaymentState): boolean {
  return (paymentMoves[move].from as readonly PaymentState[]).includes(state)
}
