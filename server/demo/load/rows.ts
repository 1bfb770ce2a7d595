import { createHash } from 'node:crypto'
import { getTableColumns, getTableName, type InferInsertModel } from 'drizzle-orm'
import { CasingCache } from 'drizzle-orm/casing'
import type { PgTable } from 'drizzle-orm/pg-core'
import type pg from 'pg'
import { newId } from '#server/platform/ids.ts'
import type { IdKind } from '#shared/ids.ts'

const casing = new CasingCache('snake_case')
const rowsAtOnce = 2_000

/**
 * Writes rows of a table in few statements: a JSON array that PostgreSQL takes apart. Thousands of rows a second, and the values are
 * those of the drizzle table's type. Columns that no row of the list names keep their defaults.
 */
export async function writeRows<T extends PgTable>(client: pg.ClientBase, table: T, rows: readonly InferInsertModel<T>[]): Promise<void> {
  const first = rows[0]
  if (first === undefined) return
  const named = new Set(rows.flatMap((row) => Object.entries(row).filter(([, value]) => value !== undefined).map(([key]) => key)))
  const columns = Object.entries(getTableColumns(table)).filter(([key]) => named.has(key))
  const names = columns.map(([, column]) => `"${casing.getColumnCasing(column)}"`)
  const name = `"${getTableName(table)}"`
  for (let start = 0; start < rows.length; start += rowsAtOnce) {
    const batch = rows.slice(start, start + rowsAtOnce).map((row) =>
      Object.fromEntries(columns.map(([key, column]) => [casing.getColumnCasing(column), plain((row as Record<string, unknown>)[key])])),
    )
    await client.query(`insert into ${name} (${names.join(', ')}) select ${names.join(', ')} from jsonb_populate_recordset(null::${name}, $1::jsonb)`, [
      JSON.stringify(batch),
    ])
  }
}

const plain = (value: unknown): unknown => (value instanceof Uint8Array ? `\\x${Buffer.from(value).toString('hex')}` : value)

/** An id made of a name instead of chance: the same world has the same ids. `at` is the moment that the id carries. */
export function idOf(kind: IdKind, key: string, at: Date): string {
  const digest = createHash('sha256').update(`jishi demo ${kind} ${key}`).digest()
  return newId(kind, at.getTime(), (bytes) => digest.subarray(0, bytes))
}
