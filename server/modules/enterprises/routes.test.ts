import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { transact } from '#server/platform/db.ts'
import { type TestApp, testApp } from '#server/platform/testing/app.ts'
import {
  colleague,
  enterpriseWithShop,
  openedMarket,
  type SignedUp,
  signedUpPerson,
  testIdentity,
} from '#server/platform/testing/builders.ts'
import * as contract from '#shared/enterprises/contract.ts'
import { getShop } from '#shared/shops/contract.ts'

let now = new Date('2026-11-24T08:00:00Z')
let world: TestApp
beforeAll(async () => {
  world = await testApp({ clock: { now: () => now } })
})
afterAll(() => world.close())

const scan = () =>
  sharp({ create: { width: 300, height: 400, channels: 3, background: '#ffffff' } })
    .jpeg()
    .toBuffer()
const of = (person: SignedUp) => ({ organisationId: person.organisationId })
const upload = async (person: SignedUp) =>
  person.as.call(contract.uploadDocument, {
    params: of(person),
    query: { kind: 'business_licence' },
    body: (await scan()) as never,
  })

test('a code that is none is refused; one that does not check goes to a person; a good one is stored clean', async () => {
  const person = await signedUpPerson(world, { kind: 'enterprise' })
  const put = (creditCode: string) => ({ params: of(person), body: { ...testIdentity(), creditCode } })
  for (const code of ['91350100M000100Y4Z', '9135010OM000100Y43', '12345678901234567'])
    expect((await person.as.refused(contract.putIdentity, put(code))).code).toBe(
      'enterprises/credit-code-malformed',
    )
  expect(await person.as.call(contract.putIdentity, put('91350211M0000XUF46'))).toMatchObject({
    status: 'pending',
    creditCodeLevel: 'review',
  })
  const good = await person.as.call(contract.putIdentity, put(' ９1350100-m000100y43 '))
  expect(good).toMatchObject({
    creditCodeLevel: 'ok',
    identity: { creditCode: '91350100M000100Y43' },
    licence: null,
  })
})

test('what is merely stated is not shown; a change of a verified identity waits beside it, with a day to answer by', async () => {
  const market = await openedMarket(world)
  const shop = await enterpriseWithShop(world, market)
  const shown = async () =>
    (await world.as(null).call(getShop, { params: { market: market.slug, shopId: shop.shopId } })).licence
  const before = await shown()
  const changed = await shop.as.call(contract.putIdentity, {
    params: of(shop),
    body: { ...testIdentity(), legalName: '改名有限公司' },
  })
  expect(changed).toMatchObject({ status: 'pending', changeDueOn: '2026-12-03' })
  expect(await shown()).toEqual(before)
  const { enterprises } = world.wiring
  await transact(world.resources.database, (tx) =>
    enterprises.recordVerification(tx, null, {
      ...of(shop),
      marketId: market.id,
      method: 'registry',
      result: 'verified',
      reason: '已核对',
    }),
  )
  expect((await shown())?.legalName).toBe('改名有限公司')
  expect((await shop.as.call(contract.getIdentity, { params: of(shop) })).changeDueOn).toBeNull()
})

test('two organisations cannot be verified with one code; an unverified claim blocks nobody', async () => {
  const identity = testIdentity()
  const squatter = await signedUpPerson(world, { kind: 'enterprise' })
  const owner = await signedUpPerson(world, { kind: 'enterprise' })
  await squatter.as.call(contract.putIdentity, { params: of(squatter), body: identity })
  await owner.as.call(contract.putIdentity, { params: of(owner), body: identity })
  const { enterprises } = world.wiring
  const verify = (person: SignedUp) =>
    transact(world.resources.database, (tx) =>
      enterprises.recordVerification(tx, null, {
        ...of(person),
        marketId: 'mkt',
        method: 'document',
        result: 'verified',
        reason: '',
      }),
    ).then(
      () => 'verified',
      (error: { code?: string }) => error.code,
    )
  expect((await Promise.all([verify(owner), verify(squatter)])).sort()).toEqual([
    'enterprises/credit-code-taken',
    'verified',
  ])
  const third = await signedUpPerson(world, { kind: 'enterprise' })
  expect((await third.as.refused(contract.putIdentity, { params: of(third), body: identity })).code).toBe(
    'enterprises/credit-code-taken',
  )
})

test('verified means for six months: then the shop is shown as overdue', async () => {
  const market = await openedMarket(world)
  const shop = await enterpriseWithShop(world, market)
  const verified = async () =>
    (await world.as(null).call(getShop, { params: { market: market.slug, shopId: shop.shopId } })).verified
  expect(await verified()).toBe(true)
  const started = now
  now = new Date('2027-05-24T07:59:59Z')
  expect(await verified()).toBe(true)
  now = new Date('2027-05-24T08:00:01Z')
  expect(await verified()).toBe(false)
  const { mayTrade } = world.wiring.enterprises
  expect((await mayTrade(world.db.database.drizzle, [shop.organisationId])).size).toBe(0)
  now = started
})

