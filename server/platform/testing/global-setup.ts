import { chmodSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { eraseEmbeddedPostgres, startEmbeddedPostgres } from '../embedded-postgres.ts'
import { prepareTemplate, testLogger } from './database.ts'

/** One throw-away PostgreSQL for the whole run; every test file clones the migrated template. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'jishi-test-'))
  chmodSync(folder, 0o755)
  const server = await startEmbeddedPostgres(folder, testLogger, { durable: false })
  await prepareTemplate(server.url('postgres'))
  project.provide('postgres', server.url('postgres'))
  return async () => {
    await server.stop()
    await eraseEmbeddedPostgres(folder)
  }
}
