import type { z } from 'zod'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import { cursorOf, readCursor } from '#server/platform/cursor.ts'
import type { Tx } from '#server/platform/db.ts'
import { newId } from '#server/platform/ids.ts'
import { enqueue } from '#server/platform/jobs.ts'
import { demand, notFound, ProblemError } from '#server/platform/problems.ts'
import { type CellCorrection, importLimits, type RowState } from '#shared/catalogue/import.ts'
import type {
  ImportLine,
  ImportView,
  listImportRows,
  listImports,
  putImportMapping,
} from '#shared/catalogue/import-contract.ts'
import { catalogueProblems } from '#shared/catalogue/problems.ts'
import type { BodyOf, ResponseOf } from '#shared/http.ts'
import { allowed, commonProblems, type Decision, type ProblemCatalogue, refused } from '#shared/problem.ts'
import type { Locale, Localised } from '#shared/text.ts'
import { type Catalogue, inShop, type ShopScope } from '../actions/context.ts'
import { rejectedRowsFile } from '../domain/import/rejected-rows.ts'
import { mayEditShop } from '../policy.ts'
import { openList } from './check.ts'
import * as store from './store.ts'

type Where = { market: string; shop: string }
type One = Where & { import: string }

/** Names of the jobs; index.ts says what they do. */
export const importJobs = { check: 'catalogue.check-import', run: 'catalogue.run-import' } as const

const mayChange = ({ state }: store.StoredImport): Decision =>
  state === 'ready' || state === 'checking' ? allowed : refused('catalogue/import-not-ready', { state })

function lineOf({ actor, shop }: ShopScope, found: store.StoredImport): z.output<typeof ImportLine> {
  const { id, fileName, state, version, refusal, counts, progress, createdAt, updatedAt } = found
  const possible: [string, boolean][] = [
    ['map', mayChange(found).ok],
    ['correct', mayChange(found).ok],
    ['confirm', state === 'ready' && (counts.products ?? 0) > 0],
    ['delete', true],
  ]
  const none = { rows: 0, ok: 0, warning: 0, error: 0, ignored: 0, products: 0, productsRefused: 0, skus: 0 }
  return {
    id,
    fileName,
    state,
    version,
    refusal,
    counts: { ...none, ...counts },
    progress: { total: 0, created: 0, updated: 0, unchanged: 0, failed: 0, ...progress },
    createdAt,
    updatedAt,
    actions: mayEditShop(actor, shop).ok ? possible.filter(([, can]) => can).map(([name]) => name) : [],
  }
}

async function ofShop(tx: Tx, { market, shop }: ShopScope, id: string): Promise<store.StoredImport> {
  const found = await store.readImport(tx, market.id, id)
  if (found?.shopId !== shop.id) throw notFound()
  return found
}

const askForCheck = (tx: Tx, marketId: string, importId: string, version: number): Promise<void> =>
  enqueue(tx, importJobs.check, { marketId, importId, version }, { key: `check ${importId}` })

/** Keeps an uploaded file and asks for its reading. */
export async function uploadList(
  catalogue: Catalogue,
  actor: Actor,
  where: Where,
  { bytes, fileName }: { bytes: Buffer; fileName: string },
): Promise<ImportLine> {
  await inShop(catalogue, actor, where, 'edit', async () => undefined)
  const id = newId('import', catalogue.clock.now().getTime())
  const fileKey = `imports/${id}`
  await catalogue.objects.put(fileKey, bytes)
  return inShop(catalogue, actor, where, 'edit', async (tx, scope) => {
    const { market, shop } = scope
    await store.insertImport(tx, market.id, {
      id,
      shopId: shop.id,
      personId: actor.personId,
      fileKey,
      fileName,
    })
    await askForCheck(tx, market.id, id, 1)
    return lineOf(scope, await ofShop(tx, scope, id))
  })
}

