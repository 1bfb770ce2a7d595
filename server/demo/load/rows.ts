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
 * Writes rows of a table in few statements: one array per column, which PostgreSQL takes apart again. Tens of thousands of rows a
 * second, and the values are those of the drizzle table's type. Columns that no row of the list names keep their defaults.
 */
export async function writeRows<T extends PgTable>(
  client: pg.ClientBase,
  table: T,
  rows: readonly InferInsertModel<T>[],
): Promise<void> {
  if (rows.length === 0) return
  const named = new Set(
    rows.flatMap((row) =>
      Object.entries(row)
        .filter(([, value]) => value !== undefined)
        .map(([key]) => key),
    ),
  )
  const columns = Object.entries(getTableColumns(table))
    .filter(([key]) => named.has(key))
    .map(([key, column]) => ({ key, name: `"${casing.getColumnCasing(column)}"`, type: column.getSQLType() }))
  const target = `insert into "${getTableName(table)}" (${columns.map(({ name }) => name).join(', ')})`
  // Arrays of arrays do not come apart row by row: tables with an array column, which are small, go as JSON.
  const asJson = columns.some(({ type }) => type.endsWith('[]'))
  // The next rows are made ready while PostgreSQL writes these.
  let writing: Promise<unknown> = Promise.resolve()
  for (let start = 0; start < rows.length; start += rowsAtOnce) {
    const batch = rows.slice(start, start + rowsAtOnce) as Record<string, unknown>[]
    if (asJson) {
      const fields = columns.map(({ name, type }) => `${name} ${type}`).join(', ')
      const objects = batch.map((row) =>
        Object.fromEntries(columns.map(({ key, name }) => [name.slice(1, -1), plain(row[key])])),
      )
      const text = JSON.stringify(objects)
      await writing
      writing = client.query(`${target} select * from jsonb_to_recordset($1::jsonb) as given(${fields})`, [
        text,
      ])
    } else {
      const arrays = columns.map(({ type }, index) => `$${index + 1}::${type}[]`).join(', ')
      const values = columns.map(({ key, type }) =>
        batch.map((row) =>
          type === 'jsonb' && row[key] !== null && row[key] !== undefined
            ? JSON.stringify(row[key])
            : plain(row[key]),
        ),
      )
      await writing
      writing = client.query(`${target} select * from unnest(${arrays})`, values)
    }
  }
  await writing
}

const plain = (value: unknown): unknown =>
  value instanceof Uint8Array ? `\\x${Buffer.from(value).toString('hex')}` : value

/** An id made of a name instead of chance: the same world has the same ids. `at` is the moment that the id carries. */
export function idOf(kind: IdKind, key: string, at: Date): string {
  const digest = createHash('sha256').update(`jishi demo ${kind} ${key}`).digest()
  return newId(kind, at.getTime(), (bytes) => digest.subarray(0, bytes))
}
