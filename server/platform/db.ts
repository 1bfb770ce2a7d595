import { sql } from 'drizzle-orm'
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import type { Logger } from './logger.ts'
import { ProblemError } from './problems.ts'

/** The common face of the pool and of a transaction. Store functions take it first. */
export type Db = Pick<
  NodePgDatabase,
  | 'select'
  | 'selectDistinct'
  | 'selectDistinctOn'
  | 'insert'
  | 'update'
  | 'delete'
  | 'execute'
  | '$with'
  | 'with'
>
/** Inside a transaction only `tx` exists: whoever opens one passes it on. */
export type Tx = Parameters<Parameters<NodePgDatabase['transaction']>[0]>[0]
export type Database = { drizzle: NodePgDatabase; pool: pg.Pool; close: () => Promise<void> }

// PostgreSQL's bigint holds minor units and counts. All of ours fit a double exactly; anything that does not is a bug to stop at.
pg.types.setTypeParser(20, (text) => {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new Error(`bigint ${text} is beyond the safe integers`)
  return value
})

/** The role the application works as: it owns nothing, and row-level security binds it (reliability.md 3.3). */
export const applicationRole = 'jishi_app'

/**
 * Opens a pool. `role` sets the role of every connection: the application's by default, none for migrations.
 * A checked-out client whose server dies emits `error`; without a listener that would end the process (reliability.md 0.1 point 6).
 */
export function openDatabase(
  url: string,
  logger: Logger,
  {
    max = 20,
    role = applicationRole,
    name = 'jishi-api',
  }: { max?: number; role?: string | null; name?: string } = {},
): Database {
  const settings = [
    '-c statement_timeout=15000',
    '-c lock_timeout=5000',
    '-c idle_in_transaction_session_timeout=15000',
    // Many short statements at once: a second core belongs to the next request. Search also relies on it: a parallel scan does not
    // meet rows in the order they lie in.
    '-c max_parallel_workers_per_gather=0',
    '-c jit=off',
    '-c work_mem=16MB',
    ...(role ? [`-c role=${role}`] : []),
  ]
  const pool = new pg.Pool({
    connectionString: url,
    max,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    maxLifetimeSeconds: 1800,
    keepAlive: true,
    application_name: name,
    options: settings.join(' '),
  })
  const report = (error: Error) => logger.warn({ err: error }, 'database connection lost')
  pool.on('error', report)
  pool.on('connect', (client) => {
    client.on('error', report)
    planOnce(client)
  })
  return { drizzle: drizzle(pool, { casing: 'snake_case' }), pool, close: () => pool.end() }
}

/**
 * Written before a statement whose planning costs more than its work: each connection then plans it once and keeps the plan. Only for
 * texts that are always the same; values go in as parameters.
 */
export const plannedOnce = sql.raw('/* planned once */ ')
const planNames = new Map<string, string>()

function planOnce(client: pg.PoolClient): void {
  const query = client.query.bind(client) as (...args: unknown[]) => unknown
  const byName = (statement: unknown, ...rest: unknown[]) => {
    if (typeof statement !== 'object' || statement === null || !('text' in statement))
      return query(statement, ...rest)
    const { text } = statement
    if (typeof text !== 'string' || !text.startsWith('/* planned once */')) return query(statement, ...rest)
    const name = planNames.get(text) ?? `planned-${planNames.size + 1}`
    planNames.set(text, name)
    return query({ ...statement, name }, ...rest)
  }
  client.query = byName as typeof client.query
}

/** SQLSTATEs after which the whole unit may be tried again: serialisation, deadlock, lock not available. */
const retryable = new Set(['40001', '40P01', '55P03'])

/**
 * Runs `work` in one transaction that sees the rows of these markets only (row-level security reads `app.markets`,
 * transaction-local: a session-level setting would leak through the pool). Retries serialisation failures and deadlocks, at most 3 times.
 */
export async function inMarkets<T>(
  database: Database,
  marketIds: readonly string[],
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await database.drizzle.transaction(async (tx) => {
        await tx.execute(sql`${plannedOnce}select set_config('app.markets', ${marketIds.join(',')}, true)`)
        return await work(tx)
      })
    } catch (error) {
      const state = sqlState(error)
      if (state === undefined || !retryable.has(state)) throw error
      if (attempt >= 3) throw new ProblemError('request/unavailable', {}, { cause: error })
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 40 * attempt))
    }
  }
}

export const inMarket = <T>(database: Database, marketId: string, work: (tx: Tx) => Promise<T>): Promise<T> =>
  inMarkets(database, [marketId], work)

/** A transaction on rows that belong to no market (accounts, clusters, public documents). */
export const transact = <T>(database: Database, work: (tx: Tx) => Promise<T>): Promise<T> =>
  inMarkets(database, [], work)

/** The SQLSTATE of a database error, however drizzle wrapped it. */
export function sqlState(error: unknown): string | undefined {
  return driverError(error)?.code
}
/** The name of the violated constraint, to be mapped to a problem code. */
export function violatedConstraint(error: unknown): string | undefined {
  return driverError(error)?.constraint
}
function driverError(error: unknown): pg.DatabaseError | undefined {
  for (let current: unknown = error; current instanceof Error; current = current.cause) {
    if (current instanceof pg.DatabaseError) return current
  }
  return undefined
}

/** Turns the violation of a named constraint into a problem with these facts; anything else is thrown on. */
export async function namingConstraints<T>(
  problems: Readonly<Record<string, string>>,
  work: () => Promise<T>,
  facts: ProblemError['facts'] = {},
): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const constraint = violatedConstraint(error)
    const code = constraint === undefined ? undefined : problems[constraint]
    if (code === undefined) throw error
    throw new ProblemError(code, facts, { cause: error })
  }
}
