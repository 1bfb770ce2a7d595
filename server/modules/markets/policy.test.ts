import { expect, test } from 'vitest'
import type { Actor, Membership } from '#server/platform/actor.ts'
import { defaultCharter } from './domain/charter.ts'
import { holdsPower, leads, mannersOf, powersOf } from './policy.ts'

const actor = (
  organisationId: string | null,
  role: Membership['role'] = 'staff',
  others: string[] = [],
): Actor => {
  const member = (id: string): Membership => ({ organisationId: id, kind: 'operator', role })
  return {
    personId: 'per_1',
    sessionId: 'ses_1',
    email: 'a@example.com',
    name: 'A',
    platformAdmin: true,
    acting: organisationId === null ? null : member(organisationId),
    memberships: [...(organisationId === null ? [] : [organisationId]), ...others].map(member),
  }
}
const market = {
  parties: [
    { organisationId: 'gov', role: 'initiator' },
    { organisationId: 'gov', role: 'supervisor' },
    { organisationId: 'op', role: 'operator' },
  ],
  powers: defaultCharter(
    { ownership: 'government_sponsored', operation: 'entrusted' },
    new Set(['initiator', 'supervisor', 'operator']),
  ),
} as const

test('nobody, a stranger and a platform administrator without a role hold no power', () => {
  for (const someone of [null, actor(null), actor('stranger', 'owner')])
    expect(powersOf(someone, market).size).toBe(0)
})

test('a viewer uses no power, staff the daily ones, a manager those that bind everybody', () => {
  expect(powersOf(actor('gov', 'viewer'), market).size).toBe(0)
  expect(holdsPower(actor('gov'), market, 'sanction')).toBe(true)
  expect(holdsPower(actor('gov'), market, 'set_fees')).toBe(false)
  expect(holdsPower(actor('gov', 'manager'), market, 'set_fees')).toBe(true)
})

test('proposing and consenting are not deciding', () => {
  const operator = actor('op', 'owner')
  expect(powersOf(operator, market).has('set_fees')).toBe(false)
  expect([...(mannersOf(operator, market).get('set_fees') ?? [])]).toEqual(['propose'])
  expect(powersOf(operator, market).has('amend_charter')).toBe(false)
  expect(powersOf(operator, market).has('admit_shops')).toBe(true)
})

test('a power comes from the organisation that one acts for, not from another membership', () => {
  expect(powersOf(actor('stranger', 'owner', ['gov', 'op']), market).size).toBe(0)
})

test('only the lead enterprise leads', () => {
  expect(leads('op', market)).toBe(false)
  expect(leads('lead', { ...market, parties: [{ organisationId: 'lead', role: 'lead_enterprise' }] })).toBe(
    true,
  )
})
