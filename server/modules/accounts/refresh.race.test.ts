import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApp, testApp } from '#server/platform/testing/app.ts'
import { type SignedUp, signedUpPerson } from '#server/platform/testing/builders.ts'
import { newestMail } from '#server/platform/testing/mail.ts'
import { changeMe } from '#shared/accounts/contract.ts'

let now = new Date('2026-11-24T08:00:00Z')
let world: TestApp
beforeAll(async () => {
  world = await testApp({ clock: { now: () => now } })
})
afterAll(() => world.close())

const refresh = async (refreshToken: string) => {
  const answer = await world.app.inject({
    method: 'POST',
    url: '/api/v1/sessions/refresh',
    payload: { refreshToken },
  })
  return {
    status: answer.statusCode,
    ...(answer.json() as { accessToken: string; refreshToken: string; code?: string }),
  }
}
const pass = (ms: number) => {
  now = new Date(now.getTime() + ms)
}
const ended = async (person: SignedUp) =>
  (
    await world.db.owner.pool.query<{ reason: string | null }>(
      'select end_reason as reason from sessions where person_id = $1',
      [person.personId],
    )
  ).rows[0]?.reason

test('fifty refreshes at the same moment get one successor, and it works', async () => {
  const person = await signedUpPerson(world)
  const answers = await Promise.all(Array.from({ length: 50 }, () => refresh(person.refreshToken)))
  expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([201]))
  const [successor, ...others] = new Set(answers.map((answer) => answer.refreshToken))
  expect(others).toEqual([])
  expect((await refresh(successor ?? '')).status).toBe(201)
  const { rows } = await world.db.owner.pool.query(
    'select from refresh_tokens r join sessions s on s.id = r.session_id where s.person_id = $1',
    [person.personId],
  )
  expect(rows).toHaveLength(3)
})

test('a lost answer is given again for ten seconds, and not after', async () => {
  const person = await signedUpPerson(world)
  const first = await refresh(person.refreshToken)
  pass(9_000)
  expect((await refresh(person.refreshToken)).refreshToken).toBe(first.refreshToken)
  pass(2_000)
  expect(await refresh(person.refreshToken)).toMatchObject({ status: 401, code: 'accounts/session-ended' })
  expect(await ended(person)).toBe('reuse')
})

test('a second use ends the whole session at once: its newest tokens too, and its owner is told', async () => {
  const person = await signedUpPerson(world)
  const first = await refresh(person.refreshToken)
  const second = await refresh(first.refreshToken)
  pass(11_000)
  expect((await refresh(first.refreshToken)).status).toBe(401)
  expect((await refresh(second.refreshToken)).status).toBe(401)
  expect((await world.as(second.accessToken).refused(changeMe, { body: { name: '盗用' } })).status).toBe(401)
  expect((await newestMail(world, person.email))?.subject).toBe('您的一处登录已被终止')
})

test('within ten seconds a grandparent is a second use: grace is for the immediate parent only', async () => {
  const person = await signedUpPerson(world)
  const first = await refresh(person.refreshToken)
  const second = await refresh(first.refreshToken)
  pass(1_000)
  expect((await refresh(person.refreshToken)).status).toBe(401)
  expect(await ended(person)).toBe('reuse')
  expect((await refresh(second.refreshToken)).status).toBe(401)
})

test('an unknown token ends nothing', async () => {
  const person = await signedUpPerson(world)
  expect((await refresh('x'.repeat(43))).status).toBe(401)
  expect((await refresh(person.refreshToken)).status).toBe(201)
})

test('a session ends when it is not used for its time, and when its whole time is over', async () => {
  const person = await signedUpPerson(world)
  pass(13 * 86_400_000)
  let token = (await refresh(person.refreshToken)).refreshToken
  pass(15 * 86_400_000)
  expect((await refresh(token)).status).toBe(401)
  const other = await signedUpPerson(world)
  token = other.refreshToken
  for (let day = 0; day < 60; day += 10) {
    pass(10 * 86_400_000 - 1000)
    const answer = await refresh(token)
    if (day < 50) token = answer.refreshToken
  }
  pass(10_000)
  expect((await refresh(token)).status).toBe(401)
})

test('whoever holds office in a market is signed out after a working day', async () => {
  const official = await signedUpPerson(world, { kind: 'government_body' })
  pass(7 * 3_600_000)
  const token = (await refresh(official.refreshToken)).refreshToken
  pass(6 * 3_600_000)
  expect((await refresh(token)).status).toBe(401)
})

test('what is kept of a refresh token opens nothing', async () => {
  const person = await signedUpPerson(world)
  const { rows } = await world.db.owner.pool.query<{ hash: Buffer; key: Buffer }>(
    'select r.hash, s.succession_key as key from refresh_tokens r join sessions s on s.id = r.session_id where s.person_id = $1',
    [person.personId],
  )
  for (const row of rows)
    for (const stored of [row.hash, row.key])
      expect((await refresh(stored.toString('base64url'))).status).toBe(401)
  expect((await refresh(person.refreshToken)).status).toBe(201)
})
