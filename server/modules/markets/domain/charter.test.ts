import { expect, test } from 'vitest'
import {
  decidingManners,
  type Operation,
  type Ownership,
  type PartyRole,
  type Power,
  powers,
} from '#shared/markets/shapes.ts'
import { defaultCharter } from './charter.ts'

const charter = (ownership: Ownership, operation: Operation, ...present: PartyRole[]) => {
  const lines = defaultCharter({ ownership, operation }, new Set(present))
  return (power: Power) =>
    lines
      .filter((line) => line.power === power)
      .map((line) => `${line.role} ${line.manner}`)
      .sort()
}

test('enterprise-led: the management group runs it, votes on money and rules, and the association hears appeals', () => {
  const who = charter(
    'enterprise_led',
    'self_built',
    'lead_enterprise',
    'management_group_member',
    'regulator',
    'association',
  )
  for (const power of ['admit_shops', 'review_listings', 'settle'] as const)
    expect(who(power)).toEqual(['lead_enterprise decide', 'management_group_member decide'])
  for (const power of ['set_fees', 'publish_rules', 'amend_charter'] as const)
    expect(who(power)).toEqual(['lead_enterprise vote', 'management_group_member vote'])
  for (const power of ['inspect', 'sanction', 'arbitrate'] as const)
    expect(who(power)).toEqual([
      'lead_enterprise decide',
      'management_group_member decide',
      'regulator order',
    ])
  expect(who('hear_appeals')).toEqual(['association decide'])
  expect(who('view_statistics')).toContain('regulator decide')
})

test('enterprise-led without an association: the regulator hears appeals, by another official', () => {
  const who = charter('enterprise_led', 'self_built', 'lead_enterprise', 'regulator')
  expect(who('hear_appeals')).toEqual(['regulator other_official'])
  expect(who('set_fees')).toEqual(['lead_enterprise decide'])
})

test('sponsored and self-built: the initiator runs it, the supervisor keeps order', () => {
  const who = charter(
    'government_sponsored',
    'self_built',
    'initiator',
    'investor',
    'supervisor',
    'regulator',
  )
  for (const power of [
    'admit_shops',
    'review_listings',
    'settle',
    'set_fees',
    'publish_rules',
    'amend_charter',
  ] as const)
    expect(who(power)).toEqual(['initiator decide'])
  for (const power of ['inspect', 'sanction', 'arbitrate'] as const)
    expect(who(power)).toEqual(['supervisor decide'])
  expect(who('hear_appeals')).toEqual(['supervisor other_official'])
  expect(who('view_statistics')).toHaveLength(4)
})

test('entrusted: the operator runs it and proposes, the supervisor approves, the initiator amends with the operator’s consent', () => {
  const who = charter('government_sponsored', 'entrusted', 'initiator', 'supervisor', 'operator')
  expect(who('admit_shops')).toEqual(['operator decide'])
  for (const power of ['set_fees', 'publish_rules'] as const)
    expect(who(power)).toEqual(['operator propose', 'supervisor approve'])
  expect(who('sanction')).toEqual(['supervisor decide'])
  expect(who('amend_charter')).toEqual(['initiator decide', 'operator consent'])
})

test.each([
  ['enterprise_led', 'self_built', ['lead_enterprise', 'association']],
  ['enterprise_led', 'self_built', ['lead_enterprise', 'management_group_member', 'regulator']],
  ['government_sponsored', 'self_built', ['initiator', 'supervisor']],
  ['government_sponsored', 'entrusted', ['initiator', 'supervisor', 'operator']],
] as const)('%s, %s: every power has a deciding holder', (ownership, operation, present) => {
  const lines = defaultCharter({ ownership, operation }, new Set(present))
  const decided = new Set(lines.filter((line) => decidingManners.has(line.manner)).map((line) => line.power))
  expect([...powers].filter((power) => !decided.has(power))).toEqual([])
})
