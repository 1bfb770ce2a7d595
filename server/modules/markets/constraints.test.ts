import { afterAll, beforeAll, expect, test } from 'vitest'
import { inMarket, transact } from '#server/platform/db.ts'
import { type TestApp, testApp } from '#server/platform/testing/app.ts'
import { marketFacts, openedMarket, signedUpPerson } from '#server/platform/testing/builders.ts'
import { defaultCharter } from './domain/charter.ts'
import type { MarketInput } from './index.ts'

let world: TestApp
const bodies = { enterprise: '', other: '', government: '', regulator: '', operator: '', association: '' }
let clusterId = ''
let serial = 0

beforeAll(async () => {
  world = await testApp()
  bodies.enterprise = (await signedUpPerson(world, { kind: 'enterprise' })).organisationId
  bodies.other = (await signedUpPerson(world, { kind: 'enterprise' })).organisationId
  bodies.government = (await signedUpPerson(world, { kind: 'government_body' })).organisationId
  bodies.regulator = (await signedUpPerson(world, { kind: 'government_body' })).organisationId
  bodies.operator = (await signedUpPerson(world, { kind: 'operator' })).organisationId
  bodies.association = (await signedUpPerson(world, { kind: 'association' })).organisationId
  clusterId = (await openedMarket(world)).market.clusterId
})
afterAll(() => world.close())

type Parties = MarketInput['parties']
const led = (): Parties => [
  { organisationId: bodies.enterprise, role: 'lead_enterprise' },
  { organisationId: bodies.association, role: 'association' },
]
const sponsored = (): Parties => [
  { organisationId: bodies.government, role: 'initiator' },
  { organisationId: bodies.regulator, role: 'supervisor' },
]
const enterpriseLed = {
  ownership: 'enterprise_led',
  operation: 'self_built',
  formation: 'market_formed',
} as const
const selfBuilt = {
  ownership: 'government_sponsored',
  operation: 'self_built',
  formation: 'government_promoted',
} as const
const entrusted = { ...selfBuilt, operation: 'entrusted' } as const

const open = (
  input: Pick<MarketInput, 'ownership' | 'operation' | 'formation' | 'parties'> & Partial<MarketInput>,
) => {
  serial += 1
  const { markets } = world.wiring
  return markets.namingMarket(() =>
    transact(world.resources.database, (tx) =>
      markets.openMarket(tx, {
        ...marketFacts(10_000 + serial),
        clusterId,
        operatorOfRecordId: bodies.enterprise,
        ...input,
      }),
    ),
  )
}
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => 'opened',
    (error: { code?: string }) => error.code,
  )
const dropping = (parties: Parties, role: string) => parties.filter((party) => party.role !== role)

test('the three kinds of market open when everybody is there', async () => {
  expect(await open({ ...enterpriseLed, parties: led() })).toMatch(/^mkt_/)
  expect(await open({ ...selfBuilt, parties: sponsored() })).toMatch(/^mkt_/)
  expect(
    await open({
      ...entrusted,
      parties: [...sponsored(), { organisationId: bodies.operator, role: 'operator' }],
    }),
  ).toMatch(/^mkt_/)
})

test('a sponsored market without an initiator or a supervisor, or with one that is no government body, cannot be', async () => {
  const charter = defaultCharter(selfBuilt, new Set(['initiator', 'supervisor']))
  expect(await refusal(open({ ...selfBuilt, parties: dropping(sponsored(), 'initiator'), charter }))).toBe(
    'markets/sponsored-needs-initiator',
  )
  expect(await refusal(open({ ...selfBuilt, parties: dropping(sponsored(), 'supervisor'), charter }))).toBe(
    'markets/sponsored-needs-supervisor',
  )
  const dressed: Parties = [
    ...dropping(sponsored(), 'initiator'),
    { organisationId: bodies.enterprise, role: 'initiator' },
  ]
  expect(await refusal(open({ ...selfBuilt, parties: dressed }))).toBe('markets/sponsored-needs-initiator')
})

