import { sql } from 'drizzle-orm'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { transact } from '#server/platform/db.ts'
import { type TestApp, testApp } from '#server/platform/testing/app.ts'
import {
  colleague,
  enterpriseWithShop,
  type OpenedMarket,
  openedMarket,
  type SignedUp,
  signedUpPerson,
  testIdentity,
} from '#server/platform/testing/builders.ts'
import { putIdentity, uploadDocument } from '#shared/enterprises/contract.ts'
import * as contract from '#shared/shops/contract.ts'

let world: TestApp
let market: OpenedMarket
beforeAll(async () => {
  world = await testApp()
  market = await openedMarket(world)
})
afterAll(() => world.close())

const content = {
  shopName: { zh: '海之星', en: 'Sea Star' },
  introduction: { zh: '十年童装', en: '' },
  categoryIds: ['childrens-wear'],
  contactName: '李华',
  contactPhone: '13800000000',
  boothWish: 'A 区一层',
}
const at = (applicationId: string, slug = market.slug) => ({ params: { market: slug, applicationId } })
const draft = async (person: SignedUp, slug = market.slug) =>
  (
    await person.as.call(contract.apply, {
      params: { market: slug },
      body: { ...content, organisationId: person.organisationId },
    })
  ).id
async function stateIdentity(
  person: SignedUp,
  change: Partial<ReturnType<typeof testIdentity>> = {},
): Promise<void> {
  const params = { organisationId: person.organisationId }
  await person.as.call(putIdentity, { params, body: { ...testIdentity(), ...change } })
  const licence = await sharp({ create: { width: 60, height: 80, channels: 3, background: '#ffffff' } })
    .jpeg()
    .toBuffer()
  await person.as.call(uploadDocument, {
    params,
    query: { kind: 'business_licence' },
    body: licence as never,
  })
}
async function submitted(
  person: SignedUp,
  change: Parameters<typeof stateIdentity>[1] = {},
): Promise<string> {
  await stateIdentity(person, change)
  const id = await draft(person)
  await person.as.call(contract.submitApplication, at(id))
  return id
}
const enterprise = () => signedUpPerson(world, { kind: 'enterprise' })
const looked = { method: 'document', note: '已与执照原件核对' } as const

test('from draft to shop: stated, handed in, sent back, mended, verified, admitted, and each step is on record', async () => {
  const person = await enterprise()
  const id = await draft(person)
  expect((await person.as.refused(contract.submitApplication, at(id))).code).toBe('shops/identity-missing')
  await person.as.call(putIdentity, {
    params: { organisationId: person.organisationId },
    body: testIdentity(),
  })
  expect((await person.as.refused(contract.submitApplication, at(id))).code).toBe('shops/licence-missing')
  await stateIdentity(person)
  expect((await person.as.call(contract.submitApplication, at(id))).actions).toEqual(['withdraw'])
  const { office } = market
  const seen = await office.as.call(contract.getApplication, at(id))
  expect(seen.actions).toEqual(['return', 'verify', 'refuse'])
  expect(seen.waitingHours).toBe(0)
  await office.as.call(contract.returnApplication, { ...at(id), body: { reason: '请补充英文名' } })
  await person.as.call(contract.putApplication, {
    ...at(id),
    body: { ...content, shopName: { zh: '海之星', en: 'Starfish' } },
  })
  await person.as.call(contract.submitApplication, at(id))
  expect((await office.as.refused(contract.admitApplication, at(id))).code).toBe(
    'shops/application-cannot-move',
  )
  await office.as.call(contract.verifyApplication, { ...at(id), body: looked })
  const admitted = await office.as.call(contract.admitApplication, at(id))
  expect(admitted.moves.map((move) => [move.from, move.to, move.reason])).toEqual([
    [null, 'draft', ''],
    ['draft', 'submitted', ''],
    ['submitted', 'returned', '请补充英文名'],
    ['returned', 'submitted', ''],
    ['submitted', 'verified', looked.note],
    ['verified', 'admitted', ''],
  ])
  const shop = await world
    .as(null)
    .call(contract.getShop, { params: { market: market.slug, shopId: admitted.shopId ?? '' } })
  expect(shop).toMatchObject({
    name: { en: 'Starfish' },
    verified: true,
    licence: { organisationId: person.organisationId },
  })
  const { rows } = await world.db.owner.pool.query<{ action: string }>(
    'select action from audit_log where stream = $1 and subject = $2 order by seq',
    [market.id, id],
  )
  expect(rows.map((row) => row.action)).toEqual([
    'application.begun',
    'application.submitted',
    'application.returned',
    'application.submitted',
    'application.verified',
    'application.admitted',
  ])
})

