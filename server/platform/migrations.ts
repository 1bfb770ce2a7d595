import { fileURLToPath } from 'node:url'
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import { runMigrations } from 'graphile-worker'
import pg from 'pg'
import { applicationRole } from './db.ts'
import type { Logger } from './logger.ts'

const folder = fileURLToPath(new URL('../../migrations', import.meta.url))

/**
 * Brings the database to the newest schema: the queue's own tables, then ours, forward only, under an advisory lock so that two
 * processes that start together apply each migration once. Then grants the application role what it needs and nothing more.
 */
export async function migrateDatabase(url: string, logger: Logger): Promise<void> {
  const client = new pg.Client({ connectionString: url, application_name: 'jishi-migrate' })
  await client.connect()
  try {
    await client.query(`select pg_advisory_lock(hashtextextended('jishi migrations', 0))`)
    await client.query(ensureRole)
    await runMigrations({ connectionString: url })
    await migrate(drizzle(client, { casing: 'snake_case' }), { migrationsFolder: folder })
    await client.query(grants)
    logger.debug('database schema is up to date')
  } finally {
    await client.end()
  }
}

// Roles belong to the whole server: two databases migrated at the same moment may race to make it.
const ensureRole = `do $$ begin
  if not exists (select from pg_roles where rolname = '${applicationRole}') then
    begin
      create role ${applicationRole} nologin nosuperuser nocreatedb nocreaterole nobypassrls;
    exception when duplicate_object or unique_violation then null;
    end;
  end if;
  if not pg_has_role(current_user, '${applicationRole}', 'set') then
    execute format('grant ${applicationRole} to %I', current_user);
  end if;
end $$`

// Data of every table, but no schema; the audit log and the ledger are append-only through their functions (see the migrations).
const grants = `
  grant usage on schema public to ${applicationRole};
  grant select, insert, update, delete on all tables in schema public to ${applicationRole};
  grant usage, select on all sequences in schema public to ${applicationRole};
  grant execute on all functions in schema public to ${applicationRole};
  revoke insert, update, delete, truncate on audit_log from ${applicationRole};
`