test('an entrusted market without an operator cannot be, and only a sponsored market is entrusted', async () => {
  const charter = defaultCharter(selfBuilt, new Set(['initiator', 'supervisor']))
  expect(await refusal(open({ ...entrusted, parties: sponsored(), charter }))).toBe(
    'markets/entrusted-needs-operator',
  )
  expect(await refusal(open({ ...enterpriseLed, operation: 'entrusted', parties: led() }))).toBe(
    'markets/only-sponsored-is-entrusted',
  )
})

test('an enterprise-led market without a lead enterprise cannot be', async () => {
  const charter = defaultCharter(enterpriseLed, new Set(['lead_enterprise', 'association']))
  expect(
    await refusal(open({ ...enterpriseLed, parties: dropping(led(), 'lead_enterprise'), charter })),
  ).toBe('markets/enterprise-led-needs-lead')
  const government: Parties = [
    ...dropping(led(), 'lead_enterprise'),
    { organisationId: bodies.government, role: 'lead_enterprise' },
  ]
  expect(await refusal(open({ ...enterpriseLed, parties: government }))).toBe(
    'markets/enterprise-led-needs-lead',
  )
})

test('a market is never its own ancestor, directly or by way of others', async () => {
  const top = await open({ ...enterpriseLed, parties: led() })
  const middle = await open({ ...enterpriseLed, parties: led(), parentId: top })
  const low = await open({ ...enterpriseLed, parties: led(), parentId: middle })
  const hang = (id: string, parent: string) =>
    refusal(
      world.wiring.markets.namingMarket(() =>
        transact(world.db.owner, async (tx) => {
          const { sql } = await import('drizzle-orm')
          await tx.execute(sql`update markets set parent_id = ${parent} where id = ${id}`)
        }),
      ),
    )
  expect(await hang(top, top)).toBe('markets/own-ancestor')
  expect(await hang(top, low)).toBe('markets/own-ancestor')
  // At the same moment from both ends, too.
  for (let round = 0; round < 4; round++) {
    const a = await open({ ...enterpriseLed, parties: led() })
    const b = await open({ ...enterpriseLed, parties: led() })
    expect((await Promise.all([hang(a, b), hang(b, a)])).sort()).toEqual(['markets/own-ancestor', 'opened'])
  }
})

test('a power that nobody holds, or only somebody who merely proposes, cannot be', async () => {
  const whole = defaultCharter(enterpriseLed, new Set(['lead_enterprise', 'association']))
  expect(
    await refusal(
      open({ ...enterpriseLed, parties: led(), charter: whole.filter((line) => line.power !== 'settle') }),
    ),
  ).toBe('markets/power-without-holder')
  const proposing = whole.map((line) =>
    line.power === 'set_fees' ? { ...line, manner: 'propose' as const } : line,
  )
  expect(await refusal(open({ ...enterpriseLed, parties: led(), charter: proposing }))).toBe(
    'markets/power-without-holder',
  )
  const absent = whole.map((line) =>
    line.power === 'settle' ? { ...line, role: 'operator' as const } : line,
  )
  expect(await refusal(open({ ...enterpriseLed, parties: led(), charter: absent }))).toBe(
    'markets/power-without-holder',
  )
  expect(await refusal(open({ ...enterpriseLed, parties: dropping(led(), 'association') }))).toBe(
    'markets/power-without-holder',
  )
})

