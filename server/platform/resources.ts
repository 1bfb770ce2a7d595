import type { Clock } from './clock.ts'
import type { Config } from './config.ts'
import type { Database } from './db.ts'
import type { Logger } from './logger.ts'
import type { ObjectStore } from './object-store.ts'

/** What every capability is built on. */
export type Resources = {
  config: Config
  database: Database
  clock: Clock
  logger: Logger
  objects: ObjectStore
}
