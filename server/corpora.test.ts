import { get } from 'node:http'
import { fc } from '@fast-check/vitest'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { type Endpoint, endpointUrl } from '#shared/http.ts'
import { type TestApp, testApp } from './platform/testing/app.ts'
import {
  hostileCursors,
  hostileNumbers,
  hostileParameters,
  hostileTexts,
  leavesOf,
  mediaTypes,
  misspelt,
  withLeaf,
} from './platform/testing/hostile.ts'
import { expectSound } from './platform/testing/oracle.ts'
import { type SweptRequest, sweptRequests } from './platform/testing/sweep-requests.ts'
import { rights } from './platform/testing/sweep-table.ts'
import {
  buildSide,
  freshKey,
  type Principal,
  picture,
  principalTokens,
  type Side,
  sweptMarket,
} from './platform/testing/sweep-world.ts'

// Input and abuse (reliability.md 2.7): what is sent to every route by somebody who may call it.

let world: TestApp
let a: Side
let tokens: Record<Principal, string | null>
let requests: Readonly<Record<string, () => SweptRequest>>
let served: Endpoint[]

// What ends the session of the caller would leave the rest of the corpus unasked.
const endings = new Set(['signOut', 'endAllSessions', 'endSession', 'changePassword', 'refreshSession'])
// Attempts to get in are counted; their bodies are swept in the accounts' own tests.
const counted = new Set(['register', 'signIn', 'requestPasswordReset', 'invite', 'createOrganisation'])

beforeAll(async () => {
  world = await testApp()
  const one = await sweptMarket(world)
  const two = await sweptMarket(world)
  a = await buildSide(world, one, 'CORPUSALPHA')
  const b = await buildSide(world, two, 'CORPUSBRAVO')
  tokens = await principalTokens(world, { a, b, one, two })
  requests = sweptRequests(a, await picture())
  served = [...world.app.served.values()]
    .map((each) => each.endpoint)
    .filter((each) => !endings.has(each.operationId))
}, 180_000)
afterAll(() => world?.close())

type Raw = { request?: SweptRequest; payload?: string | Buffer; type?: string; url?: string }

async function ask(endpoint: Endpoint, { request = {}, payload, type, url }: Raw) {
  const principal = rights[endpoint.operationId]?.find(
    (each) => each !== 'anonymous' && each !== 'ended session',
  )
  const token = principal === undefined ? null : tokens[principal]
  const { params = {}, query = {}, body } = request
  return world.app.inject({
    method: endpoint.method,
    url: url ?? endpointUrl(endpoint.path, params, query),
    headers: {
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      ...(endpoint.idempotent ? { 'idempotency-key': freshKey() } : {}),
      ...(type === undefined
        ? endpoint.file
          ? { 'content-type': endpoint.file.types[0] ?? '' }
          : {}
        : { 'content-type': type }),
    },
    ...(payload !== undefined ? { payload } : body === undefined ? {} : { payload: body as object }),
  })
}
const requestFor = (endpoint: Endpoint): SweptRequest => requests[endpoint.operationId]?.() ?? {}
const withBodies = () =>
  served.filter((each) => {
    const { body } = requestFor(each)
    return typeof body === 'object' && body !== null && !Buffer.isBuffer(body)
  })

// Shares of fibres are given to the decimal; a weight, a sample's price and cartons may be left out by null.
const fractional = new Set(['percent'])
const optional = new Set(['samplePrice', 'weightGrams', 'cartons'])

