import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApp, testApp } from '#server/platform/testing/app.ts'
import { signedUpPerson, testPassword } from '#server/platform/testing/builders.ts'
import { mailedToken } from '#server/platform/testing/mail.ts'
import { resetMinutes } from './actions/sign-in.ts'
import { rules } from './attempts.ts'

let world: TestApp
beforeAll(async () => {
  world = await testApp()
})
afterAll(() => world.close())

const post = (
  url: string,
  payload: object,
  ip: string,
  { cookies = {}, headers = {} }: { cookies?: Record<string, string>; headers?: Record<string, string> } = {},
) =>
  world.app.inject({
    method: 'POST',
    url: `/api/v1${url}`,
    payload,
    remoteAddress: ip,
    cookies,
    headers: { ...(Object.keys(cookies).length > 0 ? { 'sec-fetch-site': 'same-origin' } : {}), ...headers },
  })
const guess = async (email: string, ip: string, headers: Record<string, string> = {}) =>
  (await post('/sessions', { email, password: 'a wrong password' }, ip, { headers })).statusCode

test('guessing one account from everywhere gets twenty tries an hour; its owner signs in meanwhile', async () => {
  const victim = await signedUpPerson(world)
  const before = await post('/sessions', { email: victim.email, password: testPassword }, '198.51.100.7')
  const device = before.cookies.find((cookie) => cookie.name === 'dv')?.value ?? ''
  const answers: number[] = []
  for (let attacker = 0; attacker < 120; attacker++)
    answers.push(await guess(victim.email, `10.${attacker}.1.1`))
  expect(answers.filter((status) => status === 401)).toHaveLength(20)
  expect(answers.filter((status) => status === 429)).toHaveLength(100)
  // From the browser that is known, wherever it is; and from the network that is known, with any browser.
  const known = await post('/sessions', { email: victim.email, password: testPassword }, '203.0.113.50', {
    cookies: { dv: device },
  })
  expect(known.statusCode).toBe(201)
  expect(
    (await post('/sessions', { email: victim.email, password: testPassword }, '198.51.100.99')).statusCode,
  ).toBe(201)
})

test('an owner with a new browser in a new place gets in by one step more, a link by mail', async () => {
  const victim = await signedUpPerson(world)
  for (let attacker = 0; attacker < 25; attacker++) await guess(victim.email, `11.${attacker}.1.1`)
  const refused = await post('/sessions', { email: victim.email, password: testPassword }, '192.0.2.44')
  expect(refused.statusCode).toBe(429)
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
  await post('/password-resets', { email: victim.email }, '192.0.2.44')
  const token = await mailedToken(world, victim.email)
  expect(
    (await post('/password-resets/confirm', { token, password: 'a kettle of another kind' }, '192.0.2.44'))
      .statusCode,
  ).toBe(201)
  expect(
    (await post('/sessions', { email: victim.email, password: 'a kettle of another kind' }, '192.0.2.44'))
      .statusCode,
  ).toBe(201)
})

test('asking for mails in somebody’s name does not keep them from their own mail', async () => {
  const victim = await signedUpPerson(world)
  await post('/password-resets', { email: victim.email }, '12.0.1.1')
  const first = await mailedToken(world, victim.email)
  for (let attacker = 2; attacker < 12; attacker++)
    await post('/password-resets', { email: victim.email }, `12.0.${attacker}.1`)
  const { rows } = await world.db.owner.pool.query('select from mails where recipient = $1', [victim.email])
  expect(rows.length).toBe(5)
  expect(
    (
      await post(
        '/password-resets/confirm',
        { token: first, password: 'a kettle of another kind' },
        '12.1.1.1',
      )
    ).statusCode,
  ).toBe(201)
})

test('one network that tries many accounts is stopped; hopping inside a /64 or forging a header does not help', async () => {
  const answers: number[] = []
  for (let index = 0; index < 80; index++)
    answers.push(
      await guess(`someone-${index}@example.com`, `2001:db8:5:5::${index.toString(16)}`, {
        'x-forwarded-for': `9.9.${index}.9`,
      }),
    )
  expect(answers.filter((status) => status === 401)).toHaveLength(60)
  expect(answers.slice(60)).toEqual(Array.from({ length: 20 }, () => 429))
})

test('an office behind one address signs in as often as it likes', async () => {
  const people = await Promise.all(Array.from({ length: 7 }, () => signedUpPerson(world)))
  for (let round = 0; round < 10; round++)
    for (const person of people)
      expect(
        (await post('/sessions', { email: person.email, password: testPassword }, '172.16.5.1')).statusCode,
      ).toBe(201)
})

test('somebody in the owner’s own network gets twenty tries too, with or without a cookie of their making', async () => {
  const victim = await signedUpPerson(world)
  await post('/sessions', { email: victim.email, password: testPassword }, '172.16.9.1')
  const answers: number[] = []
  for (let index = 0; index < 30; index++) {
    const cookies = index % 2 === 0 ? {} : { dv: String(index).padStart(43, 'x') }
    const answer = await post(
      '/sessions',
      { email: victim.email, password: 'a wrong password' },
      '172.16.9.2',
      { cookies },
    )
    answers.push(answer.statusCode)
  }
  expect(answers.filter((status) => status === 401)).toHaveLength(20)
})

test('one network that guesses on and on does not use up what all others may try', async () => {
  const counted = async () => {
    const { rows } = await world.db.owner.pool.query<{ points: number }>(
      "select points from attempt_counters where key = 'signInAll:all'",
    )
    return rows[0]?.points ?? 0
  }
  const before = await counted()
  const answers: number[] = []
  for (let index = 0; index < 90; index++)
    answers.push(await guess(`nobody-${index}@example.com`, '172.20.1.1'))
  expect(answers.filter((status) => status === 429)).toHaveLength(30)
  expect((await counted()) - before).toBe(60)
})

test('the allowance for mails to an address is back before the last link has run out', () => {
  expect(rules.mailAddress.seconds).toBeLessThanOrEqual(resetMinutes * 60)
})
