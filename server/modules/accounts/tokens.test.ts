import { createHmac, createPrivateKey, generateKeyPairSync, sign as signBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApp, testApp } from '#server/platform/testing/app.ts'
import { type SignedUp, signedUpPerson } from '#server/platform/testing/builders.ts'
import { findSigningKeys } from './store/keys.ts'

let world: TestApp
let person: SignedUp
let key: { kid: string; privateKey: string; publicKey: string }
beforeAll(async () => {
  world = await testApp()
  person = await signedUpPerson(world)
  const [found] = await findSigningKeys(world.db.database.drizzle)
  if (!found) throw new Error('no signing key')
  key = found
})
afterAll(() => world.close())

const part = (value: unknown) =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url')
const claimsOf = (token: string) =>
  JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as Record<string, unknown>
const signed = (header: unknown, payload: unknown, privateKey = key.privateKey) => {
  const input = `${part(header)}.${part(payload)}`
  return `${input}.${signBytes(null, Buffer.from(input), createPrivateKey(privateKey)).toString('base64url')}`
}
const hmac = (header: unknown, payload: unknown, secret: string | Buffer, hash = 'sha256') => {
  const input = `${part(header)}.${part(payload)}`
  return `${input}.${createHmac(hash, secret).update(input).digest('base64url')}`
}
const accepted = async (token: string) =>
  (await world.app.inject({ url: '/api/v1/sessions/current', headers: { authorization: `Bearer ${token}` } }))
    .statusCode === 200

test('a token signed by hand in exactly our shape is accepted: the refusals below are about their one difference', async () => {
  expect(await accepted(person.token)).toBe(true)
  expect(await accepted(signed({ alg: 'EdDSA', typ: 'at+jwt', kid: key.kid }, claimsOf(person.token)))).toBe(
    true,
  )
})

