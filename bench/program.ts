/** The program as it runs, one HTTP process: tells its port to the parent and waits. */
import { buildApp } from '#server/app.ts'
import { systemClock } from '#server/platform/clock.ts'
import { readConfig } from '#server/platform/config.ts'
import { openDatabase } from '#server/platform/db.ts'
import { createLogger } from '#server/platform/logger.ts'
import { folderStore } from '#server/platform/object-store.ts'
import { wire } from '#server/wiring.ts'

const config = readConfig(process.env)
const logger = createLogger('error')
const database = openDatabase(config.databaseUrl ?? '', logger)
const resources = { config, database, clock: systemClock, logger, objects: folderStore(config.dataDir) }
const wiring = wire(resources)
const app = await buildApp(resources, wiring)
await app.listen({ port: 0, host: '127.0.0.1' })
const address = app.server.address()
process.on('message', () => process.send?.({ rss: process.memoryUsage().rss, cpu: process.cpuUsage() }))
const { rows } = await database.pool.query<{ id: string }>('select id from markets')
const [started, before] = [performance.now(), process.memoryUsage().rss]
await wiring.search.load(rows.map((row) => row.id))
const loading = {
  ms: Math.round(performance.now() - started),
  grown_mb: Math.round((process.memoryUsage().rss - before) / 1e6),
}
process.send?.({ loading, port: typeof address === 'object' ? address?.port : 0 })
