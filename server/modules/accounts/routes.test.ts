import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApp, testApp } from '#server/platform/testing/app.ts'
import { openedMarket, signedUpPerson, testPassword } from '#server/platform/testing/builders.ts'
import { mailedToken, newestMail } from '#server/platform/testing/mail.ts'
import * as contract from '#shared/accounts/contract.ts'

let world: TestApp
beforeAll(async () => {
  world = await testApp()
})
afterAll(() => world.close())

/** Each caller from a network of its own, so that the counters of one test do not reach into another. */
let host = 0
const from = () => {
  host += 1
  return `10.0.${host}.1`
}
const post = (
  url: string,
  payload: object,
  options: { ip?: string; headers?: Record<string, string> } = {},
) =>
  world.app.inject({
    method: 'POST',
    url: `/api/v1${url}`,
    payload,
    remoteAddress: options.ip ?? from(),
    headers: { 'content-type': 'application/json', ...options.headers },
  })

test('a registration opens an account only for whoever reads the mail, with the password they choose then', async () => {
  const asked = await post('/registrations', {
    email: 'New.Person@example.com',
    name: '王丽华',
    locale: 'zh',
  })
  expect([asked.statusCode, asked.json()]).toEqual([202, { status: 'accepted' }])
  const token = await mailedToken(world, 'new.person@example.com')
  expect(asked.body).not.toContain(token)
  const opened = await post('/registrations/confirm', { token, password: testPassword })
  expect(opened.statusCode).toBe(201)
  expect(opened.json().person).toMatchObject({ email: 'New.Person@example.com', name: '王丽华' })
  expect((await post('/registrations/confirm', { token, password: testPassword })).json().code).toBe(
    'accounts/token-invalid',
  )
  const signedIn = await post('/sessions', { email: 'new.PERSON@example.com', password: testPassword })
  expect(signedIn.statusCode).toBe(201)
})

test('asking for an account or a reset answers the same for known and unknown addresses', async () => {
  const known = await signedUpPerson(world)
  for (const [url, rest] of [
    ['/registrations', { name: '某人' }],
    ['/password-resets', {}],
  ] as const) {
    const answers = [
      await post(url, { email: known.email, ...rest }),
      await post(url, { email: `nobody-${url.length}@example.com`, ...rest }),
    ]
    expect(answers.map((answer) => [answer.statusCode, answer.body])).toEqual([
      [202, '{"status":"accepted"}'],
      [202, '{"status":"accepted"}'],
    ])
    const names = answers.map((answer) => Object.keys(answer.headers).sort())
    expect(names[0]).toEqual(names[1])
  }
  expect(await newestMail(world, 'nobody-16@example.com')).toBeNull()
})

test('a wrong password and an unknown address are refused in the same words', async () => {
  const known = await signedUpPerson(world)
  const wrong = await post('/sessions', { email: known.email, password: 'not the password' })
  const unknown = await post('/sessions', { email: 'nobody@example.com', password: 'not the password' })
  const said = (body: string) => body.replace(/"instance":"[^"]*"/, '')
  expect(wrong.statusCode).toBe(401)
  expect(said(wrong.body)).toBe(said(unknown.body))
})

test('an unknown address costs as much work as a known one', async () => {
  const known = await signedUpPerson(world)
  const addresses = [known.email, 'nobody-at-all@example.com']
  const quickest = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
  for (let round = 0; round < 8; round++)
    for (const [index, email] of addresses.entries()) {
      const started = performance.now()
      await post('/sessions', { email, password: 'not the password' })
      quickest[index] = Math.min(quickest[index] ?? 0, performance.now() - started)
    }
  // The hash takes tens of milliseconds; without it the unknown address would be answered in a tenth of the time.
  expect(Math.min(...quickest) / Math.max(...quickest)).toBeGreaterThan(0.5)
})

test('passwords: twelve to 128 characters of any kind; longer ones are refused before they are hashed', async () => {
  const cases: [string, number][] = [
    ['short', 400],
    ['elevenchars', 400],
    ['x'.repeat(129), 400],
    ['x'.repeat(10_000), 400],
    ['password1234', 422],
    ['jishi jishi 1', 422],
    ['emoji 🦀🦀🦀 and blanks  ', 201],
    [`${'ab cd ef gh ij kl mn op '.repeat(5)}12345678`, 201],
  ]
  for (const [index, [password, status]] of cases.entries()) {
    const email = `choosy-${index}@example.com`
    await post('/registrations', { email, name: '挑剔' })
    const answer = await post('/registrations/confirm', { token: await mailedToken(world, email), password })
    expect([password.slice(0, 20), answer.statusCode]).toEqual([password.slice(0, 20), status])
    if (status === 201) expect((await post('/sessions', { email, password })).statusCode).toBe(201)
    if (status === 201)
      expect((await post('/sessions', { email, password: password.trimEnd().slice(0, -1) })).statusCode).toBe(
        401,
      )
  }
})

