import { brotliDecompressSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildApp } from './app.ts'
import { openDatabase } from './platform/db.ts'
import { isOutage } from './platform/outages.ts'
import { type TestApp, testApp } from './platform/testing/app.ts'
import { testLogger } from './platform/testing/database.ts'
import { wire } from './wiring.ts'

let world: TestApp
beforeAll(async () => {
  world = await testApp()
})
afterAll(() => world.close())

test('liveness and readiness answer', async () => {
  expect((await world.app.inject('/livez')).statusCode).toBe(200)
  expect((await world.app.inject('/readyz')).json()).toEqual({ status: 'ready' })
})

test('an unknown path is a problem document in the reader’s language', async () => {
  const answer = await world.app.inject({ url: '/api/v1/nothing-here', headers: { 'accept-language': 'en' } })
  expect(answer.headers['content-type']).toContain('application/problem+json')
  expect(answer.json()).toMatchObject({ status: 404, code: 'request/not-found', title: 'Not found' })
})

test('paths are matched exactly: no doubled slashes, no other case', async () => {
  for (const url of ['//livez', '/LIVEZ', '/livez/'])
    expect((await world.app.inject(url)).statusCode).toBe(404)
})

test('the API describes itself as OpenAPI 3.1 and has a page to browse it', async () => {
  expect((await world.app.inject('/openapi.json')).json()).toMatchObject({ openapi: '3.1.0' })
  expect((await world.app.inject('/docs')).body).toContain('swagger-ui')
  expect((await world.app.inject('/docs/assets/swagger-ui.css')).statusCode).toBe(200)
})

test('a long answer is compressed for who reads compressed ones, and is the same', async () => {
  const plain = await world.app.inject('/api/v1/markets')
  const long = await world.app.inject({ url: '/openapi.json' })
  expect(plain.headers['content-encoding']).toBeUndefined()
  const { headers, rawPayload } = await world.app.inject({
    url: '/openapi.json',
    headers: { 'accept-encoding': 'gzip, deflate, br' },
  })
  expect(headers['content-encoding']).toBe('br')
  expect(headers.vary).toContain('accept-encoding')
  expect(rawPayload.length).toBeLessThan(long.rawPayload.length / 5)
  expect(JSON.parse(brotliDecompressSync(rawPayload).toString())).toEqual(long.json())
})

test('while the database cannot be reached every answer is 503 with a time to try again, and the process lives', async () => {
  const database = openDatabase('postgresql://nobody:nothing@127.0.0.1:1/none', testLogger, { max: 2 })
  const resources = { ...world.resources, database }
  const app = await buildApp(resources, wire(resources))
  try {
    for (const url of ['/api/v1/markets', '/api/v1/markets/shishi-kids/products', '/readyz']) {
      const answer = await app.inject({ url, headers: { 'accept-language': 'en' } })
      expect(answer.json()).toMatchObject({ status: 503, code: 'request/unavailable' })
      expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0)
    }
    const attempt = { email: 'somebody@example.com', password: 'tin kettle under rain' }
    expect((await app.inject({ method: 'POST', url: '/api/v1/sessions', payload: attempt })).statusCode).toBe(
      503,
    )
    expect((await app.inject('/livez')).statusCode).toBe(200)
  } finally {
    await app.close()
    await database.close()
  }
})

test('an outage is told from a fault of ours', () => {
  const coded = (code: string) => Object.assign(new Error('x'), { code })
  for (const error of [
    coded('ECONNREFUSED'),
    coded('57P01'),
    coded('08006'),
    coded('53300'),
    new Error('timeout exceeded when trying to connect'),
    new Error('Failed query', { cause: new Error('Connection terminated unexpectedly') }),
  ])
    expect(isOutage(error)).toBe(true)
  for (const error of [
    coded('23505'),
    coded('42P01'),
    coded('57014'),
    new Error('timeout'),
    null,
    'ECONNREFUSED',
  ])
    expect(isOutage(error)).toBe(false)
})