test('owners are reminded thirty, fourteen, seven and one day before, once each, however often the job runs', async () => {
  const market = await openedMarket(world)
  const shop = await enterpriseWithShop(world, market)
  const remind = world.wiring.jobs.find((job) => job.name === 'enterprises.remind-verification')
  const started = now
  const due = new Date('2027-05-24T08:00:00Z').getTime()
  for (const left of [40, 31, 30, 29, 20, 14, 13, 7, 6, 2, 1, 0.5]) {
    now = new Date(due - left * 86_400_000)
    await remind?.run({})
    await remind?.run({})
  }
  now = started
  const { rows } = await world.db.owner.pool.query('select subject from mails where recipient = $1', [
    shop.email,
  ])
  expect(rows).toHaveLength(4)
})

test('a document leaves as an attachment that no page may run, to those who may open it', async () => {
  const person = await signedUpPerson(world, { kind: 'enterprise' })
  const viewer = await colleague(world, person.organisationId, 'viewer')
  const stranger = await signedUpPerson(world)
  const document = await upload(person)
  const url = `/api/v1/organisations/${person.organisationId}/documents/${document.id}/file`
  const get = (token: string) => world.app.inject({ url, headers: { authorization: `Bearer ${token}` } })
  const file = await get(person.token)
  expect([file.statusCode, file.headers['content-type'], file.headers['x-content-type-options']]).toEqual([
    200,
    'image/jpeg',
    'nosniff',
  ])
  expect(file.headers['content-disposition']).toBe(`attachment; filename="${document.id}.jpg"`)
  expect(file.headers['content-security-policy']).toBe("default-src 'none'; sandbox")
  expect((await sharp(file.rawPayload).metadata()).format).toBe('jpeg')
  expect([(await get(viewer.token)).statusCode, (await get(stranger.token)).statusCode]).toEqual([403, 404])
})

test('a document on which a verification rests stays', async () => {
  const person = await signedUpPerson(world, { kind: 'enterprise' })
  const kept = await upload(person)
  await person.as.call(contract.putIdentity, { params: of(person), body: testIdentity() })
  await transact(world.resources.database, (tx) =>
    world.wiring.enterprises.recordVerification(tx, null, {
      ...of(person),
      marketId: 'mkt',
      method: 'document',
      result: 'verified',
      reason: '',
    }),
  )
  const later = await upload(person)
  const remove = (documentId: string) => ({ params: { ...of(person), documentId } })
  expect((await person.as.refused(contract.removeDocument, remove(kept.id))).code).toBe(
    'enterprises/document-in-evidence',
  )
  await person.as.call(contract.removeDocument, remove(later.id))
})

test('an upload says its type, is at most ten megabytes, and is what it says', async () => {
  const person = await signedUpPerson(world, { kind: 'enterprise' })
  const send = (type: string, payload: Buffer | string) =>
    world.app.inject({
      method: 'POST',
      url: `/api/v1/organisations/${person.organisationId}/documents?kind=other`,
      headers: { authorization: `Bearer ${person.token}`, 'content-type': type },
      payload,
    })
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"/>'
  expect((await send('image/svg+xml', svg)).statusCode).toBe(415)
  expect((await send('application/json', '{}')).statusCode).toBe(415)
  expect((await send('image/png', svg)).json().code).toBe('uploads/type-refused')
  expect((await send('image/png', Buffer.alloc(10 * 1024 * 1024 + 1))).statusCode).toBe(413)
  expect((await send('image/jpeg', await scan())).statusCode).toBe(201)
})

test('identity and documents of others are not found; staff and viewers cannot state an identity', async () => {
  const person = await signedUpPerson(world, { kind: 'enterprise' })
  const stranger = await signedUpPerson(world, { kind: 'enterprise' })
  const staff = await colleague(world, person.organisationId, 'staff')
  const document = await upload(person)
  const params = { ...of(person), documentId: document.id }
  expect((await stranger.as.refused(contract.getIdentity, { params: of(person) })).status).toBe(404)
  expect(
    (await stranger.as.refused(contract.putIdentity, { params: of(person), body: testIdentity() })).status,
  ).toBe(404)
  expect((await stranger.as.refused(contract.removeDocument, { params })).status).toBe(404)
  expect(
    (await stranger.as.refused(contract.removeDocument, { params: { ...params, ...of(stranger) } })).status,
  ).toBe(404)
  expect(
    (await stranger.as.refused(contract.downloadDocument, { params: { ...params, ...of(stranger) } })).status,
  ).toBe(404)
  expect(
    (await staff.as.refused(contract.putIdentity, { params: of(person), body: testIdentity() })).status,
  ).toBe(403)
})