describe('bodies', () => {
  test('a number is a whole number in its bounds, or it is refused: never rounded, never read out of a text', async () => {
    const wrong: string[] = []
    let sent = 0
    for (const endpoint of withBodies()) {
      const request = requestFor(endpoint)
      for (const path of leavesOf(request.body, 'number'))
        for (const [name, written] of hostileNumbers) {
          const marked = JSON.stringify(withLeaf(request.body, path, '@@'))
          const payload = marked.replace('"@@"', written)
          const answer = await ask(endpoint, { request, payload, type: 'application/json' })
          sent += 1
          const allowed =
            (fractional.has(String(path.at(-1))) && /half|nearly/.test(name)) ||
            (optional.has(String(path.at(-1))) && name === 'nothing')
          if (answer.statusCode !== 400 && !(allowed && answer.statusCode < 500))
            wrong.push(
              `${endpoint.operationId} ${path.join('/')} = ${name}: ${answer.statusCode} ${answer.body.slice(0, 160)}`,
            )
        }
    }
    expect(wrong).toEqual([])
    expect(sent).toBeGreaterThan(200)
  }, 120_000)

  test('a text with characters that nobody sees is refused, and nothing of it is kept', async () => {
    const wrong: string[] = []
    for (const endpoint of withBodies().filter((each) => !counted.has(each.operationId))) {
      const request = requestFor(endpoint)
      for (const path of leavesOf(request.body, 'string'))
        for (const [name, text] of hostileTexts) {
          const body = withLeaf(request.body, path, `ab${text}cd12345678`)
          const answer = await ask(endpoint, { request: { ...request, body } })
          if (answer.statusCode < 400 || answer.statusCode >= 500)
            wrong.push(`${endpoint.operationId} ${path.join('/')} with ${name}: ${answer.statusCode}`)
        }
    }
    expect(wrong).toEqual([])
  }, 120_000)

  test('unknown members, prototypes and other shapes are refused', async () => {
    const wrong: string[] = []
    for (const endpoint of withBodies()) {
      const request = requestFor(endpoint)
      const text = JSON.stringify(request.body)
      const more = (member: string) => (text === '{}' ? `{${member}}` : `{${member},${text.slice(1)}`)
      const names = [
        'role',
        'isAdmin',
        'platformAdmin',
        'marketId',
        'shopId_',
        'price',
        'total',
        'status',
        'verifiedAt',
        'createdAt',
      ]
      const payloads = [
        ...names.map((name) => more(`"${name}":"owner"`)),
        more('"__proto__":{"isAdmin":true}'),
        more('"constructor":{"prototype":{"isAdmin":true}}'),
        '[]',
        'null',
        '"text"',
        '7',
        '{',
        '',
        `${'['.repeat(10_000)}${']'.repeat(10_000)}`,
        `{"a":${'{"a":'.repeat(10_000)}1${'}'.repeat(10_001)}`,
      ]
      for (const payload of payloads) {
        const answer = await ask(endpoint, { request, payload, type: 'application/json' })
        const emptied = payload === '' || payload === 'null'
        const fine = answer.statusCode === 400 || (emptied && answer.statusCode < 500)
        // A name that the contract knows is not unknown.
        if (!fine && !(payload.startsWith('{"status"') || payload.startsWith('{"role"')))
          wrong.push(`${endpoint.operationId} ${payload.slice(0, 40)}: ${answer.statusCode}`)
      }
    }
    expect(wrong).toEqual([])
    expect(({} as Record<string, unknown>)['isAdmin']).toBeUndefined()
  }, 120_000)

  test('a body is JSON by its type or it is not read: thirty spellings', async () => {
    const endpoint = served.find((each) => each.operationId === 'changeOrganisation')
    if (!endpoint) throw new Error('no such route')
    const request = requestFor(endpoint)
    const bad = JSON.stringify({ name: { zh: 7 } })
    const good = JSON.stringify({ name: { zh: '类型', en: '' } })
    for (const type of mediaTypes) {
      const refused = await ask(endpoint, { request, payload: bad, type })
      expect([type, [400, 415].includes(refused.statusCode)]).toEqual([type, true])
      const answer = await ask(endpoint, { request, payload: good, type })
      const json = /^\s*application\/json\s*(;|$)/i.test(type)
      expect([
        type,
        json ? [200, 415].includes(answer.statusCode) : [400, 415].includes(answer.statusCode),
      ]).toEqual([type, true])
    }
  })

  test('too much is refused before it is read, and quickly', async () => {
    const endpoint = served.find((each) => each.operationId === 'changeOrganisation')
    if (!endpoint) throw new Error('no such route')
    const request = requestFor(endpoint)
    const keys = `{${Array.from({ length: 60_000 }, (_, index) => `"k${index}":1`).join()}}`
    const long = JSON.stringify({ name: { zh: 'x'.repeat(1_000_000), en: '' } })
    for (const [payload, status] of [
      [keys, 400],
      [long, 400],
      [JSON.stringify({ name: { zh: 'x'.repeat(1_100_000), en: '' } }), 413],
      [`{"name":[${'1,'.repeat(200_000)}1]}`, 400],
    ] as const) {
      const started = performance.now()
      const answer = await ask(endpoint, { request, payload, type: 'application/json' })
      expect(answer.statusCode).toBe(status)
      expect(answer.body.length).toBeLessThan(20_000)
      expect(performance.now() - started).toBeLessThan(2_000)
    }
  })
})

