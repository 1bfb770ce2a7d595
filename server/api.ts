import { flushCompileCache } from 'node:module'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { buildApp } from './app.ts'
import { mountPages } from './pages.ts'
import { systemClock } from './platform/clock.ts'
import { type Config, ConfigError } from './platform/config.ts'
import { openDatabase } from './platform/db.ts'
import type { Logger } from './platform/logger.ts'
import { folderStore } from './platform/object-store.ts'
import type { Resources } from './platform/resources.ts'
import { type Wiring, wire } from './wiring.ts'

/** Opens what the capabilities are built on. Needs `config.databaseUrl`. */
export function openResources(config: Config, logger: Logger, name: string): Resources {
  if (config.databaseUrl === undefined) throw new ConfigError('DATABASE_URL: is required')
  return {
    config,
    database: openDatabase(config.databaseUrl, logger, { name }),
    clock: systemClock,
    logger,
    objects: folderStore(join(config.dataDir, 'files')),
  }
}

export type RunningApi = { app: FastifyInstance; wiring: Wiring; close: () => Promise<void> }

/** Builds the application, mounts the pages, and listens on `config.host:config.port`. */
export async function startApi(config: Config, logger: Logger): Promise<RunningApi> {
  if (config.meili)
    logger.warn('MEILI_URL is set, but this version has no adapter for it: PostgreSQL searches')
  const resources = openResources(config, logger, 'jishi-api')
  const wiring = wire(resources)
  const app = await buildApp(resources, wiring)
  await mountPages(app, resources, wiring)
  await app.listen({ host: config.host, port: config.port }).catch((error: NodeJS.ErrnoException) => {
    const why = error.code === 'EADDRINUSE' ? `${config.port} is in use` : `cannot listen (${error.code})`
    throw new ConfigError(`HOST, PORT: ${why}`)
  })
  // The next start reads what this one compiled (NODE_COMPILE_CACHE); a process that is killed would not leave it.
  flushCompileCache()
  return {
    app,
    wiring,
    close: async () => {
      await app.close()
      await resources.database.close()
    },
  }
}
