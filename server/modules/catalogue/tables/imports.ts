import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
} from 'drizzle-orm/pg-core'
import { createdAt, idColumn } from '#server/platform/columns.ts'
import type { ProductDraft } from '#shared/catalogue/product.ts'
import { shops } from '../../shops/tables.ts'

// Lists that shops upload, read row by row until they are goods.

export const imports = pgTable(
  'imports',
  {
    marketId: idColumn().notNull(),
    id: idColumn().notNull(),
    shopId: idColumn().notNull(),
    personId: idColumn().notNull(),
    fileKey: text().notNull(),
    fileName: text().notNull(),
    state: text().$type<'checking' | 'ready' | 'refused' | 'importing' | 'done' | 'failed'>().notNull(),
    version: integer().notNull().default(1),
    layout: jsonb().$type<object>(),
    mapping: jsonb().$type<object>(),
    /** Cells the seller wrote anew: `{ row, column, value }`. */
    corrections: jsonb().$type<object[]>().notNull().default([]),
    refusal: jsonb().$type<{ code: string; facts: Record<string, string | number> }>(),
    counts: jsonb().$type<Record<string, number>>().notNull().default({}),
    progress: jsonb().$type<Record<string, number>>().notNull().default({}),
    /** Products before this position are written. */
    cursor: integer().notNull().default(0),
    /** Whether products without faults are handed to review as they are written. */
    submit: boolean().notNull().default(false),
    createdAt: createdAt(),
    updatedAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.marketId, t.id] }),
    check(
      'imports_state',
      sql`${t.state} in ('checking', 'ready', 'refused', 'importing', 'done', 'failed')`,
    ),
    foreignKey({
      name: 'imports_shop',
      columns: [t.marketId, t.shopId],
      foreignColumns: [shops.marketId, shops.id],
    }),
    index('imports_of_shop').on(t.marketId, t.shopId, t.id),
  ],
)

/** One row of an uploaded list: the cells as written and what was read from them. */
export const importRows = pgTable(
  'import_rows',
  {
    marketId: idColumn().notNull(),
    importId: idColumn().notNull(),
    row: integer().notNull(),
    state: text().$type<'ok' | 'warning' | 'error' | 'ignored'>().notNull(),
    cells: jsonb().$type<string[]>().notNull(),
    preview: jsonb().$type<object>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.marketId, t.importId, t.row] }),
    foreignKey({
      name: 'import_rows_import',
      columns: [t.marketId, t.importId],
      foreignColumns: [imports.marketId, imports.id],
    }).onDelete('cascade'),
    index('import_rows_by_state').on(t.marketId, t.importId, t.state, t.row),
  ],
)

/** One product that a list would make: whole, or with the faults that keep it out. */
export const importProducts = pgTable(
  'import_products',
  {
    marketId: idColumn().notNull(),
    importId: idColumn().notNull(),
    position: integer().notNull(),
    styleNo: text().notNull(),
    draft: jsonb().$type<ProductDraft>(),
    problems: jsonb().$type<object[]>().notNull(),
    state: text().$type<'waiting' | 'refused' | 'created' | 'updated' | 'unchanged' | 'failed'>().notNull(),
    productId: idColumn(),
    problem: text(),
  },
  (t) => [
    primaryKey({ columns: [t.marketId, t.importId, t.position] }),
    foreignKey({
      name: 'import_products_import',
      columns: [t.marketId, t.importId],
      foreignColumns: [imports.marketId, imports.id],
    }).onDelete('cascade'),
  ],
)

/** How a shop's lists are read, by the signature of their headers: the next list of the same shape needs no mapping. */
export const rememberedMappings = pgTable(
  'remembered_mappings',
  {
    marketId: idColumn().notNull(),
    shopId: idColumn().notNull(),
    signature: text().notNull(),
    mapping: jsonb().$type<object>().notNull(),
    usedAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.marketId, t.shopId, t.signature] }),
    foreignKey({
      name: 'remembered_mappings_shop',
      columns: [t.marketId, t.shopId],
      foreignColumns: [shops.marketId, shops.id],
    }),
  ],
)
