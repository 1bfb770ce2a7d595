import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { transact } from './platform/db.ts'
import { watchWorkers } from './platform/dead-workers.ts'
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

test('jobs of a worker that died are performed by the next one, those of a living worker are left to it', async () => {
  const { pool } = world.db.owner
  const performed: string[] = []
  const seen = job({
    name: 'test.left',
    payload: z.strictObject({ word: z.string() }),
    perform: async ({ word }) => {
      performed.push(word)
    },
  })
  for (const word of ['dead', 'living'])
    await pool.query(`select graphile_worker.add_job('test.left', $1::json)`, [JSON.stringify({ word })])
  await pool.query(`update graphile_worker._private_jobs j set locked_at = now() - interval '1 minute',
    locked_by = 'worker-' || (j.payload ->> 'word') where j.payload ->> 'word' in ('dead', 'living')`)
  const living = watchWorkers(pool, testLogger)
  await living.add('worker-living')
  await living.sweep()
  const runner = await startWorker(pool, [seen], [], testLogger)
  await expect.poll(() => performed, { timeout: 10_000 }).toEqual(['dead'])
  await living.stop()
  await runner.stop()
  const next = await startWorker(pool, [seen], [], testLogger)
  await expect.poll(() => performed, { timeout: 10_000 }).toEqual(['dead', 'living'])
  await next.stop()
})

test('a job that takes long is not taken from the worker that performs it', async () => {
  const { pool } = world.db.owner
  const locks: number[] = []
  const other = watchWorkers(pool, testLogger)
  const long = job({
    name: 'test.long',
    payload: z.strictObject({}),
    perform: async () => {
      await pool.query(`update graphile_worker._private_jobs set locked_at = now() - interval '1 hour'
        where locked_by is not null`)
      await other.sweep()
      const { rows } = await pool.query('select 1 from graphile_worker.jobs where locked_by is not null')
      locks.push(rows.length)
    },
  })
  const runner = await startWorker(pool, [long], [], testLogger)
  await pool.query(`select graphile_worker.add_job('test.long', '{}'::json)`)
  await expect.poll(() => locks, { timeout: 10_000 }).toEqual([1])
  await runner.stop()
  await other.stop()
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
