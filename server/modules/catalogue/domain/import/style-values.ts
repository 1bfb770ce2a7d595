import type { RowPreview, RowValues, TargetField } from '#shared/catalogue/import.ts'
import { mark, mostCommon, type StyleGroup, type Workbench, written } from './style-group.ts'

/** Values that hold for a style as a whole, as the rows agree on them. */
export type StyleValues = Pick<
  RowValues,
  | 'titleZh'
  | 'titleEn'
  | 'categoryId'
  | 'composition'
  | 'safetyClass'
  | 'seasons'
  | 'unit'
  | 'moq'
  | 'origin'
  | 'pack'
  | 'mixedBatch'
  | 'cartonQuantity'
  | 'hsCode'
  | 'description'
  | 'samplePrice'
>
type StyleKey = keyof StyleValues

/**
 * `error`: what a label must say by law (fibres: GB/T 29862, safety class: GB 31701) is never overruled by other rows, so
 * a row that says otherwise stays out until its seller decides.
 */
const judged: readonly (readonly [StyleKey, TargetField, 'error' | 'warning'])[] = [
  ['titleZh', 'titleZh', 'warning'],
  ['titleEn', 'titleEn', 'warning'],
  ['categoryId', 'category', 'warning'],
  ['composition', 'composition', 'error'],
  ['safetyClass', 'safetyClass', 'error'],
  ['seasons', 'season', 'warning'],
  ['unit', 'unit', 'warning'],
  ['moq', 'moq', 'warning'],
  ['origin', 'origin', 'warning'],
  ['pack', 'packNote', 'warning'],
  ['mixedBatch', 'mixedBatch', 'warning'],
  ['cartonQuantity', 'cartonQuantity', 'warning'],
  ['hsCode', 'hsCode', 'warning'],
  ['description', 'description', 'warning'],
  ['samplePrice', 'samplePrice', 'warning'],
]
/** A style without one of these in some rows takes them from the others, and says so. */
const toldIfBlank = new Set<StyleKey>(['composition', 'safetyClass'])

/** The values of a style: where rows differ the most common one holds and the others are marked at their cells. */
export function agreeOnValues(bench: Workbench, group: StyleGroup, seasonsAdd: boolean): StyleValues {
  const values: StyleValues = {}
  for (const [key, field, level] of judged) {
    if (key === 'seasons' && seasonsAdd) values.seasons = allSeasons(group)
    else agree(bench, group, values, key, field, level)
  }
  return values
}

function allSeasons(group: StyleGroup): string[] {
  return [...new Set(group.rows.flatMap((row) => row.values.seasons ?? []))]
}

function agree<K extends StyleKey>(
  bench: Workbench,
  group: StyleGroup,
  values: StyleValues,
  key: K,
  field: TargetField,
  level: 'error' | 'warning',
): void {
  const keyOf = (row: RowPreview): string => JSON.stringify(row.values[key])
  const having = group.rows.filter((row) => row.values[key] !== undefined)
  // Of two equally common minimum quantities the higher holds: nobody is made to sell less than a row says.
  const prefer =
    key === 'moq' ? (a: RowPreview, b: RowPreview) => (a.values.moq ?? 0) > (b.values.moq ?? 0) : undefined
  const common = mostCommon(having, keyOf, prefer)
  if (!common) return
  values[key] = common.value.values[key]
  const column = bench.mapping.columns.find(({ target }) => target.field === field)?.column
  if (column === undefined) return
  const commonText = written(bench, common.value, column)
  if (common.distinct > 1) {
    const differing = having.filter((row) => keyOf(row) !== keyOf(common.value))
    const facts = { common: commonText, count: common.count, total: common.total }
    if (level === 'warning' && common.count * 2 < common.total) {
      const [first] = differing
      if (first)
        mark(
          bench,
          first,
          field,
          'warning',
          'style-values-mixed',
          { ...facts, kinds: common.distinct },
          commonText,
        )
    } else for (const row of differing) mark(bench, row, field, level, 'differs-in-style', facts, commonText)
  }
  if (!toldIfBlank.has(key)) return
  for (const row of group.rows) {
    if (row.values[key] === undefined && written(bench, row, column) === '') {
      mark(bench, row, field, 'warning', 'missing', { as: commonText }, commonText)
    }
  }
}