describe('queries and paths', () => {
  test('every parameter survives what strangers write into it: 400 or an answer, never a fault', async () => {
    const wrong: string[] = []
    for (const endpoint of served) {
      const { operationId, method, path, query } = endpoint
      const request = requestFor(endpoint)
      const base = endpointUrl(path, request.params ?? {}, request.query ?? {})
      const names = query instanceof z.ZodObject ? Object.keys(query.shape) : []
      const urls = names.flatMap((name) =>
        [...hostileParameters, ...(name === 'cursor' ? hostileCursors : [])].flatMap((value) => {
          const join = base.includes('?') ? '&' : '?'
          return [
            `${base}${join}${name}=${value}`,
            `${base}${join}${name}=1&${name}=${value}`,
            `${base}${join}${name}[a]=${value}`,
          ]
        }),
      )
      urls.push(`${base}${base.includes('?') ? '&' : '?'}unknown=1`)
      if (method === 'GET')
        for (const url of urls) {
          const answer = await ask(endpoint, { url })
          if (answer.statusCode >= 500) wrong.push(`${operationId} ${url.slice(-90)}: ${answer.statusCode}`)
        }
      for (const name of Object.keys(request.params ?? {}))
        for (const value of ['%00', '..%2f..%2fetc', '%ED%A0%80', 'x'.repeat(500), '%E2%80%AE', "1'--"]) {
          const url = endpointUrl(
            path,
            { ...request.params, [name]: 'PLACEHOLDER' },
            request.query ?? {},
          ).replace('PLACEHOLDER', value)
          const answer = await ask(endpoint, { request: { body: request.body }, url })
          if (![400, 404, 414].includes(answer.statusCode))
            wrong.push(`${operationId} ${name}=${value.slice(0, 20)}: ${answer.statusCode}`)
        }
    }
    expect(wrong).toEqual([])
  }, 180_000)

  test('a path is one path: other spellings of it are not found', async () => {
    const { slug, ids } = a
    const path = `/api/v1/markets/${slug}/orders/${ids.order}`
    // Over a socket, as it is written: an injected address is put in order before it arrives.
    await world.app.listen({ host: '127.0.0.1', port: 0 })
    const address = world.app.server.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    const statusOf = (asked: string) =>
      new Promise<number>((resolve, reject) => {
        const headers = { authorization: `Bearer ${a.company.token}` }
        get({ host: '127.0.0.1', port, path: asked, headers, agent: false }, (answer) => {
          answer.resume()
          resolve(answer.statusCode ?? 0)
        }).on('error', reject)
      })
    expect(await statusOf(path)).toBe(200)
    // An id that is none is refused as such; everything else is no address of ours.
    for (const url of misspelt(path))
      expect([url, [400, 404].includes(await statusOf(url))]).toEqual([url, true])
  })
})

/** Values that nearly fit: each leaf of a right request is left, taken out, or made something else. */
const spoilt = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.integer(),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
  fc.array(fc.string(), { maxLength: 3 }),
  fc.dictionary(fc.string(), fc.anything({ maxDepth: 1 }), { maxKeys: 3 }),
  fc.bigInt({ min: 0n, max: 2n ** 63n }).map(Number),
  fc.constantFrom('', ' ', '\u202e', '0', '-0', '1e5', '2026-02-30', '9999-12-31', 'CNY', '长'.repeat(6000)),
)

test('three thousand requests made from right ones by one or two changes: no fault of ours, and the books stay sound', async () => {
  const faults: string[] = []
  let sent = 0
  const bodied = withBodies().filter((each) => !counted.has(each.operationId))
  await fc.assert(
    fc.asyncProperty(
      fc.nat(bodied.length - 1),
      fc.array(fc.tuple(fc.nat(), spoilt), { minLength: 1, maxLength: 2 }),
      async (index, changes) => {
        const endpoint = bodied[index]
        if (!endpoint) return
        const request = requestFor(endpoint)
        const leaves = leavesOf(request.body, 'any')
        let body = request.body
        for (const [which, value] of changes) {
          const path = leaves[which % Math.max(1, leaves.length)]
          if (path) body = withLeaf(body, path, value)
        }
        const answer = await ask(endpoint, {
          request,
          payload: JSON.stringify(body),
          type: 'application/json',
        })
        sent += 1
        if (answer.statusCode >= 500)
          faults.push(
            `${endpoint.operationId}: ${answer.statusCode} ${JSON.stringify(changes).slice(0, 300)}`,
          )
      },
    ),
    { numRuns: 3000, seed: 20261124 },
  )
  expect([...new Set(faults)]).toEqual([])
  expect(sent).toBe(3000)
  await expectSound(world.db.owner)
}, 180_000)