test('every forged, stale or misspelt token is nobody', async () => {
  const good = claimsOf(person.token)
  const header = { alg: 'EdDSA', typ: 'at+jwt', kid: key.kid }
  const now = Math.floor(Date.now() / 1000)
  const foreign = generateKeyPairSync('ed25519')
  const foreignPem = foreign.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  const jwk = JSON.stringify(foreign.publicKey.export({ format: 'jwk' }))
  const without = (name: string) => Object.fromEntries(Object.entries(good).filter(([each]) => each !== name))
  const [head = '', body = '', signature = ''] = person.token.split('.')
  const lastAltered =
    signature.slice(0, -1) +
    (signature.endsWith('A') ? 'B' : String.fromCharCode(signature.charCodeAt(signature.length - 1) + 1))
  const corpus: Record<string, string> = {
    empty: '',
    'not a token': 'abc',
    'none, no signature': `${part({ ...header, alg: 'none' })}.${body}.`,
    'None, signature kept': `${part({ ...header, alg: 'None' })}.${body}.${signature}`,
    'none with kid gone': `${part({ alg: 'none', typ: 'at+jwt' })}.${body}.`,
    'HS256 with the public key': hmac({ ...header, alg: 'HS256' }, good, key.publicKey),
    'HS256 with the public key trimmed': hmac({ ...header, alg: 'HS256' }, good, key.publicKey.trim()),
    'HS256 with a leading newline': hmac({ ...header, alg: 'HS256' }, good, `\n${key.publicKey}`),
    'HS256 with a prefix': hmac({ ...header, alg: 'HS256' }, good, `x${key.publicKey}`),
    'HS512 with the public key': hmac({ ...header, alg: 'HS512' }, good, key.publicKey, 'sha512'),
    'HS256 with a JWK as secret': hmac({ ...header, alg: 'HS256' }, good, jwk),
    'HS256 with an empty secret': hmac({ ...header, alg: 'HS256' }, good, ''),
    'RS256 named, EdDSA signed': signed({ ...header, alg: 'RS256' }, good),
    'ES256 named': signed({ ...header, alg: 'ES256' }, good),
    'eddsa in lower case': signed({ ...header, alg: 'eddsa' }, good),
    'a foreign key': signed(header, good, foreignPem),
    'a foreign key under its own kid': signed({ ...header, kid: '00112233aabbccdd' }, good, foreignPem),
    'the key inside the header': signed({ ...header, jwk: JSON.parse(jwk) as object }, good, foreignPem),
    'kid missing': signed({ alg: 'EdDSA', typ: 'at+jwt' }, good),
    'kid as a path': signed({ ...header, kid: '../../etc/passwd' }, good),
    'kid as SQL': signed({ ...header, kid: "x' or '1'='1" }, good),
    'kid as an array': signed({ ...header, kid: [key.kid] }, good),
    'typ JWT': signed({ ...header, typ: 'JWT' }, good),
    'typ missing': signed({ alg: 'EdDSA', kid: key.kid }, good),
    'typ in capitals': signed({ ...header, typ: 'AT+JWT' }, good),
    'unknown crit': signed({ ...header, crit: ['exp2'] }, good),
    'empty crit': signed({ ...header, crit: [] }, good),
    'b64 false': signed({ ...header, b64: false, crit: ['b64'] }, good),
    'wrong issuer': signed(header, { ...good, iss: 'https://evil.example' }),
    'issuer as array': signed(header, { ...good, iss: [good['iss']] }),
    'issuer missing': signed(header, without('iss')),
    'wrong audience': signed(header, { ...good, aud: 'somebody else' }),
    'audience array with ours': signed(header, { ...good, aud: [good['aud'], 'other'] }),
    'audience missing': signed(header, without('aud')),
    'subject missing': signed(header, without('sub')),
    'subject of another person': signed(header, { ...good, sub: `per_${'0'.repeat(26)}` }),
    'subject as array': signed(header, { ...good, sub: [good['sub']] }),
    'session missing': signed(header, without('sid')),
    'session unknown': signed(header, { ...good, sid: `ses_${'0'.repeat(26)}` }),
    'version missing': signed(header, without('sv')),
    'version of before': signed(header, { ...good, sv: 99 }),
    'version as text': signed(header, { ...good, sv: '1' }),
    'exp missing': signed(header, without('exp')),
    'exp as text': signed(header, { ...good, exp: String(now + 300) }),
    'exp past': signed(header, { ...good, iat: now - 700, exp: now - 100 }),
    'exp far away': signed(header, { ...good, exp: now + 86_400 }),
    'exp before iat': signed(header, { ...good, iat: now, exp: now - 1 }),
    'exp as float': signed(header, { ...good, exp: now + 300.5 }),
    'iat missing': signed(header, without('iat')),
    'iat in the future': signed(header, { ...good, iat: now + 300, exp: now + 600 }),
    'iat as text': signed(header, { ...good, iat: String(now) }),
    'nbf in the future': signed(header, { ...good, nbf: now + 300 }),
    'rights claimed': signed(header, { ...good, platformAdmin: true }),
    'payload is an array': signed(header, [good]),
    'payload is text': signed(header, '"text"'),
    'payload is null': signed(header, 'null'),
    'payload is broken': signed(header, '{"iss":'),
    'header is broken': signed('{"alg":', good),
    'body changed under the signature': `${head}.${part({ ...good, sv: 2 })}.${signature}`,
    'signature cut': `${head}.${body}.${signature.slice(0, -2)}`,
    'signature empty': `${head}.${body}.`,
    'signature with stray bits': `${head}.${body}.${lastAltered}`,
    'padded with =': `${head}.${body}.${signature}==`,
    'padded header': `${head}=.${body}.${signature}`,
    'standard base64': `${head}.${body}.${Buffer.from(signature, 'base64url').toString('base64')}`,
    'trailing part': `${person.token}.x`,
    'four parts': `${person.token}.${signature}`,
    'JWE shape': `${head}.${body}.${signature}.${body}.${signature}`,
    enormous: `${head}.${part({ ...good, iss: 'x'.repeat(5000) })}.${signature}`,
    'a refresh token': person.refreshToken,
  }
  const passed: string[] = []
  for (const [name, token] of Object.entries(corpus)) if (await accepted(token)) passed.push(name)
  expect(passed).toEqual([])
  expect(Object.keys(corpus).length).toBeGreaterThanOrEqual(40)
})

test('white space before a token does not help it', async () => {
  const { resolveActor } = world.wiring
  for (const token of [` ${person.token}`, `\n${person.token}`, `${person.token}\n`, `\t${person.token}`])
    expect(await resolveActor(token, 'read')).toBeNull()
})

test('keys rotate without a false refusal, and a retired key opens nothing', async () => {
  let now = new Date('2026-11-24T08:00:00Z')
  const later = await testApp({ clock: { now: () => now } })
  try {
    const someone = await signedUpPerson(later)
    const { resolveActor, jobs } = later.wiring
    const rotate = jobs.find((job) => job.name === 'accounts.rotate-keys')
    await rotate?.run({})
    const kidOf = (token: string) =>
      (JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString()) as { kid: string }).kid
    const refreshed = async (token: string) =>
      (
        await later.app.inject({
          method: 'POST',
          url: '/api/v1/sessions/refresh',
          payload: { refreshToken: token },
        })
      ).json() as { accessToken: string; refreshToken: string }
    now = new Date(now.getTime() + 120_000)
    const before = await refreshed(someone.refreshToken)
    expect(kidOf(before.accessToken)).toBe(kidOf(someone.token))
    now = new Date(now.getTime() + 240_000)
    const after = await refreshed(before.refreshToken)
    expect(kidOf(after.accessToken)).not.toBe(kidOf(someone.token))
    for (const token of [someone.token, before.accessToken, after.accessToken])
      expect(await resolveActor(token, 'write')).not.toBeNull()
    now = new Date(now.getTime() + 700_000)
    expect(await resolveActor(before.accessToken, 'write')).toBeNull()
  } finally {
    await later.close()
  }
})
