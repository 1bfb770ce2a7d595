import { chmodSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase } from './db.ts'
import {
  dataFolderOf,
  type EmbeddedPostgres,
  eraseEmbeddedPostgres,
  startEmbeddedPostgres,
} from './embedded-postgres.ts'
import { keepPostgres, type PostgresKeeper } from './postgres-keeper.ts'
import { testLogger } from './testing/database.ts'

let folder: string
let server: EmbeddedPostgres
let keeper: PostgresKeeper | null

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'jishi-keeper-'))
  chmodSync(folder, 0o755)
  server = await startEmbeddedPostgres(folder, testLogger, { durable: false })
  await server.ensureDatabase('jishi')
  keeper = await keepPostgres(server, 'jishi', testLogger)
}, 60_000)
afterAll(async () => {
  await keeper?.close()
  await server?.stop()
  await eraseEmbeddedPostgres(folder)
})

test('one program runs on a folder: a second one is told, and the first goes on', async () => {
  expect(keeper).not.toBeNull()
  expect(await keepPostgres(server, 'jishi', testLogger)).toBeNull()
})

test('a server that is killed runs again on its port; a pool that was open works on', async () => {
  const database = openDatabase(server.url('jishi'), testLogger, { max: 3, role: null })
  const answers = () =>
    database.pool.query('select 1').then(
      () => true,
      () => false,
    )
  try {
    expect(await answers()).toBe(true)
    process.kill(
      Number(readFileSync(join(await dataFolderOf(folder), 'postmaster.pid'), 'utf8').split('\n')[0]),
      'SIGKILL',
    )
    const until = Date.now() + 30_000
    let down = false
    while (Date.now() < until) {
      const up = await answers()
      if (up && down) break
      down ||= !up
      await new Promise((wake) => setTimeout(wake, 50))
    }
    expect([down, await answers()]).toEqual([true, true])
    // Whoever comes after finds the folder taken again.
    await new Promise((wake) => setTimeout(wake, 500))
    expect(await keepPostgres(server, 'jishi', testLogger)).toBeNull()
  } finally {
    await database.close()
  }
}, 60_000)
