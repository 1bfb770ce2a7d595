import { expect, test } from 'vitest'
import type { Actor, Membership } from '#server/platform/actor.ts'
import { orderStates } from '#shared/trade/states.ts'
import { orderActions, purchaseActions, standingOf } from './policy.ts'

const member = (organisationId: string, role: Membership['role']): Actor => {
  const acting: Membership = { organisationId, kind: 'buyer_company', role }
  return {
    personId: 'per_1',
    sessionId: 'ses_1',
    email: 'a@example.com',
    name: 'A',
    platformAdmin: false,
    acting,
    memberships: [acting],
  }
}
const parties = { buyerId: 'org_buyer', shopOrganisationId: 'org_shop' }
const none = new Set<string>()

test('strangers and platform administrators see no order', () => {
  expect(standingOf(member('org_other', 'owner'), parties, none)).toBeNull()
  expect(standingOf({ ...member('org_other', 'owner'), platformAdmin: true }, parties, none)).toBeNull()
})

test('a viewer of either side sees and can do nothing, in every state', () => {
  for (const organisation of ['org_buyer', 'org_shop']) {
    const standing = standingOf(member(organisation, 'viewer'), parties, none)
    expect(standing).not.toBeNull()
    for (const state of orderStates)
      expect(orderActions(standing, { state, shipped: 1, openShipments: 1, shortState: 'open' })).toEqual([])
    expect(purchaseActions(standing, 'awaiting_payment')).toEqual([])
  }
})

test('who settles or inspects reads orders and moves none', () => {
  for (const power of ['settle', 'inspect', 'admit_shops']) {
    const standing = standingOf(member('org_office', 'owner'), parties, new Set([power]))
    expect(standing).toEqual({ side: 'market', mayAct: false })
    expect(
      orderActions(standing, { state: 'secured', shipped: 0, openShipments: 0, shortState: 'none' }),
    ).toEqual([])
  }
  expect(standingOf(member('org_office', 'owner'), parties, new Set(['publish_rules']))).toBeNull()
})

test('who belongs to both sides stands where they act for', () => {
  const both = (acting: string): Actor => {
    const memberships = [
      member('org_buyer', 'owner').memberships[0],
      member('org_shop', 'owner').memberships[0],
    ].filter((each) => each !== undefined)
    return {
      ...member(acting, 'owner'),
      memberships,
      acting: memberships.find((each) => each.organisationId === acting) ?? null,
    }
  }
  expect(standingOf(both('org_shop'), parties, none)).toEqual({ side: 'shop', mayAct: true })
  expect(standingOf(both('org_buyer'), parties, none)).toEqual({ side: 'buyer', mayAct: true })
  expect(standingOf(both('org_other'), parties, none)).toEqual({ side: 'buyer', mayAct: true })
})

test('only the buyer confirms receipt and only the shop ships', () => {
  const buyer = standingOf(member('org_buyer', 'staff'), parties, none)
  const shop = standingOf(member('org_shop', 'staff'), parties, none)
  const shipped = { state: 'shipped', shipped: 5, openShipments: 1, shortState: 'none' } as const
  expect(orderActions(buyer, shipped)).toEqual(['receive', 'confirm-receipt'])
  expect(orderActions(shop, shipped)).toEqual([])
  const secured = { state: 'secured', shipped: 0, openShipments: 0, shortState: 'none' } as const
  expect(orderActions(shop, secured)).toContain('ship')
  expect(orderActions(buyer, secured)).toEqual(['cancel'])
})