test('each decision reaches the applicant by mail with its reason and the way back, and nobody else', async () => {
  const person = await enterprise()
  const onlooker = await colleague(world, person.organisationId, 'viewer')
  const id = await submitted(person)
  const { office } = market
  const mailed = async () => {
    const { rows } = await world.db.owner.pool.query<{ recipient: string; subject: string; body: string }>(
      'select recipient, subject, body from mails where body like $1 order by created_at, id',
      [`%/m/${market.slug}/open-shop?application=${id}%`],
    )
    return rows
  }
  await office.as.call(contract.returnApplication, { ...at(id), body: { reason: '执照照片缺右下角' } })
  await person.as.call(contract.submitApplication, at(id))
  await office.as.call(contract.verifyApplication, { ...at(id), body: looked })
  await office.as.call(contract.admitApplication, at(id))
  const mails = await mailed()
  expect(mails.map((mail) => mail.subject)).toEqual([
    '「海之星」的入驻申请需要补正',
    '「海之星」的主体已核验',
    '「海之星」已开通',
  ])
  expect(mails[0]?.body).toContain('执照照片缺右下角')
  expect(mails.every((mail) => mail.recipient === person.email)).toBe(true)
  expect(mails.some((mail) => mail.recipient === onlooker.email)).toBe(false)
})

test('where a check does not fit, verifying needs a note of what a person compared', async () => {
  const person = await enterprise()
  const id = await submitted(person, { creditCode: '91350211M0000XUF46' })
  const { office } = market
  expect((await office.as.call(contract.getApplication, at(id))).checks).toContainEqual({
    check: 'credit_code',
    fits: false,
  })
  expect(
    (
      await office.as.refused(contract.verifyApplication, {
        ...at(id),
        body: { method: 'document', note: '' },
      })
    ).code,
  ).toBe('shops/note-missing')
  expect((await office.as.call(contract.verifyApplication, { ...at(id), body: looked })).status).toBe(
    'verified',
  )
})

test('only whoever holds admit_shops decides: not the applicant, not the supervisor, not another market’s office', async () => {
  const person = await enterprise()
  const id = await submitted(person)
  const other = await openedMarket(world)
  const viewer = await colleague(world, market.office.organisationId, 'viewer')
  const verify = { ...at(id), body: looked }
  expect((await person.as.refused(contract.verifyApplication, verify)).status).toBe(403)
  for (const stranger of [market.supervisor, other.office, other.supervisor, viewer, await enterprise()]) {
    expect((await stranger.as.refused(contract.verifyApplication, verify)).status).toBe(404)
    expect((await stranger.as.refused(contract.getApplication, at(id))).status).toBe(404)
  }
  expect(
    (await viewer.as.refused(contract.listApplications, { params: { market: market.slug } })).status,
  ).toBe(403)
})

test('an application is not found under another market’s name, nor before it was handed in', async () => {
  const person = await enterprise()
  const other = await openedMarket(world)
  const id = await draft(person)
  expect((await market.office.as.refused(contract.getApplication, at(id))).status).toBe(404)
  expect((await person.as.refused(contract.getApplication, at(id, other.slug))).status).toBe(404)
  expect((await person.as.refused(contract.withdrawApplication, at(id, other.slug))).status).toBe(404)
  expect(
    (await market.office.as.call(contract.listApplications, { params: { market: market.slug } })).items.map(
      (item) => item.id,
    ),
  ).not.toContain(id)
  expect((await person.as.call(contract.listMyApplications, {})).items.map((item) => item.id)).toEqual([id])
})

