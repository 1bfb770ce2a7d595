import { ConfigError, readConfig } from './platform/config.ts'
import { createLogger } from './platform/logger.ts'
import { migrateDatabase } from './platform/migrations.ts'
import { explainStartup } from './platform/startup.ts'

/** Applies the migrations and exits. Run as the owner of the database. */
try {
  const config = readConfig(process.env)
  if (config.databaseUrl === undefined) throw new ConfigError('DATABASE_URL: is required for this command')
  await migrateDatabase(config.databaseUrl, createLogger(config.logLevel))
} catch (error) {
  process.stderr.write(`${explainStartup(error)}\n`)
  process.exit(1)
}
