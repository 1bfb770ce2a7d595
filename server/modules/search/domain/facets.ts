import type { CategoryBook } from '#server/modules/catalogue/index.ts'
import type { AttributeDefinition } from '#shared/catalogue/category.ts'
import type { Facet, Facets, FacetValue, SearchQuery } from '#shared/search/contract.ts'
import type { Localised } from '#shared/text.ts'
import type { Choice, Counts, FacetCount } from '../port.ts'
import { type Flag, flagNames } from './document.ts'
import { leadTimeThresholds, moqThresholds } from './thresholds.ts'

const mostValues = 30
const flags = Object.keys(flagNames) as Flag[]

/** What the query parameters ask of facets. */
export function choicesOf(query: SearchQuery): Choice[] {
  const chosen: Choice[] = []
  if (query.category !== undefined) chosen.push({ facet: 'category', values: [query.category] })
  if (query.shop !== undefined) chosen.push({ facet: 'shop', values: [query.shop] })
  if (query.hall !== undefined) chosen.push({ facet: 'hall', values: [query.hall] })
  for (const flag of flags) if (query[flag] === true) chosen.push({ facet: 'flag', values: [flag] })
  for (const [key, values] of Object.entries(query.attr ?? {})) chosen.push({ facet: `attr.${key}`, values })
  return chosen
}

/** Steps of a scale stand in their order, other values by how many goods have them. */
function inScaleOrder(values: FacetValue[], definition: AttributeDefinition | undefined): FacetValue[] {
  if (!definition?.scale) return values
  const step = new Map(definition.options?.map(({ value }, index) => [value, index]))
  return values.toSorted((a, b) => (step.get(a.value) ?? 0) - (step.get(b.value) ?? 0))
}

const isChosen = (choices: readonly Choice[], facet: string, value: string): boolean =>
  choices.some((choice) => choice.facet === facet && choice.values.includes(value))

function valuesOf(counts: readonly FacetCount[], choices: readonly Choice[], facet: string): FacetValue[] {
  return counts
    .filter((entry) => entry.facet === facet)
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .slice(0, mostValues)
    .map(({ value, name, count }) => ({ value, name, count, chosen: isChosen(choices, facet, value) }))
}

function thresholdFacet(
  key: string,
  name: Localised,
  limits: readonly number[],
  counts: readonly number[],
  chosen: number | undefined,
  label: (limit: number) => Localised,
): Facet {
  const values = limits.map((limit, index) => ({
    value: String(limit),
    name: label(limit),
    count: counts[index] ?? 0,
    chosen: chosen === limit,
  }))
  return { key, kind: 'threshold', name, values: values.filter((value) => value.count > 0 || value.chosen) }
}

/** Categories that hold matches, with the ones above them: what is counted at a leaf counts for every category over it. */
function categoriesOf(counts: readonly FacetCount[], book: CategoryBook): Facets['categories'] {
  const sums = new Map<string, number>()
  for (const { facet, value, count } of counts)
    if (facet === 'category') for (const { id } of book.path(value)) sums.set(id, (sums.get(id) ?? 0) + count)
  return book.all.flatMap(({ id, parentId, name, leaf }) => {
    const count = sums.get(id)
    return count === undefined ? [] : [{ id, parentId, name, leaf, count }]
  })
}

/** Facets as the page shows them, from what the engine counted. */
export function facetsOf(
  counts: Counts,
  query: SearchQuery,
  book: CategoryBook,
  definitions: ReadonlyMap<string, AttributeDefinition>,
): Facets {
  const choices = choicesOf(query)
  const attributeKeys = [
    ...new Set(counts.facets.flatMap(({ facet }) => (facet.startsWith('attr.') ? [facet.slice(5)] : []))),
  ]
  const attributes = attributeKeys
    .map((key): Facet => {
      const definition = definitions.get(key)
      const name = definition?.name ?? { zh: key, en: key }
      const values = valuesOf(counts.facets, choices, `attr.${key}`)
      return { key, kind: 'attribute', name, values: inScaleOrder(values, definition) }
    })
    .sort((a, b) => sum(b) - sum(a) || (a.key < b.key ? -1 : 1))
  const flagFacets = flags.flatMap((flag): Facet[] => {
    const value = valuesOf(counts.facets, choices, 'flag').find((each) => each.value === flag)
    return value
      ? [{ key: flag, kind: 'flag', name: flagNames[flag], values: [{ ...value, value: 'true' }] }]
      : []
  })
  const places: Facet[] = [
    {
      key: 'hall',
      kind: 'parameter',
      name: { zh: '市场区域', en: 'Market hall' },
      values: valuesOf(counts.facets, choices, 'hall'),
    },
    {
      key: 'shop',
      kind: 'parameter',
      name: { zh: '店铺', en: 'Shop' },
      values: valuesOf(counts.facets, choices, 'shop'),
    },
  ]
  const limits = [
    thresholdFacet(
      'moqMax',
      { zh: '起订量', en: 'Minimum order' },
      moqThresholds,
      counts.moq,
      query.moqMax,
      (limit) => ({
        zh: `≤ ${limit} 件起订`,
        en: `Up to ${limit}`,
      }),
    ),
    thresholdFacet(
      'leadTimeMax',
      { zh: '发货时间', en: 'Dispatch' },
      leadTimeThresholds,
      counts.leadTime,
      query.leadTimeMax,
      (limit) => ({
        zh: `${limit} 天内发货`,
        en: limit === 1 ? 'Within 1 day' : `Within ${limit} days`,
      }),
    ),
  ]
  return {
    categories: categoriesOf(counts.facets, book),
    price: counts.price,
    others: [...attributes, ...limits, ...flagFacets, ...places].filter((facet) => facet.values.length > 0),
    shopCount: counts.facets.filter(({ facet }) => facet === 'shop').length,
  }
}

const sum = (facet: Facet): number => facet.values.reduce((total, value) => total + value.count, 0)
