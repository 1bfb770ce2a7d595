import pg from 'pg'
import type { EmbeddedPostgres } from './embedded-postgres.ts'
import type { Logger } from './logger.ts'

export type PostgresKeeper = { close: () => Promise<void> }

const claim = `select pg_try_advisory_lock(hashtextextended('jishi runs here', 0)) as mine`

/**
 * Holds our own server for this program as long as it runs: one connection with a lock. Null when another program holds it: two on one
 * folder would share the database and each keep its own payment sandbox. When the connection breaks the server has died, and it is
 * started again on the port that everybody knows; meanwhile requests are answered 503.
 */
export async function keepPostgres(
  server: EmbeddedPostgres,
  database: string,
  logger: Logger,
): Promise<PostgresKeeper | null> {
  let closing = false
  let held: pg.Client | null = null

  const hold = async (): Promise<boolean> => {
    const client = new pg.Client({ connectionString: server.url(database), application_name: 'jishi-keeper' })
    client.on('error', () => undefined)
    await client.connect()
    const { rows } = await client.query<{ mine: boolean }>(claim)
    if (rows[0]?.mine !== true) {
      await client.end()
      return false
    }
    held = client
    client.on('end', () => {
      if (!closing) void revive()
    })
    return true
  }

  const revive = async (): Promise<void> => {
    for (let attempt = 1; !closing; attempt++) {
      try {
        await server.restart()
        await hold()
        logger.warn({ attempt }, 'PostgreSQL had stopped and runs again')
        return
      } catch (error) {
        if (attempt % 10 === 1) logger.error({ err: error, attempt }, 'PostgreSQL stopped; starting it again')
        await new Promise((wake) => setTimeout(wake, Math.min(5_000, 200 * attempt)))
      }
    }
  }

  if (!(await hold())) return null
  return {
    close: async () => {
      closing = true
      await held?.end().catch(() => undefined)
    },
  }
}