test('a password is kept as argon2id with the parameters of today, and an older hash is renewed at sign-in', async () => {
  const person = await signedUpPerson(world)
  const stored = async () =>
    (
      await world.db.owner.pool.query<{ hash: string }>(
        'select password_hash as hash from people where id = $1',
        [person.personId],
      )
    ).rows[0]?.hash ?? ''
  expect(await stored()).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/)
  const { argon2Sync } = await import('node:crypto')
  const salt = Buffer.alloc(16, 7)
  const weak = argon2Sync('argon2id', {
    message: testPassword,
    nonce: salt,
    memory: 8192,
    passes: 1,
    parallelism: 1,
    tagLength: 32,
  })
  const old = `$argon2id$v=19$m=8192,t=1,p=1$${salt.toString('base64').replace(/=+$/, '')}$${weak.toString('base64').replace(/=+$/, '')}`
  await world.db.owner.pool.query('update people set password_hash = $2 where id = $1', [
    person.personId,
    old,
  ])
  expect((await post('/sessions', { email: person.email, password: testPassword })).statusCode).toBe(201)
  expect(await stored()).toContain('m=19456,t=2,p=1')
  expect((await post('/sessions', { email: person.email, password: testPassword })).statusCode).toBe(201)
})

test('a reset works once, within its time, for its own person, and ends every session', async () => {
  const person = await signedUpPerson(world)
  await post('/password-resets', { email: person.email.toUpperCase() })
  const first = await mailedToken(world, person.email)
  await post('/password-resets', { email: person.email })
  const second = await mailedToken(world, person.email)
  const next = 'another kettle in the rain'
  // The token of a registration is none of a reset, and the other way round.
  expect((await post('/registrations/confirm', { token: second, password: next })).json().code).toBe(
    'accounts/token-invalid',
  )
  const done = await post('/password-resets/confirm', { token: first, password: next })
  expect(done.statusCode).toBe(201)
  for (const token of [first, second])
    expect((await post('/password-resets/confirm', { token, password: next })).json().code).toBe(
      'accounts/token-invalid',
    )
  expect((await world.as(person.token).refused(contract.endAllSessions, {})).status).toBe(401)
  expect((await post('/sessions', { email: person.email, password: testPassword })).statusCode).toBe(401)
  expect((await post('/sessions', { email: person.email, password: next })).statusCode).toBe(201)
  await post('/password-resets', { email: person.email })
  const late = await mailedToken(world, person.email)
  await world.db.owner.pool.query(
    "update mail_tokens set expires_at = now() - interval '1 second' where used_at is null",
  )
  expect((await post('/password-resets/confirm', { token: late, password: next })).json().code).toBe(
    'accounts/token-invalid',
  )
})

test('links in mails go to the public address whatever Host the request had, and tokens are kept as hashes only', async () => {
  await post(
    '/registrations',
    { email: 'host@example.com', name: '主机' },
    { headers: { host: 'evil.example' } },
  )
  const mail = await newestMail(world, 'host@example.com')
  expect(mail?.body).toContain(`${world.resources.config.publicUrl}/verify-email#token=`)
  expect(mail?.body).not.toContain('evil.example')
  const token = await mailedToken(world, 'host@example.com')
  const { rows } = await world.db.owner.pool.query<{ hash: Buffer }>(
    "select hash from mail_tokens where email = 'host@example.com'",
  )
  expect(rows.map((row) => row.hash.toString('hex'))).toEqual([
    createHash('sha256').update(token).digest('hex'),
  ])
})

test('who registers in a market comes back to the page where they began, on any device; other places are not carried', async () => {
  const market = await openedMarket(world)
  const confirm = async (email: string) =>
    (
      await post('/registrations/confirm', {
        token: await mailedToken(world, email),
        password: 'seven herons at dusk',
      })
    ).json()
  const begun = `/m/${market.slug}/open-shop?application=new`
  const ask = (email: string, startedAt: string) => post('/registrations', { email, name: '新人', startedAt })
  expect((await ask('begun@example.com', begun)).statusCode).toBe(202)
  // The mail carries nothing but the token; what opens it has no cookie of the first device.
  expect((await newestMail(world, 'begun@example.com'))?.body).not.toContain('open-shop')
  expect((await confirm('begun@example.com')).startedAt).toBe(begun)

  await ask('nowhere@example.com', '/m/no-such-market/open-shop')
  expect((await confirm('nowhere@example.com')).startedAt).toBeNull()
  await post('/registrations', { email: 'plain@example.com', name: '新人' })
  expect((await confirm('plain@example.com')).startedAt).toBeNull()

  for (const page of [
    '/account',
    '//evil.example',
    'https://evil.example/m/x',
    `/m/${market.slug}/../x`,
    `/m/${market.slug}//x`,
    `/m/${market.slug}#x`,
  ])
    expect([page, (await ask('evil@example.com', page)).statusCode]).toEqual([page, 400])

  // Who has an account already is sent to sign in, and back from there.
  await ask('begun@example.com', begun)
  expect((await newestMail(world, 'begun@example.com'))?.body).toContain(
    `/sign-in?returnTo=${encodeURIComponent(begun)}`,
  )
})

