import type { Category } from '#shared/catalogue/category.ts'
import type { CellProblem, ImportMapping, RowPreview } from '#shared/catalogue/import.ts'
import { ProductDraft } from '#shared/catalogue/product.ts'
import { buildDraft } from './build-draft.ts'
import { groupStyles } from './group-styles.ts'
import type { Sheet } from './sheet.ts'
import { judgeBarcodes, judgeCells } from './style-cells.ts'
import { hasError, mostCommon, type StyleGroup, type Workbench } from './style-group.ts'
import { agreeOnPrices } from './style-prices.ts'
import { agreeOnValues } from './style-values.ts'
import { attributeFor, type Vocabulary } from './vocabulary.ts'

export type AssembledProduct = {
  readonly draft: ProductDraft
  /** Rows that the product was made from, 1-based as shown. */
  readonly sourceRows: readonly number[]
  /** Rows of the style that stay out until they are corrected. */
  readonly rejectedRows: readonly number[]
  /** Names of picture files the list gives, in order: a list holds no pictures. */
  readonly imageNames: readonly string[]
  readonly problems: readonly CellProblem[]
}
export type RejectedStyle = {
  readonly styleNo: string
  readonly sourceRows: readonly number[]
  readonly problems: readonly CellProblem[]
}
export type Assembly = {
  readonly products: readonly AssembledProduct[]
  /** Styles without a single row that can be imported. */
  readonly rejected: readonly RejectedStyle[]
  /** The rows given, with what only shows among the rows of a style added to them. */
  readonly rows: readonly RowPreview[]
}

const maxSkus = 1000

/**
 * Makes products from read rows. Rows of a style are compared: where values of the whole style differ the most common
 * holds, prices and lawful label claims excepted; doubles and gaps are marked. A product keeps its good rows, and rows
 * with errors stay out of it. The rows given are not changed.
 */
export function assembleProducts(
  sheet: Sheet,
  rows: Iterable<RowPreview>,
  mapping: ImportMapping,
  vocabulary: Vocabulary,
): Assembly {
  const copies = [...rows].map((row) => ({ ...row, cells: [...row.cells] }))
  const bench: Workbench = { sheet, mapping, rows: copies }
  const categories = new Map(vocabulary.categories.map((category) => [category.id, category]))
  judgeBarcodes(bench)
  const products: AssembledProduct[] = []
  const rejected: RejectedStyle[] = []
  for (const group of groupStyles(bench)) {
    const made = group.rows.length > 0 ? assembleStyle(bench, group, categories) : null
    if (made && 'draft' in made) products.push(made)
    else if (made) rejected.push(made)
  }
  for (const row of copies) row.cells.sort((a, b) => (a.column ?? -1) - (b.column ?? -1))
  return { products, rejected, rows: copies }
}

function assembleStyle(
  bench: Workbench,
  group: StyleGroup,
  categories: ReadonlyMap<string, Category>,
): AssembledProduct | RejectedStyle {
  const categoryId = mostCommon(
    group.rows.flatMap((row) => row.values.categoryId ?? []),
    (id) => id,
  )?.value
  const category = categoryId === undefined ? undefined : categories.get(categoryId)
  const values = agreeOnValues(bench, group, attributeFor(category, 'season')?.type === 'choices')
  const prices = agreeOnPrices(bench, group)
  judgeCells(bench, group, category)
  const good = group.rows.filter((row) => !hasError(row))
  const styleNo = group.rows[0]?.values.styleNo ?? group.key
  const sourceRows = group.rows.map(({ row }) => row)
  const reject = (code: CellProblem['code'], facts: CellProblem['facts'] = {}): RejectedStyle => ({
    styleNo,
    sourceRows,
    problems: [{ column: null, level: 'error', code, facts: { styleNo, rows: sourceRows.length, ...facts } }],
  })
  if (good.length === 0 || !prices || !category) return reject('product-no-rows')
  const built = buildDraft({
    key: group.key,
    rows: good,
    values,
    prices,
    category,
    constants: bench.mapping.constants,
  })
  if (built.skus.length > maxSkus)
    return rejectRows(good, reject('product-too-many-skus', { count: built.skus.length, limit: maxSkus }))
  const parsed = ProductDraft.safeParse(built)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    return rejectRows(
      good,
      reject('product-invalid', { path: issue?.path.join('.') ?? '', reason: issue?.message ?? '' }),
    )
  }
  return {
    draft: parsed.data,
    sourceRows: good.map(({ row }) => row),
    rejectedRows: group.rows.filter((row) => row.state === 'error').map(({ row }) => row),
    imageNames: [...new Set(good.flatMap((row) => row.values.images ?? []))].slice(0, 60),
    problems:
      prices.quoteMode === 'by-sku' &&
      bench.mapping.columns.some(({ target }) => target.field === 'tierPrice')
        ? [{ column: null, level: 'warning', code: 'tiers-by-sku', facts: { styleNo } }]
        : [],
  }
}

/** A fault of the product as a whole keeps all its rows out; each row says so. */
function rejectRows(rows: readonly RowPreview[], rejected: RejectedStyle): RejectedStyle {
  for (const row of rows) {
    row.state = 'error'
    row.cells.push(...rejected.problems)
  }
  return rejected
}
