import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inMarket, transact } from '#server/platform/db.ts'
import { type TestApp, testApp } from '#server/platform/testing/app.ts'
import {
  colleague,
  enterpriseWithShop,
  type OpenedMarket,
  openedMarket,
  signedUpPerson,
  testTerms,
} from '#server/platform/testing/builders.ts'
import { changeSession } from '#shared/accounts/contract.ts'
import { getMarket, listVenues } from '#shared/markets/contract.ts'
import * as contract from '#shared/shops/contract.ts'

let world: TestApp
let market: OpenedMarket
beforeAll(async () => {
  world = await testApp()
  market = await openedMarket(world)
})
afterAll(() => world.close())

const at = (shopId: string, slug = market.slug) => ({ params: { market: slug, shopId } })

test('自营 is computed: a shop is marked if and only if the lead enterprise owns it', async () => {
  const led = await openedMarket(world, { kind: 'enterprise_led' })
  const own = await enterpriseWithShop(world, led, { owner: led.office })
  const guest = await enterpriseWithShop(world, led)
  const { items } = await world.as(null).call(contract.listShops, { params: { market: led.slug } })
  expect(new Map(items.map((shop) => [shop.id, shop.ownedByLead]))).toEqual(
    new Map([
      [own.shopId, true],
      [guest.shopId, false],
    ]),
  )
  const typed = await world.app.inject({
    method: 'PATCH',
    url: `/api/v1/markets/${led.slug}/shops/${guest.shopId}`,
    headers: { authorization: `Bearer ${guest.token}` },
    payload: { ownedByLead: true },
  })
  expect(typed.statusCode).toBe(400)
})

test('staff and strangers do not change a shop; a suspended shop is gone for the public and there for its own', async () => {
  const shop = await enterpriseWithShop(world, market)
  const staff = await colleague(world, shop.organisationId, 'staff')
  const stranger = await enterpriseWithShop(world, market)
  const body = { name: { zh: '新店名', en: 'New name' } }
  expect((await staff.as.refused(contract.changeShop, { ...at(shop.shopId), body })).status).toBe(403)
  expect((await stranger.as.refused(contract.changeShop, { ...at(shop.shopId), body })).status).toBe(403)
  expect((await world.as(null).refused(contract.changeShop, { ...at(shop.shopId), body })).status).toBe(401)
  expect(await shop.as.call(contract.changeShop, { ...at(shop.shopId), body })).toMatchObject(body)
  await inMarket(world.resources.database, market.id, (tx) =>
    world.wiring.shops.setStatus(tx, market.id, shop.shopId, 'open', 'suspended'),
  )
  expect((await world.as(null).refused(contract.getShop, at(shop.shopId))).status).toBe(404)
  expect((await stranger.as.refused(contract.changeShop, { ...at(shop.shopId), body })).status).toBe(404)
  expect((await shop.as.call(contract.getShop, at(shop.shopId))).status).toBe('suspended')
  expect((await market.supervisor.as.call(contract.getShop, at(shop.shopId))).actions).toEqual([])
  const listed = await world
    .as(null)
    .call(contract.listShops, { params: { market: market.slug }, query: { limit: 100 } })
  expect(listed.items.map((item) => item.id)).not.toContain(shop.shopId)
})

test('a shop is not found under another market’s name, whoever asks', async () => {
  const shop = await enterpriseWithShop(world, market)
  const other = await openedMarket(world)
  for (const caller of [world.as(null), shop.as, other.office.as])
    expect((await caller.refused(contract.getShop, at(shop.shopId, other.slug))).status).toBe(404)
  expect(
    (await shop.as.refused(contract.putTerms, { ...at(shop.shopId, other.slug), body: testTerms })).status,
  ).toBe(404)
})

test('terms are in the market’s currency, and a mixed batch says at least one threshold', async () => {
  const shop = await enterpriseWithShop(world, market, { terms: null })
  const put = (change: object) => ({ ...at(shop.shopId), body: { ...testTerms, ...change } })
  const dollars = { freight: { ...testTerms.freight, currency: 'USD' } }
  expect(await shop.as.refused(contract.putTerms, put(dollars))).toMatchObject({
    code: 'shops/wrong-currency',
    facts: { currency: 'CNY' },
  })
  expect(
    (await shop.as.refused(contract.putTerms, put({ mixedBatch: { minQuantity: null, minAmount: null } })))
      .status,
  ).toBe(400)
  expect(
    (await shop.as.refused(contract.putTerms, put({ mixedBatch: { minQuantity: -3, minAmount: null } })))
      .status,
  ).toBe(400)
  const mixed = { mixedBatch: { minQuantity: 30, minAmount: 30_000 } }
  await shop.as.call(contract.putTerms, put(mixed))
  expect((await world.as(null).call(contract.getShop, at(shop.shopId))).terms).toMatchObject(mixed)
  const terms = await inMarket(world.resources.database, market.id, (tx) =>
    world.wiring.shops.termsOf(tx, market.id, [shop.shopId]),
  )
  expect(terms.get(shop.shopId)?.mixedBatch).toEqual(mixed.mixedBatch)
})

