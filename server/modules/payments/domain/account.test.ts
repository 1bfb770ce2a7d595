import { expect, test } from 'vitest'
import { payoutAccountStates } from '#shared/payments/shapes.ts'
import { accountMove, accountMoves, missingOf } from './account.ts'

test('every state of a payout account is reached from the first, and every move leads where the institution says', () => {
  const reached = new Set<string>(['pending'])
  for (let size = 0; size !== reached.size; ) {
    size = reached.size
    for (const { from, to } of Object.values(accountMoves))
      if (from.some((state) => reached.has(state))) reached.add(to)
  }
  expect([...reached].sort()).toEqual([...payoutAccountStates].sort())
  for (const state of payoutAccountStates)
    for (const submitted of [true, false])
      for (const active of [true, false]) {
        const move = accountMove(state, { submitted, active })
        const to = move === null ? state : accountMoves[move].to
        if (move !== null) expect(accountMoves[move].from).toContain(state)
        expect(to === 'active').toBe(active)
        if (to === 'pending') expect([state, submitted]).toEqual(['pending', false])
      }
})

test('what Stripe asks for becomes the few things that a person can hand in, each once', () => {
  expect(
    missingOf([
      'tos_acceptance.date',
      'tos_acceptance.ip',
      'external_account',
      'individual.verification.document',
      'person_1PgafTB7WZ01zgkW.dob.day',
      'company.tax_id',
      'business_profile.url',
    ]),
  ).toEqual(['company', 'identity', 'bank', 'business', 'terms'])
  expect(missingOf(['something_new'])).toEqual(['other'])
  expect(missingOf([])).toEqual([])
})