describe('what costs more than it is worth', () => {
  const post = (url: string, payload: string | Buffer, type: string, language = 'zh') =>
    world.app.inject({
      method: 'POST',
      url: `/api/v1${url}`,
      payload,
      headers: { 'content-type': type, 'accept-language': language },
    })
  const firstError = (body: string) =>
    (JSON.parse(body) as { errors?: { code: string; message: string }[] }).errors?.[0]

  test('bytes of a file are refused where JSON is asked for, before anybody walks them', async () => {
    for (const type of ['image/png', 'text/csv', 'application/pdf'])
      expect((await post('/sessions', Buffer.alloc(60_000, 65), type)).statusCode).toBe(415)
  })

  test('whoever must be signed in and is not is told so before a byte of the body is read', async () => {
    const request = requests['uploadDocument']?.() ?? {}
    const answer = await world.app.inject({
      method: 'POST',
      url: endpointUrl('/organisations/:organisationId/documents', request.params ?? {}, { kind: 'other' }),
      // Longer than any file may be: with the body read first this is `request/too-large`.
      payload: Buffer.alloc(30 * 1024 * 1024),
      headers: { 'content-type': 'image/png' },
    })
    expect(answer.statusCode).toBe(401)
  })

  test('whoever is not known sends 64 KiB at most', async () => {
    const body = JSON.stringify({ email: 'a@example.com', password: 'x'.repeat(70_000) })
    expect((await post('/sessions', body, 'application/json')).statusCode).toBe(413)
  })

  test('an object of thousands of members is refused as that, not member by member', async () => {
    const members = (count: number) =>
      `{${Array.from({ length: count }, (_, index) => `"k${index}":1`).join(',')}}`
    expect(firstError((await post('/sessions', members(5_000), 'application/json')).body)?.code).toBe(
      'request/too-many-members',
    )
    const list = `{"lines":[${'{},'.repeat(200_000)}{}]}`
    const answer = await world.app.inject({
      method: 'POST',
      url: `/api/v1/markets/${a.slug}/purchases/preview`,
      payload: list,
      headers: { 'content-type': 'application/json', authorization: `Bearer ${tokens['company A owner']}` },
    })
    expect(firstError(answer.body)?.code).toBe('request/too-many-members')
  })
})

describe('a refusal names the field, the rule and the problem in the reader’s language', () => {
  const refusal = async (payload: string, language: string) => {
    const answer = await world.app.inject({
      method: 'POST',
      url: '/api/v1/registrations',
      payload,
      headers: { 'content-type': 'application/json', 'accept-language': language },
    })
    return {
      status: answer.statusCode,
      ...(answer.json() as { errors: { pointer: string; code: string; message: string }[] }).errors[0],
    }
  }
  const hidden = JSON.stringify({ email: 'who@example.com', name: 'ab\u202ecd' })

  test.each([
    ['hidden characters', hidden, '/name', 'request/hidden-characters', /看不见/, /nobody sees/],
    [
      'NUL',
      JSON.stringify({ email: 'who@example.com', name: 'a\u0000' }),
      '/name',
      'request/hidden-characters',
      /看不见/,
      /nobody sees/,
    ],
    ['what is no JSON', '{', '', 'request/not-json', /JSON/, /not valid JSON/],
    ['a prototype', '{"__proto__":{"a":1}}', '', 'request/not-json', /JSON/, /not valid JSON/],
    ['nothing', '', '', 'request/not-json', /JSON/, /not valid JSON/],
    [
      'too deep',
      '['.repeat(100) + ']'.repeat(100),
      `${'/0'.repeat(32)}`,
      'request/too-deep',
      /嵌套/,
      /nested/,
    ],
  ])('%s', async (_what, payload, pointer, code, zh, en) => {
    for (const [language, words] of [
      ['zh', zh],
      ['en', en],
    ] as const) {
      const found = await refusal(payload, language)
      expect(found).toMatchObject({ status: 400, pointer, code })
      expect(found.message).toMatch(words)
    }
  })
})