test('the office of a lead enterprise does not decide about its own application', async () => {
  const led = await openedMarket(world, { kind: 'enterprise_led' })
  await stateIdentity(led.office)
  const id = await draft(led.office, led.slug)
  await led.office.as.call(contract.submitApplication, at(id, led.slug))
  expect(
    (await led.office.as.refused(contract.verifyApplication, { ...at(id, led.slug), body: looked })).status,
  ).toBe(403)
})

test('whoever belongs to the applicant does not decide either, whatever organisation they act for', async () => {
  const applicant = await signedUpPerson(world, { kind: 'enterprise' })
  const id = await submitted(applicant)
  const { accounts } = world.wiring
  await transact(world.resources.database, (tx) =>
    accounts.addMember(tx, {
      organisationId: applicant.organisationId,
      personId: market.office.personId,
      role: 'viewer',
    }),
  )
  // Rights for reads are kept for five seconds; the decision asks anew, and what may be done is shown by the same rule.
  const refused = await market.office.as.refused(contract.verifyApplication, {
    ...at(id),
    body: { method: 'document', note: 'seen' },
  })
  expect(refused.code).toBe('request/not-allowed')
  expect((await market.office.as.call(contract.getApplication, at(id))).actions).toEqual([])
  await transact(world.resources.database, (tx) =>
    tx.execute(sql`delete from memberships where organisation_id = ${applicant.organisationId}
      and person_id = ${market.office.personId}`),
  )
  expect(
    (
      await market.office.as.call(contract.verifyApplication, {
        ...at(id),
        body: { method: 'document', note: 'seen' },
      })
    ).status,
  ).toBe('verified')
})

test('two decisions at the same moment: one counts, the other is told', async () => {
  const id = await submitted(await enterprise())
  const { office } = market
  const answers = await Promise.all(
    ['verify', 'return', 'verify', 'return'].map((verb) =>
      world.app.inject({
        method: 'POST',
        url: `/api/v1/markets/${market.slug}/applications/${id}/${verb}`,
        headers: { authorization: `Bearer ${office.token}` },
        payload: verb === 'verify' ? looked : { reason: '同时' },
      }),
    ),
  )
  expect(answers.map((answer) => answer.statusCode).filter((status) => status === 200)).toHaveLength(1)
  expect(answers.filter((answer) => answer.statusCode !== 200).map((answer) => answer.statusCode)).toEqual([
    409, 409, 409,
  ])
})

test('an enterprise has one open application and one shop in a market', async () => {
  const person = await enterprise()
  const body = { ...content, organisationId: person.organisationId }
  const apply = () =>
    world.app.inject({
      method: 'POST',
      url: `/api/v1/markets/${market.slug}/applications`,
      headers: { authorization: `Bearer ${person.token}` },
      payload: body,
    })
  const answers = await Promise.all([apply(), apply(), apply()])
  expect(answers.map((answer) => answer.statusCode).sort()).toEqual([201, 409, 409])
  const shop = await enterpriseWithShop(world, market)
  expect(
    (
      await shop.as.refused(contract.apply, {
        params: { market: market.slug },
        body: { ...content, organisationId: shop.organisationId },
      })
    ).code,
  ).toBe('shops/has-shop')
})

test('an identity that changed after it was verified is not admitted', async () => {
  const person = await enterprise()
  const id = await submitted(person)
  await market.office.as.call(contract.verifyApplication, { ...at(id), body: looked })
  await person.as.call(putIdentity, {
    params: { organisationId: person.organisationId },
    body: testIdentity(),
  })
  expect((await market.office.as.refused(contract.admitApplication, at(id))).code).toBe(
    'request/changed-meanwhile',
  )
})

test('nobody applies for somebody else’s organisation, in categories the market does not carry, or as a mere buyer', async () => {
  const person = await enterprise()
  const stranger = await enterprise()
  const buyer = await signedUpPerson(world)
  const params = { market: market.slug }
  expect(
    (
      await stranger.as.refused(contract.apply, {
        params,
        body: { ...content, organisationId: person.organisationId },
      })
    ).status,
  ).toBe(404)
  expect(
    (
      await buyer.as.refused(contract.apply, {
        params,
        body: { ...content, organisationId: buyer.organisationId },
      })
    ).status,
  ).toBe(403)
  const body = { ...content, organisationId: person.organisationId, categoryIds: ['stone'] }
  expect((await person.as.refused(contract.apply, { params, body })).code).toBe('shops/unknown-category')
})

