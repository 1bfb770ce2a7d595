import { inMarket } from '#server/platform/db.ts'
import type { ImportMapping, RowPreview } from '#shared/catalogue/import.ts'
import type { Catalogue } from '../actions/context.ts'
import { dayOf } from '../actions/views.ts'
import { type Assembly, assembleProducts } from '../domain/import/assemble-products.ts'
import { applyCorrections } from '../domain/import/corrections.ts'
import { decodeFile } from '../domain/import/decode-file.ts'
import { findMainSheet, type Layout } from '../domain/import/find-layout.ts'
import { guessMapping } from '../domain/import/guess-mapping.ts'
import { mappingSignature } from '../domain/import/mapping-signature.ts'
import { readRows } from '../domain/import/read-rows.ts'
import { isRefusal, type Refusal, refusal, type Sheet } from '../domain/import/sheet.ts'
import { tellPriceChanges } from '../domain/import/style-prices.ts'
import type { Terms } from '../domain/import/terms.ts'
import type { Vocabulary } from '../domain/import/vocabulary.ts'
import type { MarketFacts } from '../neighbours.ts'
import { pricesByStyle } from '../store/read-products.ts'
import {
  changeImport,
  type PlannedProduct,
  readImport,
  rememberedMapping,
  replaceReading,
  type StoredImport,
} from './store.ts'

/** A file opened: the sheet with the goods, and where its table lies. */
export type Opened = { sheet: Sheet; layout: Layout; terms: Terms }

/** Opens the file of an import as it was uploaded, with the corrected cells in it. */
export async function openList(
  { objects }: Pick<Catalogue, 'objects'>,
  { fileKey, fileName, corrections }: Pick<StoredImport, 'fileKey' | 'fileName' | 'corrections'>,
): Promise<Opened | Refusal> {
  const bytes = await objects.get(fileKey)
  if (bytes === null) return refusal('catalogue/import-file-damaged')
  const file = await decodeFile(bytes, fileName)
  if (isRefusal(file)) return file
  const main = findMainSheet(file)
  const sheet = main === null ? undefined : file.sheets[main.index]
  const layout = main?.layouts[main.index]
  if (!main || !sheet || !layout) return refusal('catalogue/import-no-table')
  return { sheet: applyCorrections(sheet, corrections), layout, terms: main.terms }
}

/** The categories as lists are read with them: every category with the attributes that it inherits. */
export const vocabularyOf = (
  { book }: Pick<Catalogue, 'book'>,
  { currency, categoryIds }: Pick<MarketFacts, 'currency' | 'categoryIds'>,
): Vocabulary => ({
  categories: book.all.map((category) => ({ ...category, attributes: [...book.attributes(category.id)] })),
  currency,
  carried: categoryIds,
})

/**
 * Reads the file of an import and puts the preview in place, guarded by the version that asked for it: a change made meanwhile asks
 * again, and the older reading is dropped. Nothing is written to the shop.
 */
export async function checkImport(
  catalogue: Catalogue,
  { marketId, importId, version }: { marketId: string; importId: string; version: number },
): Promise<void> {
  const { database, neighbours, clock } = catalogue
  const found = await inMarket(database, marketId, (tx) => readImport(tx, marketId, importId))
  const market = (await neighbours.marketsById([marketId])).get(marketId)
  if (!found || !market || found.state !== 'checking' || found.version !== version) return
  const opened = await openList(catalogue, found)
  if ('refused' in opened) {
    const change = { state: 'refused', refusal: { code: opened.refused, facts: opened.facts } } as const
    await inMarket(database, marketId, (tx) => changeImport(tx, marketId, found, change))
    return
  }
  const { sheet, layout, terms } = opened
  const vocabulary = vocabularyOf(catalogue, market)
  const signature = mappingSignature(layout.columns.map(({ header }) => header))
  const remembered = await inMarket(database, marketId, (tx) =>
    rememberedMapping(tx, marketId, found.shopId, signature),
  )
  const mapping = found.mapping ?? guessMapping(sheet, layout, vocabulary, remembered ?? undefined, terms)
  const previews = [...readRows(sheet, layout, mapping, vocabulary, { today: dayOf(clock.now()) })]
  const assembly = assembleProducts(sheet, previews, mapping, vocabulary)
  const styles = assembly.products.map(({ draft }) => draft.styleNo)
  await inMarket(database, marketId, async (tx) => {
    const known = await pricesByStyle(tx, marketId, found.shopId, styles)
    tellPriceChanges({ sheet, mapping, rows: assembly.rows }, assembly.products, known)
    if (!(await changeImport(tx, marketId, found, readingOf(sheet, layout, mapping, assembly)))) return
    const rows = assembly.rows.map((row) => ({ ...row, written: writtenIn(sheet, row) }))
    await replaceReading(tx, marketId, importId, rows, plan(assembly))
  })
}

const writtenIn = (sheet: Sheet, { row }: RowPreview): string[] =>
  (sheet.rows[row - sheet.firstRow] ?? []).map((cell) => cell.text.slice(0, 5000))

const plan = ({ products, rejected }: Assembly): PlannedProduct[] => [
  ...products.map(({ draft, problems }, position) => ({
    position,
    styleNo: draft.styleNo,
    draft,
    problems,
    state: 'waiting' as const,
  })),
  ...rejected.map(({ styleNo, problems }, index) => ({
    position: products.length + index,
    styleNo,
    draft: null,
    problems,
    state: 'refused' as const,
  })),
]

function readingOf(
  sheet: Sheet,
  layout: Layout,
  mapping: ImportMapping,
  { rows, products, rejected }: Assembly,
) {
  const count = (state: RowPreview['state']) => rows.filter((row) => row.state === state).length
  return {
    state: 'ready' as const,
    layout: {
      kind: layout.kind,
      sheet: sheet.name,
      firstRow: sheet.firstRow + layout.firstDataRow,
      columns: [...layout.columns],
    },
    mapping,
    counts: {
      rows: rows.length,
      ok: count('ok'),
      warning: count('warning'),
      error: count('error'),
      ignored: count('ignored'),
      products: products.length,
      productsRefused: rejected.length,
      skus: products.reduce((sum, { draft }) => sum + draft.skus.length, 0),
    },
  }
}
