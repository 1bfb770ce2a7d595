import { EventEmitter } from 'node:events'
import { sql } from 'drizzle-orm'
import {
  Logger as GraphileLogger,
  parseCronItems,
  run,
  runOnce,
  type TaskList,
  type WorkerEvents,
} from 'graphile-worker'
import type pg from 'pg'
import type { z } from 'zod'
import { type Db, plannedOnce } from './db.ts'
import { watchWorkers } from './dead-workers.ts'
import type { Logger } from './logger.ts'

/** A job: its name, the shape of its payload (ids only: no tokens, no personal data), and what is done. */
export type Job<S extends z.ZodType> = {
  name: string
  payload: S
  perform: (payload: z.output<S>) => Promise<void>
}
// A list of jobs of different payloads; each one parses its own before performing.
export type AnyJob = { name: string; run: (payload: unknown) => Promise<void> }
export const job = <S extends z.ZodType>({ name, payload, perform }: Job<S>): AnyJob => ({
  name,
  run: async (raw) => perform(payload.parse(raw)),
})
/** A job that runs by the clock: `crontab` in UTC. */
export type Schedule = { name: string; crontab: string }

/**
 * Enqueues in the caller's transaction: the job exists if and only if the change is committed. A `key` keeps one waiting
 * job per key (the newest payload wins).
 */
export async function enqueue(
  db: Db,
  name: string,
  payload: object,
  { key, runAt }: { key?: string; runAt?: Date } = {},
): Promise<void> {
  await db.execute(
    sql`${plannedOnce}select jobs_enqueue(${name}, ${JSON.stringify(payload)}::json, ${key ?? null}, ${runAt?.toISOString() ?? null}::timestamptz)`,
  )
}

const taskList = (jobs: readonly AnyJob[], logger: Logger): TaskList =>
  Object.fromEntries(
    jobs.map((each) => [
      each.name,
      async (payload: unknown) => {
        const started = performance.now()
        await each.run(payload)
        logger.debug({ job: each.name, ms: Math.round(performance.now() - started) }, 'job done')
      },
    ]),
  )

/**
 * Starts the worker: jobs until stopped, schedules by the clock; jobs that a worker left when it died are taken back.
 * `pool` connects as the owner of the queue's schema.
 */
export async function startWorker(
  pool: pg.Pool,
  jobs: readonly AnyJob[],
  schedules: readonly Schedule[],
  logger: Logger,
  concurrency = 2,
): Promise<{ stop: () => Promise<void> }> {
  const watch = watchWorkers(pool, logger)
  const events: WorkerEvents = new EventEmitter()
  // Jobs are locked in the name of the pool, not of one of its workers.
  const shown: Promise<unknown>[] = []
  events.on('pool:create', ({ workerPool }) => shown.push(watch.add(workerPool.id)))
  const runner = await run({
    events,
    pgPool: pool,
    taskList: taskList(jobs, logger),
    concurrency,
    noHandleSignals: true,
    pollInterval: 1000,
    parsedCronItems: parseCronItems(schedules.map((each) => ({ match: each.crontab, task: each.name }))),
    logger: quiet(logger),
  })
  await Promise.allSettled(shown)
  return {
    stop: async () => {
      await runner.stop()
      await watch.stop()
    },
  }
}

/** Performs everything that waits, then returns: for tests and for filling the demo. */
export async function drainJobs(pool: pg.Pool, jobs: readonly AnyJob[], logger: Logger): Promise<void> {
  await runOnce({
    pgPool: pool,
    taskList: taskList(jobs, logger),
    noHandleSignals: true,
    logger: quiet(logger),
  })
}

/** graphile-worker's own messages go to our log: errors and warnings loud, the rest at debug. */
function quiet(logger: Logger): GraphileLogger {
  return new GraphileLogger((scope) => (level, message, meta) => {
    const write = level === 'error' ? logger.error : level === 'warning' ? logger.warn : logger.debug
    write.call(logger, { ...scope, ...meta }, message)
  })
}