test('whoever sanctions cannot hear the appeal, in any role; a government body may by another official', async () => {
  const whole = defaultCharter(enterpriseLed, new Set(['lead_enterprise', 'association']))
  const own = whole.map((line) =>
    line.power === 'hear_appeals' ? { ...line, role: 'lead_enterprise' as const } : line,
  )
  expect(await refusal(open({ ...enterpriseLed, parties: led(), charter: own }))).toBe(
    'markets/judge-in-own-cause',
  )
  const twoHats: Parties = [
    ...dropping(led(), 'association'),
    { organisationId: bodies.enterprise, role: 'association' },
  ]
  expect(await refusal(open({ ...enterpriseLed, parties: twoHats }))).toBe('markets/judge-in-own-cause')
  const pretended = own.map((line) =>
    line.power === 'hear_appeals' ? { ...line, manner: 'other_official' as const } : line,
  )
  expect(await refusal(open({ ...enterpriseLed, parties: led(), charter: pretended }))).toBe(
    'markets/judge-in-own-cause',
  )
  const plain = defaultCharter(selfBuilt, new Set(['initiator', 'supervisor'])).map((line) =>
    line.power === 'hear_appeals' ? { ...line, manner: 'decide' as const } : line,
  )
  expect(await refusal(open({ ...selfBuilt, parties: sponsored(), charter: plain }))).toBe(
    'markets/judge-in-own-cause',
  )
})

test('shares of a management group add up to the whole', async () => {
  const group = (mine: number, yours: number): Parties => [
    ...led(),
    { organisationId: bodies.enterprise, role: 'management_group_member', shareBps: mine },
    { organisationId: bodies.other, role: 'management_group_member', shareBps: yours },
  ]
  expect(await refusal(open({ ...enterpriseLed, parties: group(6000, 3000) }))).toBe(
    'markets/shares-not-whole',
  )
  expect(await open({ ...enterpriseLed, parties: group(6000, 4000) })).toMatch(/^mkt_/)
})

test('taking the last holder away later is refused as well', async () => {
  const id = await open({ ...enterpriseLed, parties: led() })
  const { sql } = await import('drizzle-orm')
  for (const [statement, code] of [
    [
      sql`delete from market_parties where market_id = ${id} and role = 'lead_enterprise'`,
      'markets/enterprise-led-needs-lead',
    ],
    [
      sql`delete from market_powers where market_id = ${id} and power = 'arbitrate'`,
      'markets/power-without-holder',
    ],
    [
      sql`update markets set ownership = 'government_sponsored' where id = ${id}`,
      'markets/sponsored-needs-initiator',
    ],
  ] as const)
    expect(
      await refusal(
        world.wiring.markets.namingMarket(() => inMarket(world.db.owner, id, (tx) => tx.execute(statement))),
      ),
    ).toBe(code)
  await expect(
    world.db.owner.pool.query(`update organisations set kind = 'operator' where id = '${bodies.enterprise}'`),
  ).rejects.toThrow(/does not change/)
})

test('a booth is let to one organisation at a time, to the day', async () => {
  const { markets } = world.wiring
  const name = { zh: '童装城', en: 'Kids City' }
  const built = await transact(world.resources.database, (tx) =>
    markets.buildVenue(tx, {
      name,
      address: name,
      openingHours: name,
      divisionCode: '350581',
      halls: [{ name, floors: [{ name, level: 1, booths: [{ code: 'A-101', areaSquareMetres: 24 }] }] }],
    }),
  )
  const [booth] = built.booths
  if (!booth) throw new Error('no booth')
  const lease = (organisationId: string, from: string, until: string | null) =>
    refusal(
      markets.namingMarket(() =>
        transact(world.resources.database, (tx) =>
          markets.leaseBooth(tx, { venueId: built.venueId, boothId: booth.id, organisationId, from, until }),
        ),
      ),
    )
  expect(await lease(bodies.enterprise, '2026-01-01', '2027-01-01')).toBe('opened')
  expect(await lease(bodies.other, '2026-12-31', '2027-06-01')).toBe('markets/booth-taken')
  expect(await lease(bodies.other, '2027-01-01', null)).toBe('opened')
  expect(await lease(bodies.enterprise, '2031-01-01', null)).toBe('markets/booth-taken')
})