test('a change of the password ends the other sessions and gives this one new tokens', async () => {
  const person = await signedUpPerson(world)
  const other = (await post('/sessions', { email: person.email, password: testPassword })).json()
  const wrong = await person.as.refused(contract.changePassword, {
    body: { current: 'nothing like it', next: testPassword },
  })
  expect(wrong.code).toBe('accounts/password-wrong')
  const granted = await person.as.call(contract.changePassword, {
    body: { current: testPassword, next: 'seven herons at dusk' },
  })
  expect((await world.as(other.accessToken).refused(contract.endAllSessions, {})).status).toBe(401)
  expect((await post('/sessions/refresh', { refreshToken: other.refreshToken })).statusCode).toBe(401)
  expect((await person.as.refused(contract.endAllSessions, {})).status).toBe(401)
  expect((await world.as(granted.accessToken).call(contract.getSession, {})).person.id).toBe(person.personId)
})

test('a browser gets cookies that no script reads; plain ones only on this machine', async () => {
  const person = await signedUpPerson(world)
  const local = await post('/sessions', { email: person.email, password: testPassword })
  expect(local.cookies.map((cookie) => cookie.name).sort()).toEqual(['at', 'dv', 'rt'])
  const https = await testApp({ environment: { PUBLIC_URL: 'https://market.example' } })
  try {
    const someone = await signedUpPerson(https)
    const answer = await https.app.inject({
      method: 'POST',
      url: '/api/v1/sessions',
      payload: { email: someone.email, password: testPassword },
      headers: { origin: 'https://market.example' },
    })
    expect(answer.cookies.map((cookie) => cookie.name).sort()).toEqual([
      '__Host-at',
      '__Host-dv',
      '__Host-rt',
    ])
    for (const cookie of answer.cookies)
      expect(cookie).toMatchObject({ httpOnly: true, secure: true, sameSite: 'Lax', path: '/' })
    // A plain name could have been set by a sister host: it signs nobody in there, and on this machine the other way round.
    const asked = async (name: string) =>
      (await https.app.inject({ url: '/api/v1/sessions/current', cookies: { [name]: someone.token } }))
        .statusCode
    expect(await asked('__Host-at')).toBe(200)
    expect(await asked('at')).toBe(401)
  } finally {
    await https.close()
  }
})

test('with cookies, a request that another site sends is refused, and one of ours is served', async () => {
  const person = await signedUpPerson(world)
  const cookies = { at: person.token, rt: person.refreshToken }
  const send = (headers: Record<string, string>) =>
    world.app.inject({
      method: 'PATCH',
      url: '/api/v1/people/me',
      payload: { name: '新名字' },
      cookies,
      headers,
    })
  expect((await send({})).statusCode).toBe(403)
  expect((await send({ 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' })).statusCode).toBe(
    403,
  )
  expect((await send({ 'sec-fetch-site': 'same-site' })).statusCode).toBe(403)
  expect((await send({ 'sec-fetch-site': 'same-origin' })).statusCode).toBe(200)
})

test('signing out ends the token for writes at once; a session of somebody else cannot be ended', async () => {
  const person = await signedUpPerson(world)
  const stranger = await signedUpPerson(world)
  const { items } = await person.as.call(contract.listSessions, {})
  const [mine] = items
  if (!mine) throw new Error('no session')
  expect((await stranger.as.refused(contract.endSession, { params: { sessionId: mine.id } })).status).toBe(
    404,
  )
  await person.as.call(contract.signOut, {})
  expect((await person.as.refused(contract.changeMe, { body: { name: '幽灵' } })).status).toBe(401)
  expect((await post('/sessions/refresh', { refreshToken: person.refreshToken })).statusCode).toBe(401)
})

test('the development outbox shows mails without letting their text become markup, and is absent in production', async () => {
  await post('/registrations', { email: 'markup@example.com', name: '<script>alert(1)</script>' })
  const page = await world.app.inject('/dev/outbox')
  expect(page.body).toContain('href="/dev/type/400.css"')
  for (const [, address = ''] of page.body.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)) {
    const rules = await world.app.inject(address)
    const file = rules.body.match(/url\((\.\/files\/[^)]+\.woff2)\)/)?.[1] ?? ''
    expect((await world.app.inject(new URL(file, `http://x${address}`).pathname)).statusCode).toBe(200)
  }
  expect(page.statusCode).toBe(200)
  expect(page.body).toContain('markup@example.com')
  expect(page.body).not.toContain('<script>')
  const withSmtp = await testApp({ environment: { SMTP_URL: 'smtp://127.0.0.1:1' } })
  expect((await withSmtp.app.inject('/dev/outbox')).statusCode).toBe(404)
  await withSmtp.close()
})