test('shops are listed newest first, each once, and found by a part of either name; wildcards are plain letters', async () => {
  const own = await openedMarket(world)
  const made: string[] = []
  for (let index = 0; index < 5; index++) made.unshift((await enterpriseWithShop(world, own)).shopId)
  const walked: string[] = []
  let cursor: string | undefined
  do {
    const page = await world.as(null).call(contract.listShops, {
      params: { market: own.slug },
      query: { limit: 2, ...(cursor === undefined ? {} : { cursor }) },
    })
    walked.push(...page.items.map((item) => item.id))
    cursor = page.nextCursor ?? undefined
  } while (cursor !== undefined)
  expect(walked).toEqual(made)
  const find = async (q: string) =>
    (await world.as(null).call(contract.listShops, { params: { market: own.slug }, query: { q } })).items
      .length
  expect([
    await find('测试店铺'),
    await find('TEST SHOP'),
    await find('%'),
    await find('_'),
    await find("' or 1=1"),
  ]).toEqual([5, 5, 0, 0, 0])
})

test('booths are the owner’s leases of today in venues of this market', async () => {
  const { markets } = world.wiring
  const shop = await enterpriseWithShop(world, market)
  const name = (zh: string) => ({ zh, en: zh })
  await transact(world.resources.database, async (tx) => {
    const floors = [
      {
        name: name('一层'),
        level: 1,
        booths: ['101', '102', '103'].map((code) => ({ code, areaSquareMetres: 20 })),
      },
    ]
    const venue = {
      name: name('童装城'),
      address: name('石狮'),
      openingHours: name('8–18'),
      divisionCode: '350581',
      halls: [{ name: name('A 区'), floors }],
    }
    const linked = await markets.buildVenue(tx, venue)
    const elsewhere = await markets.buildVenue(tx, venue)
    await markets.linkVenue(tx, market.id, linked.venueId, 0)
    const lease = (built: typeof linked, index: number, from: string, until: string | null) =>
      markets.leaseBooth(tx, {
        venueId: built.venueId,
        boothId: built.booths[index]?.id ?? '',
        organisationId: shop.organisationId,
        from,
        until,
      })
    await lease(linked, 0, '2020-01-01', null)
    await lease(linked, 1, '2020-01-01', '2021-01-01')
    await lease(linked, 2, '2999-01-01', null)
    await lease(elsewhere, 0, '2020-01-01', null)
  })
  expect((await world.as(null).call(contract.getShop, at(shop.shopId))).booths).toEqual(['A 区 101'])
  const { items } = await world.as(null).call(listVenues, { params: { market: market.slug } })
  expect(items).toMatchObject([{ boothCount: 3, leasedCount: 1 }])
})

test('a logo is a picture of ours; something else in its clothes is refused', async () => {
  const shop = await enterpriseWithShop(world, market)
  const put = (bytes: Buffer) => ({
    params: { market: market.slug, shopId: shop.shopId, place: 'logo' as const },
    body: bytes as never,
  })
  const logo = await sharp({ create: { width: 120, height: 120, channels: 3, background: '#b5432a' } })
    .png()
    .toBuffer()
  const picture = await shop.as.call(contract.putShopPicture, put(logo))
  expect(picture).toMatchObject({ width: 120, height: 120 })
  expect((await shop.as.refused(contract.putShopPicture, put(Buffer.from('<svg/>')))).code).toBe(
    'uploads/type-refused',
  )
  expect((await world.as(null).call(contract.getShop, at(shop.shopId))).logo).toBe(picture.url)
  const shown = await world.app.inject(picture.url)
  expect([shown.statusCode, shown.headers['content-type'], shown.headers['x-content-type-options']]).toEqual([
    200,
    'image/webp',
    'nosniff',
  ])
})

test('rights in a market follow the organisation that one acts for, from the next request on', async () => {
  const official = await colleague(world, market.office.organisationId, 'manager')
  const own = world.wiring.accounts
  const elsewhere = await signedUpPerson(world)
  await transact(world.resources.database, (tx) =>
    own.addMember(tx, {
      organisationId: elsewhere.organisationId,
      personId: official.personId,
      role: 'owner',
    }),
  )
  const queue = { params: { market: market.slug } }
  await official.as.call(contract.listApplications, queue)
  await official.as.call(changeSession, { body: { actingOrganisationId: elsewhere.organisationId } })
  expect((await official.as.refused(contract.listApplications, queue)).status).toBe(403)
})

test('a market that is being prepared is not found; an open one shows who runs it and who hears complaints', async () => {
  const hidden = await openedMarket(world, { openedAt: null })
  expect((await world.as(null).refused(getMarket, { params: { market: hidden.slug } })).status).toBe(404)
  const view = await world.as(null).call(getMarket, { params: { market: market.slug } })
  expect(view.operatorOfRecord.organisationId).toBe(market.office.organisationId)
  expect(view.contact.supervisor?.organisationId).toBe(market.supervisor.organisationId)
  expect(view.powers.find((power) => power.power === 'hear_appeals')?.holders).toMatchObject([
    { role: 'supervisor', manner: 'other_official' },
  ])
})
