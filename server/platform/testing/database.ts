import { createHash, randomBytes } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import pg from 'pg'
import { inject } from 'vitest'
import { type Database, openDatabase } from '../db.ts'
import { createLogger } from '../logger.ts'
import { migrateDatabase } from '../migrations.ts'
import { breaches, expectSound } from './oracle.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Connection string of the test server's owner, for database `postgres`. */
    postgres: string
  }
}

export const testLogger = createLogger(process.env['TEST_LOG_LEVEL'] ?? 'silent')

export type TestDatabase = {
  url: string
  /** As the application: bound by rights and row-level security. */
  database: Database
  /** As the owner: for the job runner and for looking behind the walls in assertions. */
  owner: Database
  /** A twin is about to break what must hold, on purpose: asks the oracle for the last time and not again at the end. */
  spoil: () => Promise<void>
  /** Asks the oracle (server/invariants.sql) and takes the database away: every file that works on one ends with that question. */
  close: () => Promise<void>
}

const withDatabase = (url: string, name: string): string => {
  const parsed = new URL(url)
  parsed.pathname = `/${name}`
  return parsed.toString()
}

async function asOwner<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

function schemaVersion(): string {
  const hash = createHash('sha256')
  for (const name of readdirSync('migrations').sort())
    if (name.endsWith('.sql')) hash.update(readFileSync(`migrations/${name}`))
  return hash.digest('hex').slice(0, 12)
}

/** Migrates a template once per schema; called by the runner's global setup, before any test file starts. */
export async function prepareTemplate(url: string): Promise<void> {
  const template = `template_${schemaVersion()}`
  await asOwner(url, async (client) => {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [template])
    if (rowCount === 0) {
      const making = `making_${randomBytes(4).toString('hex')}`
      await client.query(`create database ${making}`)
      await migrateDatabase(withDatabase(url, making), testLogger)
      await client.query(`alter database ${making} rename to ${template}`)
    }
  })
}

/** A fresh database for one test file, cloned from the migrated template. Close it in `afterAll`. */
export async function testDatabase(): Promise<TestDatabase> {
  const server = inject('postgres')
  const name = `test_${randomBytes(6).toString('hex')}`
  await asOwner(server, (client) =>
    client.query(`create database ${name} template template_${schemaVersion()}`),
  )
  const url = withDatabase(server, name)
  const database = openDatabase(url, testLogger, { max: 40, name: 'test' })
  const owner = openDatabase(url, testLogger, { max: 5, role: null, name: 'test-owner' })
  let spoiled = false
  return {
    url,
    database,
    owner,
    spoil: async () => {
      await expectSound(owner)
      spoiled = true
    },
    close: async () => {
      const found = spoiled ? [] : await breaches(owner)
      await database.close()
      await owner.close()
      await asOwner(server, (client) => client.query(`drop database ${name} with (force)`))
      if (found.length > 0) throw new Error(`the oracle found ${JSON.stringify(found.slice(0, 20))}`)
    },
  }
}
