import type pg from 'pg'
import type { Logger } from './logger.ts'

/** First half of the advisory locks by which pools of workers show that they live; the second is the hash of the pool's name. */
const lockClass = 40_417
const everyMs = 10_000

/**
 * Takes back the jobs of workers that died. A worker killed in the middle of a job leaves it locked, and graphile-worker gives it
 * back after four hours only; an import or a payment cannot wait so long. Each pool of workers holds an advisory lock for as long as its
 * session lives, which PostgreSQL ends with the process: a job whose pool holds none is free for the next one. Jobs are written
 * to be performed again from where they were broken off.
 */
export function watchWorkers(pool: pg.Pool, logger: Logger): WorkerWatch {
  const own = new Set<string>()
  let session: Promise<pg.PoolClient> | null = null
  let ended = false

  const connect = async (): Promise<pg.PoolClient> => {
    const client = await pool.connect()
    client.once('error', (error) => {
      logger.warn({ err: error }, 'the session that shows our workers alive broke off')
      session = null
      client.release(true)
    })
    for (const poolId of own) await hold(client, poolId)
    return client
  }
  const live = (): Promise<pg.PoolClient> => {
    session ??= connect().catch((error: unknown) => {
      session = null
      throw error
    })
    return session
  }
  // A session answers one question at a time.
  let turn: Promise<unknown> = Promise.resolve()
  const inTurn = (work: (client: pg.PoolClient) => Promise<unknown>): Promise<unknown> => {
    const done = turn.then(live).then(work)
    turn = done.catch(() => undefined)
    return done
  }
  const lookOnce = async (client: pg.PoolClient): Promise<void> => {
    // Younger locks are left alone: their worker may be about to show itself.
    const { rows } = await client.query<{ locked_by: string }>(
      `select distinct locked_by from graphile_worker.jobs
        where locked_by is not null and locked_at < now() - interval '3 seconds'`,
    )
    for (const { locked_by: poolId } of rows) {
      if (own.has(poolId) || !(await tryToHold(client, poolId))) continue
      await client.query('select graphile_worker.force_unlock_workers($1::text[])', [[poolId]])
      await client.query('select pg_advisory_unlock($1, hashtext($2))', [lockClass, poolId])
      logger.warn({ poolId }, 'took back the jobs of a worker that died')
    }
  }
  const sweep = () => inTurn(lookOnce)
  const attempt = (work: Promise<unknown>): void => {
    work.catch((error: unknown) => {
      if (!ended) logger.warn({ err: error }, 'could not look for workers that died')
    })
  }
  const timer = setInterval(() => attempt(sweep()), everyMs)
  attempt(sweep())

  return {
    add: (poolId) => {
      own.add(poolId)
      const held = inTurn((client) => hold(client, poolId))
      attempt(held)
      return held
    },
    sweep,
    stop: async () => {
      ended = true
      clearInterval(timer)
      await turn
      const client = await session?.catch(() => null)
      // The locks go with the session.
      client?.release(true)
    },
  }
}

export type WorkerWatch = {
  /** Shows a pool of this process alive, from when the answer comes. */
  add: (poolId: string) => Promise<unknown>
  /** Looks once for workers that died. */
  sweep: () => Promise<unknown>
  stop: () => Promise<void>
}

const hold = (client: pg.PoolClient, poolId: string): Promise<unknown> =>
  client.query('select pg_advisory_lock($1, hashtext($2))', [lockClass, poolId])

async function tryToHold(client: pg.PoolClient, poolId: string): Promise<boolean> {
  const { rows } = await client.query<{ free: boolean }>(
    'select pg_try_advisory_lock($1, hashtext($2)) as free',
    [lockClass, poolId],
  )
  return rows[0]?.free === true
}
