import { sql } from 'drizzle-orm'
import type { Db } from '#server/platform/db.ts'
import type {
  CellCorrection,
  CellProblem,
  ImportMapping,
  RowPreview,
  RowState,
} from '#shared/catalogue/import.ts'
import type {
  ImportCounts,
  ImportProgress,
  ImportState,
  ImportView,
} from '#shared/catalogue/import-contract.ts'
import type { ProductDraft } from '#shared/catalogue/product.ts'

export type StoredImport = {
  id: string
  shopId: string
  personId: string
  fileKey: string
  fileName: string
  state: ImportState
  version: number
  layout: ImportView['layout']
  mapping: ImportMapping | null
  corrections: CellCorrection[]
  refusal: { code: string; facts: Record<string, string | number> } | null
  counts: Partial<ImportCounts>
  progress: Partial<ImportProgress>
  cursor: number
  submit: boolean
  createdAt: string
  updatedAt: string
}

const columns = sql`id, shop_id as "shopId", person_id as "personId", file_key as "fileKey", file_name as "fileName", state, version,
  layout, mapping, corrections, refusal, counts, progress, cursor, submit, iso_moment(created_at) as "createdAt",
  iso_moment(updated_at) as "updatedAt"`

export async function insertImport(
  db: Db,
  marketId: string,
  item: { id: string; shopId: string; personId: string; fileKey: string; fileName: string },
): Promise<void> {
  await db.execute(sql`insert into imports (market_id, id, shop_id, person_id, file_key, file_name, state)
    values (${marketId}, ${item.id}, ${item.shopId}, ${item.personId}, ${item.fileKey}, ${item.fileName}, 'checking')`)
}

export async function readImport(db: Db, marketId: string, id: string): Promise<StoredImport | null> {
  const { rows } = await db.execute<StoredImport>(
    sql`select ${columns} from imports where market_id = ${marketId} and id = ${id}`,
  )
  return rows[0] ?? null
}

/** The import's row, held for the transaction: one batch at a time writes its products. */
export async function lockImport(db: Db, marketId: string, id: string): Promise<StoredImport | null> {
  const { rows } = await db.execute<StoredImport>(
    sql`select ${columns} from imports where market_id = ${marketId} and id = ${id} for update`,
  )
  return rows[0] ?? null
}

export async function pageOfImports(
  db: Db,
  marketId: string,
  shopId: string,
  after: string | null,
  limit: number,
): Promise<StoredImport[]> {
  const { rows } = await db.execute<StoredImport>(sql`select ${columns} from imports
    where market_id = ${marketId} and shop_id = ${shopId} ${after ? sql`and id < ${after}` : sql``}
    order by id desc limit ${limit}`)
  return rows
}

type Change = Partial<
  Pick<
    StoredImport,
    'state' | 'layout' | 'mapping' | 'corrections' | 'refusal' | 'counts' | 'progress' | 'cursor' | 'submit'
  >
>

/** Changes an import on the version that was read; the version goes up. False: it changed meanwhile. */
export async function changeImport(
  db: Db,
  marketId: string,
  { id, version }: { id: string; version: number },
  change: Change,
): Promise<boolean> {
  const { rowCount } = await db.execute(sql`update imports i set version = i.version + 1, updated_at = now(),
      state = coalesce(x.state, i.state), layout = coalesce(x.layout, i.layout), mapping = coalesce(x.mapping, i.mapping),
      corrections = coalesce(x.corrections, i.corrections), refusal = coalesce(x.refusal, i.refusal),
      counts = coalesce(x.counts, i.counts), progress = coalesce(x.progress, i.progress),
      cursor = coalesce(x.cursor, i.cursor), submit = coalesce(x.submit, i.submit)
    from jsonb_to_record(${JSON.stringify(change)}::jsonb) as x(state text, layout jsonb, mapping jsonb, corrections jsonb,
      refusal jsonb, counts jsonb, progress jsonb, cursor int, submit boolean)
    where i.market_id = ${marketId} and i.id = ${id} and i.version = ${version}`)
  return rowCount === 1
}

export async function deleteImport(db: Db, marketId: string, id: string): Promise<void> {
  await db.execute(sql`delete from imports where market_id = ${marketId} and id = ${id}`)
}

export type PlannedProduct = {
  position: number
  styleNo: string
  draft: ProductDraft | null
  problems: readonly CellProblem[]
  state: 'waiting' | 'refused'
}
export type WrittenRow = RowPreview & { written: string[] }

