import { sql } from 'drizzle-orm'
import { bigint, customType, jsonb, text, timestamp } from 'drizzle-orm/pg-core'

/** Primary or foreign key column holding a prefixed id (shared/ids.ts). */
export const idColumn = () => text()

/** A moment, UTC, from PostgreSQL's clock unless given. */
export const moment = () => timestamp({ withTimezone: true, mode: 'date', precision: 3 })
export const createdAt = () => moment().notNull().default(sql`now()`)

/** Minor units of a currency; PostgreSQL's bigint read as a JavaScript number (checked safe by the driver's parser, see db.ts). */
export const minorUnits = () => bigint({ mode: 'number' })

/** `{ zh, en }` as JSON. */
export const localised = () => jsonb().$type<{ zh: string; en: string }>()

export const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' })
