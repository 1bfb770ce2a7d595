import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Endpoint, endpointUrl } from '#shared/http.ts'
import { idPrefixes } from '#shared/ids.ts'
import { buildApp } from './app.ts'
import { type Database, openDatabase } from './platform/db.ts'
import { newId } from './platform/ids.ts'
import { type TestApp, testApp } from './platform/testing/app.ts'
import type { OpenedMarket } from './platform/testing/builders.ts'
import { testLogger } from './platform/testing/database.ts'
import { expectSound } from './platform/testing/oracle.ts'
import { type SweptRequest, sweptRequests } from './platform/testing/sweep-requests.ts'
import { rights, spends } from './platform/testing/sweep-table.ts'
import {
  buildSide,
  freshKey,
  type Principal,
  picture,
  principals,
  principalTokens,
  type Side,
  sweptMarket,
} from './platform/testing/sweep-world.ts'
import { type Wiring, wire } from './wiring.ts'

// Authorization, swept (reliability.md 2.6): every route × every principal, and every id × every other tenant's.

let world: TestApp
/** The application that is asked: on one connection only. Who wants a second one while holding the first is refused in every run. */
let narrow: { app: FastifyInstance; wiring: Wiring; database: Database }
let one: OpenedMarket
let a: Side
let b: Side
let elsewhere: Side
let tokens: Record<Principal, string | null>
let requests: Readonly<Record<string, () => SweptRequest>>
let served: Endpoint[]

beforeAll(async () => {
  world = await testApp()
  const database = openDatabase(world.db.url, testLogger, { max: 1, name: 'narrow' })
  const resources = { ...world.resources, database }
  const wiring = wire(resources)
  narrow = { app: await buildApp(resources, wiring), wiring, database }
  one = await sweptMarket(world)
  const two = await sweptMarket(world)
  a = await buildSide(world, one, 'CANARYALPHA')
  b = await buildSide(world, one, 'CANARYBRAVO')
  elsewhere = await buildSide(world, two, 'CANARYCHARLIE')
  tokens = await principalTokens(world, { a, b, one, two })
  requests = sweptRequests(a, await picture())
  served = [...world.app.served.values()].map((each) => each.endpoint)
}, 180_000)
afterAll(async () => {
  await narrow?.app.close()
  await narrow?.database.close()
  await world?.close()
})

async function send(endpoint: Endpoint, request: SweptRequest, token: string | null) {
  const { params = {}, query = {}, body } = request
  // What is kept in memory for a few seconds would hide who reads it inside a transaction.
  narrow.wiring.markets.forget()
  return narrow.app.inject({
    method: endpoint.method,
    url: endpointUrl(endpoint.path, params, query),
    headers: {
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      ...(endpoint.idempotent ? { 'idempotency-key': freshKey() } : {}),
      ...(endpoint.file ? { 'content-type': endpoint.file.types[0] ?? '' } : {}),
    },
    ...(body === undefined ? {} : { payload: body as object }),
  })
}
const requestFor = (endpoint: Endpoint): SweptRequest => {
  const make = requests[endpoint.operationId]
  if (!make) throw new Error(`no request is written for ${endpoint.operationId}`)
  return make()
}

/** A hash of every row of every table; sessions and counters of attempts move with each request and are left out. */
async function everything(): Promise<string> {
  const { rows } = await world.db.owner.pool.query<{ name: string }>(
    `select relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'public' and c.relkind in ('r', 'p') and relname not in ('sessions', 'attempts') order by 1`,
  )
  const parts = rows.map(
    ({ name }) =>
      `select '${name}' as name, coalesce(sum(hashtextextended(t::text, 0)), 0)::text as sum from public."${name}" t`,
  )
  const sums = await world.db.owner.pool.query<{ name: string; sum: string }>(parts.join(' union all '))
  return sums.rows
    .map(({ name, sum }) => `${name} ${sum}`)
    .sort()
    .join('\n')
}

const denials = new Set(['request/not-signed-in', 'request/not-allowed', 'request/not-found'])
const codeOf = (body: string): string | null => {
  try {
    return (JSON.parse(body) as { code?: string }).code ?? null
  } catch {
    return null
  }
}

test('every route has a row in the table of rights and a request, and no row is left over', () => {
  const names = served.map((each) => each.operationId).sort()
  expect(Object.keys(rights).sort()).toEqual(names)
  expect(Object.keys(requests).sort()).toEqual(names)
})

describe('every route and every principal', () => {
  test('who is not named is refused, and nothing changes', async () => {
    const before = await everything()
    const wrong: string[] = []
    let cells = 0
    for (const endpoint of served) {
      const may = rights[endpoint.operationId] ?? []
      for (const principal of principals.filter((each) => !may.includes(each))) {
        const answer = await send(endpoint, requestFor(endpoint), tokens[principal])
        const code = codeOf(answer.body) ?? ''
        cells += 1
        if (![401, 403, 404].includes(answer.statusCode) || !denials.has(code))
          wrong.push(`${endpoint.operationId} × ${principal}: ${answer.statusCode} ${code}`)
        if (answer.body.includes(a.canary)) wrong.push(`${endpoint.operationId} × ${principal}: leaks`)
      }
      const nobody = !may.includes('anonymous')
      if (nobody !== (endpoint.access === 'signed-in'))
        wrong.push(`${endpoint.operationId} is declared ${endpoint.access}`)
    }
    expect(wrong).toEqual([])
    expect(cells).toBeGreaterThan(900)
    expect(await everything()).toBe(before)
  }, 180_000)

  test('no answer to one tenant holds a text of another', async () => {
    const foreign: Partial<Record<Principal, string[]>> = {
      anonymous: [a.canary, b.canary, elsewhere.canary],
      'company B owner': [a.canary, elsewhere.canary],
      'shop B owner': [a.canary, elsewhere.canary],
      'office 2': [a.canary, b.canary],
      'supervisor 2': [a.canary, b.canary],
      'platform admin': [a.canary, b.canary, elsewhere.canary],
    }
    // What is for sale and who sells it is public: these answers may name goods and shops of anybody.
    const open = new Set(['searchProducts', 'suggestWords', 'getProduct', 'previewPurchase'])
    const leaks: string[] = []
    for (const side of [a, b, elsewhere]) {
      const make = sweptRequests(side, await picture())
      for (const endpoint of served.filter((each) => each.method === 'GET' && !open.has(each.operationId)))
        for (const [principal, canaries] of Object.entries(foreign)) {
          const token = tokens[principal as Principal]
          const { body } = await send(endpoint, make[endpoint.operationId]?.() ?? {}, token)
          const found = canaries.filter((canary) => body.includes(canary))
          const own = endpoint.operationId === 'getCart' || endpoint.operationId === 'listMyOrders'
          if (found.length > 0 && !own) leaks.push(`${endpoint.operationId} × ${principal}: ${found.join()}`)
        }
    }
    expect(leaks).toEqual([])
  }, 180_000)
})