/** Puts what was read from the file in place of what was read before. */
export async function replaceReading(
  db: Db,
  marketId: string,
  importId: string,
  rows: readonly WrittenRow[],
  planned: readonly PlannedProduct[],
): Promise<void> {
  await db.execute(sql`delete from import_rows where market_id = ${marketId} and import_id = ${importId}`)
  await db.execute(sql`delete from import_products where market_id = ${marketId} and import_id = ${importId}`)
  for (let from = 0; from < rows.length; from += 2000) {
    const part = rows.slice(from, from + 2000).map(({ written, ...preview }) => ({ written, preview }))
    await db.execute(sql`insert into import_rows (market_id, import_id, row, state, cells, preview)
      select ${marketId}, ${importId}, (x.preview ->> 'row')::int, x.preview ->> 'state', x.written, x.preview
      from jsonb_to_recordset(${storable(part)}::jsonb) as x(written jsonb, preview jsonb)`)
  }
  for (let from = 0; from < planned.length; from += 500) {
    const part = planned.slice(from, from + 500)
    await db.execute(sql`insert into import_products (market_id, import_id, position, style_no, draft, problems, state)
      select ${marketId}, ${importId}, x.position, x."styleNo", x.draft, x.problems, x.state
      from jsonb_to_recordset(${storable(part)}::jsonb)
        as x(position int, "styleNo" text, draft jsonb, problems jsonb, state text)`)
  }
}

/** JSON that PostgreSQL takes: a NUL in a cell of a damaged file is left out. */
const storable = (value: unknown): string => JSON.stringify(value).replaceAll('\\u0000', '')

export async function pageOfRows(
  db: Db,
  marketId: string,
  importId: string,
  { filter, after, limit }: { filter?: RowState | undefined; after: number; limit: number },
): Promise<WrittenRow[]> {
  const { rows } = await db.execute<{
    written: string[]
    preview: RowPreview
  }>(sql`select cells as written, preview
    from import_rows where market_id = ${marketId} and import_id = ${importId} and row > ${after}
      ${filter ? sql`and state = ${filter}` : sql``} order by row limit ${limit}`)
  return rows.map(({ written, preview }) => ({ ...preview, written }))
}

export async function troubledProducts(
  db: Db,
  marketId: string,
  importId: string,
  limit: number,
): Promise<{ styleNo: string; problems: CellProblem[]; problem: string | null }[]> {
  const { rows } = await db.execute<{
    styleNo: string
    problems: CellProblem[]
    problem: string | null
  }>(sql`select style_no as "styleNo", problems, problem
    from import_products where market_id = ${marketId} and import_id = ${importId} and state in ('refused', 'failed')
    order by position limit ${limit}`)
  return rows
}

/** The next products to be written, in the list's order. */
export async function nextProducts(
  db: Db,
  marketId: string,
  importId: string,
  from: number,
  limit: number,
): Promise<{ position: number; draft: ProductDraft }[]> {
  const { rows } = await db.execute<{
    position: number
    draft: ProductDraft
  }>(sql`select position, draft from import_products
    where market_id = ${marketId} and import_id = ${importId} and position >= ${from} and state = 'waiting'
    order by position limit ${limit}`)
  return rows
}

export type Outcome = {
  position: number
  state: 'created' | 'updated' | 'unchanged' | 'failed'
  productId: string | null
  problem: string | null
}

export async function noteOutcomes(
  db: Db,
  marketId: string,
  importId: string,
  outcomes: readonly Outcome[],
): Promise<void> {
  await db.execute(sql`update import_products p set state = x.state, product_id = x."productId", problem = x.problem
    from jsonb_to_recordset(${JSON.stringify(outcomes)}::jsonb) as x(position int, state text, "productId" text, problem text)
    where p.market_id = ${marketId} and p.import_id = ${importId} and p.position = x.position`)
}

export async function rememberMapping(
  db: Db,
  marketId: string,
  shopId: string,
  mapping: ImportMapping,
): Promise<void> {
  await db.execute(sql`insert into remembered_mappings (market_id, shop_id, signature, mapping)
    values (${marketId}, ${shopId}, ${mapping.signature}, ${JSON.stringify(mapping)}::jsonb)
    on conflict (market_id, shop_id, signature) do update set mapping = excluded.mapping, used_at = now()`)
}

export async function rememberedMapping(
  db: Db,
  marketId: string,
  shopId: string,
  signature: string,
): Promise<ImportMapping | null> {
  const { rows } = await db.execute<{ mapping: ImportMapping }>(sql`select mapping from remembered_mappings
    where market_id = ${marketId} and shop_id = ${shopId} and signature = ${signature}`)
  return rows[0]?.mapping ?? null
}
