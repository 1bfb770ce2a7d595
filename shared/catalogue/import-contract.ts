import { z } from 'zod'
import {
  CategoryChoice,
  CellCorrection,
  CellProblem,
  ColumnMapping,
  ImportMapping,
  importLimits,
  MappingConstants,
  RowPreview,
  RowState,
} from '#shared/catalogue/import.ts'
import { endpoint, NoContent, pageOf, pageQuery } from '#shared/http.ts'
import { ImportId, MarketSlug, ShopId } from '#shared/ids.ts'
import { Localised, line } from '#shared/text.ts'

const tag = 'catalogue import'
const shop = z.strictObject({ market: MarketSlug, shop: ShopId })
const one = shop.extend({ import: ImportId })

/**
 * `checking`: the file is being read, or read again after a change of mapping or cells. `ready`: the preview waits for the
 * seller. `refused`: the file cannot be read, `refusal` says why. `importing`: products are being written, whole ones only.
 */
export const importStates = ['checking', 'ready', 'refused', 'importing', 'done', 'failed'] as const
export const ImportState = z.enum(importStates)
export type ImportState = z.infer<typeof ImportState>

export const ImportCounts = z.object({
  rows: z.int(),
  ok: z.int(),
  warning: z.int(),
  error: z.int(),
  ignored: z.int(),
  /** Products that can be written, and styles of which no row can. */
  products: z.int(),
  productsRefused: z.int(),
  skus: z.int(),
})
export type ImportCounts = z.infer<typeof ImportCounts>

export const ImportProgress = z.object({
  total: z.int(),
  created: z.int(),
  updated: z.int(),
  /** Left as they were: nothing differs. */
  unchanged: z.int(),
  /** Left as they were, with a reason: under review, or the change would break a rule of a listed product. */
  failed: z.int(),
})
export type ImportProgress = z.infer<typeof ImportProgress>

export const ImportLine = z.object({
  id: z.string(),
  fileName: z.string(),
  state: ImportState,
  version: z.int(),
  /** `code` is one of `refusalCodes`; import-messages.ts has the sentence. */
  refusal: z
    .object({ code: z.string(), facts: z.record(z.string(), z.union([z.string(), z.number()])) })
    .nullable(),
  counts: ImportCounts,
  progress: ImportProgress,
  createdAt: z.string(),
  updatedAt: z.string(),
  actions: z.array(z.string()),
})
export type ImportLine = z.infer<typeof ImportLine>

export const ImportView = ImportLine.extend({
  layout: z
    .object({
      kind: z.enum(['row-per-sku', 'size-matrix', 'json-objects', 'notes']),
      sheet: z.string(),
      /** Number of the first row under the headings, as the spreadsheet program shows it. */
      firstRow: z.int(),
      columns: z.array(z.object({ column: z.int(), header: z.string(), group: z.string() })),
    })
    .nullable(),
  mapping: ImportMapping.nullable(),
  /** Styles that stay out, and products that could not be written, at most 100. */
  troubled: z.array(
    z.object({
      styleNo: z.string(),
      problems: z.array(CellProblem),
      /** Why a good product could not be written, as a problem code and its title. */
      problem: z.object({ code: z.string(), title: Localised }).nullable(),
    }),
  ),
})
export type ImportView = z.infer<typeof ImportView>

export const uploadImport = endpoint({
  operationId: 'uploadImport',
  tag,
  summary: 'Upload a list of products: CSV, XLSX or JSON as the raw body',
  method: 'POST',
  path: '/markets/:market/shops/:shop/imports',
  access: 'signed-in',
  params: shop,
  query: z.strictObject({ fileName: line(200) }),
  file: {
    types: [
      'application/octet-stream',
      'text/csv',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ],
    maxBytes: importLimits.fileBytes,
  },
  status: 202,
  response: ImportLine,
})

export const listImports = endpoint({
  operationId: 'listImports',
  tag,
  summary: 'Lists that a shop uploaded, newest first',
  method: 'GET',
  path: '/markets/:market/shops/:shop/imports',
  access: 'signed-in',
  params: shop,
  query: z.strictObject({ ...pageQuery }),
  response: pageOf(ImportLine),
})

export const getImport = endpoint({
  operationId: 'getImport',
  tag,
  summary: 'A list with its state, how its columns are read, and its counts',
  method: 'GET',
  path: '/markets/:market/shops/:shop/imports/:import',
  access: 'signed-in',
  params: one,
  response: ImportView,
})

const changed = ['request/changed-meanwhile', 'catalogue/import-not-ready'] as const

export const putImportMapping = endpoint({
  operationId: 'putImportMapping',
  tag,
  summary: 'Say what the columns mean; the list is read again',
  method: 'PUT',
  path: '/markets/:market/shops/:shop/imports/:import/mapping',
  access: 'signed-in',
  params: one,
  body: z.strictObject({
    version: z.int().min(1),
    columns: z.array(ColumnMapping).max(importLimits.columns),
    constants: MappingConstants,
    categories: z.array(CategoryChoice).max(2000),
  }),
  status: 202,
  response: ImportLine,
  problems: changed,
})

export const listImportRows = endpoint({
  operationId: 'listImportRows',
  tag,
  summary: 'Rows of a list with what was read from each cell and what is wrong with it',
  method: 'GET',
  path: '/markets/:market/shops/:shop/imports/:import/rows',
  access: 'signed-in',
  params: one,
  query: z.strictObject({ ...pageQuery, filter: RowState.optional() }),
  response: pageOf(RowPreview.extend({ written: z.array(z.string()) })),
})

export const patchImportCells = endpoint({
  operationId: 'patchImportCells',
  tag,
  summary: 'Write cells anew; the list is read again with them',
  method: 'PATCH',
  path: '/markets/:market/shops/:shop/imports/:import/cells',
  access: 'signed-in',
  params: one,
  body: z.strictObject({ version: z.int().min(1), cells: z.array(CellCorrection).min(1).max(2000) }),
  status: 202,
  response: ImportLine,
  problems: changed,
})

export const confirmImport = endpoint({
  operationId: 'confirmImport',
  tag,
  summary: 'Write the products that can be written; with `submit`, hand those without faults to review',
  method: 'POST',
  path: '/markets/:market/shops/:shop/imports/:import/confirm',
  access: 'signed-in',
  params: one,
  body: z.strictObject({ version: z.int().min(1), submit: z.boolean() }),
  status: 202,
  response: ImportLine,
  problems: [...changed, 'catalogue/import-nothing'],
})

/** The rows left out, as a CSV file with reasons (served as a file, so it has no response schema of its own). */
export const rejectedRowsPath = '/markets/:market/shops/:shop/imports/:import/rejected'

export const deleteImport = endpoint({
  operationId: 'deleteImport',
  tag,
  summary:
    'Delete an uploaded list; products already written stay, a running import stops between two products',
  method: 'DELETE',
  path: '/markets/:market/shops/:shop/imports/:import',
  access: 'signed-in',
  params: one,
  status: 204,
  response: NoContent,
})
