import { expect, test } from 'vitest'
import { judgeReceipt } from './receipt.ts'

const waiting = { state: 'awaiting', amount: 5000, currency: 'CNY' } as const

test.each([
  [{ amount: 5000, currency: 'CNY' }, waiting, 'matched'],
  [{ amount: 4999, currency: 'CNY' }, waiting, 'underpaid'],
  [{ amount: 5001, currency: 'CNY' }, waiting, 'overpaid'],
  [{ amount: 5000, currency: 'USD' }, waiting, 'wrong_currency'],
  [{ amount: 5000, currency: 'CNY' }, null, 'unknown_reference'],
  [{ amount: 5000, currency: 'CNY' }, { ...waiting, state: 'closed' as const }, 'purchase_closed'],
  [{ amount: 5000, currency: 'CNY' }, { ...waiting, state: 'succeeded' as const }, 'already_paid'],
])('%o against %o is %s', (arrived, expected, state) => {
  expect(judgeReceipt(arrived, expected)).toBe(state)
})