describe('every id', () => {
  const kinds = Object.keys(idPrefixes) as (keyof typeof idPrefixes)[]
  const kindOf = (id: string) => kinds.find((kind) => id.startsWith(`${idPrefixes[kind]}_`))
  const withParam = (request: SweptRequest, name: string, value: string): SweptRequest => ({
    ...request,
    params: { ...request.params, [name]: value },
  })
  const bare = (body: string) => body.replace(/"instance":"[^"]*"/, '')

  test('of another company, shop, market or type is answered as an unknown one', async () => {
    const before = await everything()
    const wrong: string[] = []
    let sent = 0
    const others = [sweptRequests(b, await picture()), sweptRequests(elsewhere, await picture())]
    const publicIds = new Set(['getProduct', 'getShop', 'getSamplesLeft'])
    // A shop is there for everybody to see: who keeps another one is told that this is not theirs.
    const seen = new Set(['changeShop', 'putTerms', 'putShopPicture'])
    // Everybody may take out of their own cart what is not in it.
    const own = new Set(['deleteCartLine'])
    for (const endpoint of served) {
      const { operationId } = endpoint
      if (publicIds.has(operationId) || own.has(operationId)) continue
      const request = requestFor(endpoint)
      const params = Object.entries(request.params ?? {}).filter(([, value]) => kindOf(value))
      for (const principal of rights[operationId] ?? [])
        for (const [name, value] of params) {
          const kind = kindOf(value) ?? 'order'
          const unknown = await send(endpoint, withParam(request, name, newId(kind)), tokens[principal])
          if (unknown.statusCode !== 404)
            wrong.push(`${operationId} × ${principal}: unknown ${name} answers ${unknown.statusCode}`)
          const foreign = others.map((make) => make[operationId]?.().params?.[name] ?? '')
          for (const id of foreign) {
            // A market's office and supervisor may look into everything of their market: only the other market's is foreign to them.
            const theirs = /office|supervisor/.test(principal) && id === foreign[0]
            if ((theirs && params.length === 1) || (seen.has(operationId) && id === foreign[0])) continue
            const answer = await send(endpoint, withParam(request, name, id), tokens[principal])
            sent += 1
            if (answer.statusCode !== 404 || bare(answer.body) !== bare(unknown.body))
              wrong.push(
                `${operationId} × ${principal}: ${name} of others answers ${answer.statusCode} ${answer.body.slice(0, 200)}`,
              )
          }
          const otherType = newId(kind === 'order' ? 'product' : 'order')
          const typed = await send(endpoint, withParam(request, name, otherType), tokens[principal])
          if (typed.statusCode !== 400 && typed.statusCode !== 404)
            wrong.push(`${operationId}: ${name} of another type answers ${typed.statusCode}`)
          if (name !== 'market' && request.params?.['market'] !== undefined) {
            const moved = await send(
              endpoint,
              withParam(request, 'market', elsewhere.slug),
              tokens[principal],
            )
            if (moved.statusCode !== 404 && moved.statusCode !== 403)
              wrong.push(`${operationId} × ${principal}: answers ${moved.statusCode} in another market`)
          }
        }
    }
    expect(wrong).toEqual([])
    expect(sent).toBeGreaterThan(200)
    expect(await everything()).toBe(before)
  }, 180_000)
})

test('who is named is let through', async () => {
  const wrong: string[] = []
  // Reads come first, then writes, then what takes away; what changes the session itself comes last, each by somebody else.
  const ofSession = ['createOrganisation', 'changeSession', 'signOut', 'endAllSessions', 'changePassword']
  const turn = ({ method, operationId }: Endpoint) =>
    ofSession.includes(operationId) ? 3 : spends.has(operationId) ? 2 : method === 'GET' ? 0 : 1
  const ordered = served.toSorted((left, right) => turn(left) - turn(right))
  for (const endpoint of ordered) {
    const { operationId } = endpoint
    const may = rights[operationId] ?? []
    const mine = ofSession.includes(operationId) ? may[ofSession.indexOf(operationId)] : may[0]
    const called = mine === undefined || turn(endpoint) < 2 ? may : [mine]
    for (const principal of called) {
      const answer = await send(endpoint, requestFor(endpoint), tokens[principal])
      const code = codeOf(answer.body) ?? ''
      if (denials.has(code) || answer.statusCode >= 500 || code === 'request/invalid')
        wrong.push(`${operationId} × ${principal}: ${answer.statusCode} ${answer.body.slice(0, 300)}`)
    }
  }
  expect(wrong).toEqual([])
  await expectSound(world.db.owner)
}, 180_000)
