import closeWithGrace from 'close-with-grace'
import { openResources } from './api.ts'
import { readConfig } from './platform/config.ts'
import { openDatabase } from './platform/db.ts'
import { startWorker } from './platform/jobs.ts'
import { createLogger } from './platform/logger.ts'
import { demandDataDir, explainStartup } from './platform/startup.ts'
import { wire } from './wiring.ts'

/** The job process: same wiring as the HTTP process. When started by `npm start` it ends with its parent. */
try {
  const config = readConfig(process.env)
  await demandDataDir(config.dataDir)
  const logger = createLogger(config.logLevel)
  const resources = openResources(config, logger, 'jishi-worker')
  const queue = openDatabase(config.databaseUrl ?? '', logger, { max: 5, role: null, name: 'jishi-queue' })
  const { jobs, schedules } = wire(resources)
  const runner = await startWorker(queue.pool, jobs, schedules, logger)
  process.send?.('ready')
  process.on('disconnect', () => process.exit(0))
  closeWithGrace({ delay: 10_000 }, async ({ err }) => {
    if (err) logger.error({ err }, 'closing after an error')
    await runner.stop()
    await Promise.all([resources.database.close(), queue.close()])
  })
} catch (error) {
  process.stderr.write(`${explainStartup(error)}\n`)
  process.exit(1)
}
