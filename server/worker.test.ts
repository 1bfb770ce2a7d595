import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { transact } from './platform/db.ts'
import { enqueue, job, startWorker } from './platform/jobs.ts'
import { type TestApp, testApp } from './platform/testing/app.ts'
import { testLogger } from './platform/testing/database.ts'

let world: TestApp
beforeAll(async () => {
  world = await testApp()
})
afterAll(() => world.close())

test('the worker starts with the schedules of every capability and performs what was enqueued', async () => {
  expect(world.wiring.schedules.length).toBeGreaterThan(0)
  let performed = ''
  const seen = job({
    name: 'test.seen',
    payload: z.strictObject({ word: z.string() }),
    perform: async ({ word }) => {
      performed = word
    },
  })
  const runner = await startWorker(
    world.db.owner.pool,
    [...world.wiring.jobs, seen],
    world.wiring.schedules,
    testLogger,
  )
  await transact(world.db.database, (tx) => enqueue(tx, 'test.seen', { word: 'here' }))
  await expect.poll(() => performed, { timeout: 10_000 }).toBe('here')
  await runner.stop()
})

test('a job of a transaction that is rolled back never exists', async () => {
  const before = await waiting()
  await expect(
    transact(world.db.database, async (tx) => {
      await enqueue(tx, 'test.never', {})
      throw new Error('changed my mind')
    }),
  ).rejects.toThrow('changed my mind')
  expect(await waiting()).toBe(before)
})

test('every schedule names a job that the worker knows', () => {
  const known = new Set(world.wiring.jobs.map((each) => each.name))
  for (const schedule of world.wiring.schedules) expect(known, schedule.name).toContain(schedule.name)
})

async function waiting(): Promise<number> {
  const { rows } = await world.db.owner.pool.query<{ count: number }>(
    'select count(*)::int as count from graphile_worker.jobs',
  )
  return rows[0]?.count ?? 0
}
