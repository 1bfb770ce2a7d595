import { expect, test } from 'vitest'
import { paymentStates } from '#shared/payments/shapes.ts'
import { canMovePayment, paymentMoves } from './moves.ts'

test('every state of a payment is reached from the first one, and money that arrived never leaves', () => {
  const reached = new Set<string>(['awaiting'])
  for (let size = 0; size !== reached.size; ) {
    size = reached.size
    for (const { from, to } of Object.values(paymentMoves))
      if (from.some((state) => reached.has(state))) reached.add(to)
  }
  expect([...reached].sort()).toEqual([...paymentStates].sort())
  for (const move of Object.keys(paymentMoves) as (keyof typeof paymentMoves)[]) {
    expect(canMovePayment(move, 'succeeded')).toBe(false)
    expect(canMovePayment(move, 'surplus')).toBe(false)
  }
})
