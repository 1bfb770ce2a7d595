/** Writes docs/openapi.json from what is served; with --check, fails when the committed file says something else. */
import { readFileSync, writeFileSync } from 'node:fs'
import { buildApp } from '#server/app.ts'
import { systemClock } from '#server/platform/clock.ts'
import { readConfig } from '#server/platform/config.ts'
import { openDatabase } from '#server/platform/db.ts'
import { createLogger } from '#server/platform/logger.ts'
import { folderStore } from '#server/platform/object-store.ts'
import { wire } from '#server/wiring.ts'

const logger = createLogger('silent')
const url = 'postgresql://nobody@127.0.0.1:1/never-asked'
const database = openDatabase(url, logger)
const config = readConfig({ NODE_ENV: 'test', DATABASE_URL: url, SEED: 'none' })
const resources = { config, database, clock: systemClock, logger, objects: folderStore('.data/files') }
const app = await buildApp(resources, wire(resources))
const answer = await app.inject('/openapi.json')
const text = `${JSON.stringify(answer.json(), null, 1)}\n`
await app.close()
await database.close()
if (!process.argv.includes('--check')) writeFileSync('docs/openapi.json', text)
else if (readFileSync('docs/openapi.json', 'utf8') !== text) {
  process.stderr.write('docs/openapi.json is out of date: run `npm run openapi`\n')
  process.exit(1)
}
