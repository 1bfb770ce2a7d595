import { afterAll, beforeAll, expect, test } from 'vitest'
import { getSession } from '#shared/accounts/contract.ts'
import { getMarket } from '#shared/markets/contract.ts'
import { getShop } from '#shared/shops/contract.ts'
import { type TestApp, testApp } from './app.ts'
import { enterpriseWithShop, openedMarket } from './builders.ts'

let world: TestApp
beforeAll(async () => {
  world = await testApp()
})
afterAll(() => world.close())

test.each(['entrusted', 'enterprise_led'] as const)(
  'a world of an %s market with a shop is a real one',
  async (kind) => {
    const market = await openedMarket(world, { kind })
    const shop = await enterpriseWithShop(world, market)
    const session = await shop.as.call(getSession, {})
    expect(session.shops).toMatchObject([{ shopId: shop.shopId, marketSlug: market.slug, role: 'owner' }])
    expect((await market.office.as.call(getSession, {})).markets[0]?.powers).toContain('admit_shops')
    expect((await market.supervisor.as.call(getSession, {})).markets[0]?.powers).toContain('sanction')
    const shown = await world.as(null).call(getShop, { params: { market: market.slug, shopId: shop.shopId } })
    expect(shown).toMatchObject({ verified: true, ownedByLead: false, terms: { dispatchDays: 3 } })
    const view = await world.as(null).call(getMarket, { params: { market: market.slug } })
    expect(view.powers.every((power) => power.holders.length > 0)).toBe(true)
  },
)
