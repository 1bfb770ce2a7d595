import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApp, testApp } from './platform/testing/app.ts'

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