/** Lists of a shop, newest first. */
export function listLists(
  catalogue: Catalogue,
  actor: Actor,
  where: Where,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<ResponseOf<typeof listImports>> {
  const after = readCursor(cursor, 'id')?.[0] ?? null
  return inShop(catalogue, actor, where, 'see', async (tx, scope) => {
    const found = await store.pageOfImports(tx, scope.market.id, scope.shop.id, after, limit + 1)
    const items = found.slice(0, limit).map((each) => lineOf(scope, each))
    const last = found.length > limit ? items.at(-1) : undefined
    return { items, nextCursor: last ? cursorOf(last.id) : null }
  })
}

/** What a problem code is called; the code itself where nobody named it. */
function titleOf(code: string): Localised {
  const texts: ProblemCatalogue = { ...commonProblems, ...catalogueProblems }
  return Object.entries(texts).find(([known]) => known === code)?.[1].title ?? { zh: code, en: code }
}

/** A list with how it is read. */
export function getList(catalogue: Catalogue, actor: Actor, where: One): Promise<ImportView> {
  return inShop(catalogue, actor, where, 'see', async (tx, scope) => {
    const found = await ofShop(tx, scope, where.import)
    const products = await store.troubledProducts(tx, scope.market.id, found.id, 100)
    const troubled = products.map(({ problem, ...product }) => ({
      ...product,
      problem: problem === null ? null : { code: problem, title: titleOf(problem) },
    }))
    return { ...lineOf(scope, found), layout: found.layout, mapping: found.mapping, troubled }
  })
}

/** Changes how a list is read and asks for a new reading. */
function rereading(
  catalogue: Catalogue,
  actor: Actor,
  where: One,
  version: number,
  change: (found: store.StoredImport) => Parameters<typeof store.changeImport>[3],
): Promise<ImportLine> {
  return inShop(catalogue, actor, where, 'edit', async (tx, scope) => {
    const found = await ofShop(tx, scope, where.import)
    demand(mayChange(found))
    if (
      found.version !== version ||
      !(await store.changeImport(tx, scope.market.id, found, { ...change(found), state: 'checking' }))
    )
      throw new ProblemError('request/changed-meanwhile')
    await askForCheck(tx, scope.market.id, found.id, version + 1)
    return lineOf(scope, await ofShop(tx, scope, found.id))
  })
}

/** Says what the columns mean. The file's signature and the reader's notes are not the seller's to change. */
export const putMapping = (
  catalogue: Catalogue,
  actor: Actor,
  where: One,
  { version, ...said }: BodyOf<typeof putImportMapping>,
): Promise<ImportLine> =>
  rereading(catalogue, actor, where, version, ({ mapping }) => {
    if (mapping === null) throw new ProblemError('catalogue/import-not-ready', { state: 'checking' })
    return { mapping: { ...mapping, ...said } }
  })

/** Writes cells anew; a later writing of the same cell takes the place of the earlier. */
export const patchCells = (
  catalogue: Catalogue,
  actor: Actor,
  where: One,
  { version, cells }: { version: number; cells: CellCorrection[] },
): Promise<ImportLine> =>
  rereading(catalogue, actor, where, version, ({ corrections }) => {
    const byCell = new Map([...corrections, ...cells].map((cell) => [`${cell.row} ${cell.column}`, cell]))
    return { corrections: [...byCell.values()] }
  })

/** Rows of a list, by their state. */
export function listRows(
  catalogue: Catalogue,
  actor: Actor,
  where: One,
  { filter, cursor, limit }: { filter?: RowState | undefined; cursor?: string | undefined; limit: number },
): Promise<ResponseOf<typeof listImportRows>> {
  const after = Number(readCursor(cursor, 'row')?.[0] ?? 0)
  return inShop(catalogue, actor, where, 'see', async (tx, scope) => {
    await ofShop(tx, scope, where.import)
    const rows = await store.pageOfRows(tx, scope.market.id, where.import, {
      filter,
      after,
      limit: limit + 1,
    })
    const items = rows.slice(0, limit)
    const last = rows.length > limit ? items.at(-1) : undefined
    return { items, nextCursor: last ? cursorOf(String(last.row)) : null }
  })
}

/** Starts the writing of what can be written, and remembers how such lists are read. */
export function confirmList(
  catalogue: Catalogue,
  actor: Actor,
  where: One,
  { version, submit }: { version: number; submit: boolean },
): Promise<ImportLine> {
  return inShop(catalogue, actor, where, 'edit', async (tx, scope) => {
    const found = await ofShop(tx, scope, where.import)
    const marketId = scope.market.id
    if (found.state !== 'ready') throw new ProblemError('catalogue/import-not-ready', { state: found.state })
    const total = found.counts.products ?? 0
    if (total === 0) throw new ProblemError('catalogue/import-nothing')
    const progress = { total, created: 0, updated: 0, unchanged: 0, failed: 0 }
    const change = { state: 'importing', submit, cursor: 0, progress } as const
    if (found.version !== version || !(await store.changeImport(tx, marketId, found, change)))
      throw new ProblemError('request/changed-meanwhile')
    if (found.mapping) await store.rememberMapping(tx, marketId, scope.shop.id, found.mapping)
    await enqueue(tx, importJobs.run, { marketId, importId: found.id }, { key: `run ${found.id}` })
    const after = lineOf(scope, await ofShop(tx, scope, found.id))
    const facts = { products: total, submit }
    await audit(tx, { stream: marketId, actor, action: 'catalogue.import', subject: found.id, facts })
    return after
  })
}

/** Deletes a list with its file. Products already written stay. */
export async function deleteList(catalogue: Catalogue, actor: Actor, where: One): Promise<void> {
  const fileKey = await inShop(catalogue, actor, where, 'edit', async (tx, scope) => {
    const found = await ofShop(tx, scope, where.import)
    await store.deleteImport(tx, scope.market.id, found.id)
    return found.fileKey
  })
  await catalogue.objects.remove(fileKey)
}

/** The rows left out, as a file to correct and upload again. */
export async function rejectedFile(
  catalogue: Catalogue,
  actor: Actor,
  where: One,
  locale: Locale,
): Promise<{ name: string; bytes: Uint8Array }> {
  const { found, rows, failed } = await inShop(catalogue, actor, where, 'see', async (tx, scope) => {
    const found = await ofShop(tx, scope, where.import)
    const troubled = await store.troubledProducts(tx, scope.market.id, where.import, importLimits.rows)
    const failed = troubled.flatMap(({ styleNo, problem }) =>
      problem === null ? [] : [{ styleNo, problem }],
    )
    const filter: RowState | undefined = failed.length === 0 ? 'error' : undefined
    const page = { filter, after: 0, limit: importLimits.rows }
    return { found, failed, rows: await store.pageOfRows(tx, scope.market.id, where.import, page) }
  })
  const refusedStyles = new Map(failed.map(({ styleNo, problem }) => [styleNo, titleOf(problem)[locale]]))
  const opened = await openList(catalogue, found)
  if ('refused' in opened) throw new ProblemError('catalogue/import-not-ready', { state: found.state })
  return {
    name: `${found.id}-rejected.csv`,
    bytes: rejectedRowsFile(opened.sheet, opened.layout, rows, locale, refusedStyles),
  }
}
