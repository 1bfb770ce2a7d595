import { describe, expect, it } from 'vitest'
import type { SessionView } from '#shared/accounts/shapes.ts'
import { desksOf, landingPath } from './landing.ts'

type Session = Pick<SessionView, 'acting' | 'shops' | 'markets'>
const name = { zh: '小海豚', en: 'Dolphin' }
const member = (organisationId: string) =>
  ({ organisationId, name, kind: 'enterprise', role: 'owner' }) as const
const shop = (organisationId: string, status = 'open'): Session['shops'][number] => ({
  shopId: `shp_of_${organisationId}`,
  name,
  marketId: 'mkt_1',
  marketSlug: 'shishi-kids',
  marketName: name,
  organisationId,
  role: 'owner',
  status,
})
const market = (powers: string[]): Session['markets'][number] => ({
  marketId: 'mkt_1',
  marketSlug: 'shishi-kids',
  marketName: name,
  roles: [],
  powers,
})

describe('where somebody lands after signing in', () => {
  it('is the workbench of the shop of the organisation they act for', () => {
    expect(landingPath({ acting: member('a'), shops: [shop('b'), shop('a')], markets: [] })).toBe(
      '/shop/shishi-kids/shp_of_a',
    )
  })
  it('is the console for those who hold powers and act for no shop', () => {
    expect(landingPath({ acting: member('office'), shops: [shop('b')], markets: [market(['settle'])] })).toBe(
      '/console/shishi-kids',
    )
  })
  it('is any shop they staff when they hold no power', () => {
    expect(landingPath({ acting: member('a'), shops: [shop('b')], markets: [market([])] })).toBe(
      '/shop/shishi-kids/shp_of_b',
    )
  })
  it('is the storefront for everybody else, and for those whose only shop is closed', () => {
    expect(landingPath({ acting: null, shops: [], markets: [] })).toBe('/')
    expect(landingPath({ acting: member('a'), shops: [shop('a', 'closed')], markets: [market([])] })).toBe(
      '/',
    )
  })
})

describe('the desks of somebody', () => {
  it('are those of their own shop and of the market they run, so that neither hides the other', () => {
    const session = { acting: member('lead'), shops: [shop('lead')], markets: [market(['settle'])] }
    expect(desksOf(session).map((desk) => [desk.kind, desk.to])).toEqual([
      ['workbench', '/shop/shishi-kids/shp_of_lead'],
      ['console', '/console/shishi-kids'],
    ])
  })
  it('are none for a buyer', () => {
    expect(desksOf({ acting: member('b'), shops: [], markets: [market([])] })).toEqual([])
  })
})
