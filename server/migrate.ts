import { readConfig } from './platform/config.ts'
import { createLogger } from './platform/logger.ts'
import { migrateDatabase } from './platform/migrations.ts'

/** Applies the migrations and exits. Run as the owner of the database. */
const config = readConfig(process.env)
if (config.databaseUrl === undefined) throw new Error('DATABASE_URL: is required for this command')
await migrateDatabase(config.databaseUrl, createLogger(config.logLevel))
