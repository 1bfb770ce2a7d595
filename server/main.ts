import closeWithGrace from 'close-with-grace'
import { startApi } from './api.ts'
import { readConfig } from './platform/config.ts'
import { createLogger } from './platform/logger.ts'
import { demandDataDir, explainStartup } from './platform/startup.ts'

/** The HTTP process of production: settings, application, listen, close in order. Migrations and jobs are processes of their own. */
try {
  const config = readConfig(process.env)
  await demandDataDir(config.dataDir)
  const logger = createLogger(config.logLevel)
  const api = await startApi(config, logger)
  logger.info({ host: config.host, port: config.port }, 'listening')
  closeWithGrace({ delay: 10_000 }, async ({ err }) => {
    if (err) logger.error({ err }, 'closing after an error')
    await api.close()
  })
} catch (error) {
  process.stderr.write(`${explainStartup(error)}\n`)
  process.exit(1)
}