test('documents of an application open for the office, and for nobody else by that way', async () => {
  const person = await enterprise()
  const id = await submitted(person)
  const { identity } = await market.office.as.call(contract.getApplication, at(id))
  const [document] = identity?.documents ?? []
  const get = (token: string, slug = market.slug) =>
    world.app.inject({
      url: `/api/v1/markets/${slug}/applications/${id}/documents/${document?.id}/file`,
      headers: { authorization: `Bearer ${token}` },
    })
  const other = await openedMarket(world)
  expect((await get(market.office.token)).headers['content-type']).toBe('image/jpeg')
  expect((await get(market.supervisor.token)).statusCode).toBe(404)
  expect((await get(other.office.token, other.slug)).statusCode).toBe(404)
})

test('an office sees the documents of the handing-in, not what is uploaded later for another purpose', async () => {
  const person = await enterprise()
  const id = await submitted(person)
  const params = { organisationId: person.organisationId }
  const later = await person.as.call(uploadDocument, {
    params,
    query: { kind: 'other' },
    body: (await sharp({ create: { width: 60, height: 80, channels: 3, background: '#ffffff' } })
      .jpeg()
      .toBuffer()) as never,
  })
  const seenBy = async (who: { as: SignedUp['as'] }) =>
    (await who.as.call(contract.getApplication, at(id))).identity?.documents.map((each) => each.kind)
  const open = async () =>
    (
      await world.app.inject({
        url: `/api/v1/markets/${market.slug}/applications/${id}/documents/${later.id}/file`,
        headers: { authorization: `Bearer ${market.office.token}` },
      })
    ).statusCode
  expect(await seenBy(market.office)).toEqual(['business_licence'])
  expect(await seenBy(person)).toEqual(['business_licence'])
  expect(await open()).toBe(404)

  // Sent back, the applicant sees what the next handing-in will have; the office sees it then, and not before.
  await market.office.as.call(contract.returnApplication, { ...at(id), body: { reason: '请补充' } })
  expect(await seenBy(person)).toEqual(['business_licence', 'other'])
  expect(await seenBy(market.office)).toEqual(['business_licence'])
  expect(await open()).toBe(404)
  await person.as.call(contract.submitApplication, at(id))
  expect(await seenBy(market.office)).toEqual(['business_licence', 'other'])
  expect(await open()).toBe(200)

  // A verification rests on what was handed in: what came after it can still be taken away.
  const apart = await person.as.call(uploadDocument, {
    params,
    query: { kind: 'authorisation' },
    body: (await sharp({ create: { width: 60, height: 80, channels: 3, background: '#ffffff' } })
      .jpeg()
      .toBuffer()) as never,
  })
  await market.office.as.call(contract.verifyApplication, { ...at(id), body: looked })
  const removal = await world.app.inject({
    method: 'DELETE',
    url: `/api/v1/organisations/${person.organisationId}/documents/${apart.id}`,
    headers: { authorization: `Bearer ${person.token}` },
  })
  expect(removal.statusCode).toBeLessThan(300)
})

test('the queue is walked page by page, oldest first, each application once', async () => {
  const own = await openedMarket(world)
  const ids: string[] = []
  for (let index = 0; index < 5; index++) {
    const person = await enterprise()
    await stateIdentity(person)
    const id = await draft(person, own.slug)
    await person.as.call(contract.submitApplication, at(id, own.slug))
    ids.push(id)
  }
  const walked: string[] = []
  let cursor: string | undefined
  do {
    const query = { limit: 2, ...(cursor === undefined ? {} : { cursor }) }
    const page = await own.office.as.call(contract.listApplications, { params: { market: own.slug }, query })
    walked.push(...page.items.map((item) => item.id))
    cursor = page.nextCursor ?? undefined
  } while (cursor !== undefined)
  expect(walked).toEqual(ids)
  const bad = await own.office.as.refused(contract.listApplications, {
    params: { market: own.slug },
    query: { cursor: 'nonsense' },
  })
  expect(bad).toMatchObject({ status: 400, errors: [{ pointer: '?/cursor' }] })
})
