import { z } from 'zod'
import { CategoryNode, ProductCard } from '#shared/catalogue/views.ts'
import { endpoint, pageQuery } from '#shared/http.ts'
import { MarketSlug, ShopId } from '#shared/ids.ts'
import { Localised } from '#shared/text.ts'

const tag = 'search'

/** Orders of a result list. Nothing is boosted or paid for: what comes first follows from this word alone. */
export const sorts = ['relevance', 'price_asc', 'price_desc', 'newest', 'sales'] as const
export const Sort = z.enum(sorts)
export type Sort = z.infer<typeof Sort>

/** Values of one attribute, any of which may match: `season:summer`. Values of different attributes must all match. */
const attributeChoice = z.string().regex(/^[a-z][a-z0-9_]*:[^,:]{1,100}$/)
/** `attr=season:summer,season:autumn,fabric:cotton`, or the parameter repeated. */
const AttributeChoices = z
  .union([z.string(), z.array(z.string())])
  .transform((value) => (Array.isArray(value) ? value : [value]).flatMap((one) => one.split(',')))
  .pipe(z.array(attributeChoice).max(40))
  .transform((pairs) => {
    // A map, because a key of a stranger may be `constructor`.
    const chosen = new Map<string, string[]>()
    for (const pair of pairs) {
      const cut = pair.indexOf(':')
      const key = pair.slice(0, cut)
      chosen.set(key, [...(chosen.get(key) ?? []), pair.slice(cut + 1)])
    }
    return Object.fromEntries(chosen)
  })
const flag = z.enum(['true', 'false']).transform((text) => text === 'true')
const minor = z.coerce.number().int().min(0).max(1_000_000_000)

export const SearchQuery = z.strictObject({
  ...pageQuery,
  q: z.string().trim().max(120).default(''),
  category: z
    .string()
    .regex(/^[a-z][a-z0-9-]*$/)
    .max(60)
    .optional(),
  shop: ShopId.optional(),
  hall: z.string().max(40).optional(),
  /** How many pieces the buyer wants: price filters and price orders go by the price at this quantity (at least the MOQ). */
  quantity: z.coerce.number().int().min(1).max(999_999).default(1),
  /** Minor units, at `quantity`. */
  priceMin: minor.optional(),
  priceMax: minor.optional(),
  moqMax: z.coerce.number().int().min(1).max(99_999).optional(),
  leadTimeMax: z.coerce.number().int().min(0).max(180).optional(),
  mixedBatch: flag.optional(),
  sample: flag.optional(),
  customisable: flag.optional(),
  verified: flag.optional(),
  /** 自营: goods of the lead enterprise. */
  ownGoods: flag.optional(),
  attr: AttributeChoices.optional(),
  sort: Sort.default('relevance'),
  /** `false` leaves facets out, for lists that show none. Further pages never carry them. */
  facets: flag.default(true),
})
export type SearchQuery = z.output<typeof SearchQuery>

/** A choice a buyer can make, with how many products it leaves. `key` is the name of the query parameter, or of the attribute. */
export const FacetValue = z.object({
  value: z.string(),
  name: Localised,
  count: z.int(),
  chosen: z.boolean(),
})
export type FacetValue = z.infer<typeof FacetValue>
export const Facet = z.object({
  key: z.string(),
  kind: z.enum(['attribute', 'parameter', 'flag', 'threshold']),
  name: Localised,
  values: z.array(FacetValue),
})
export type Facet = z.infer<typeof Facet>

export const Facets = z.object({
  categories: z.array(CategoryNode),
  /** The price at the stated quantity; `from` included, `to` excluded, minor units. */
  price: z.object({
    lowest: z.int(),
    highest: z.int(),
    buckets: z.array(z.object({ from: z.int(), to: z.int(), count: z.int() })),
  }),
  others: z.array(Facet),
  shopCount: z.int(),
})
export type Facets = z.infer<typeof Facets>

/** How the words were read. */
export const Understood = z.object({
  q: z.string(),
  /** The words that were looked for. */
  tokens: z.array(z.string()),
  /** The category that the words name, if one. */
  category: z.object({ id: z.string(), name: Localised }).nullable(),
  /** Nothing was found for `q`; these results are for this instead. */
  corrected: z.string().nullable(),
  /** Words left out because no product has all of them. */
  dropped: z.array(z.string()),
})
export type Understood = z.infer<typeof Understood>

export const SearchAnswer = z.object({
  items: z.array(ProductCard),
  nextCursor: z.string().nullable(),
  /** `capped`: there are at least `count`; show "10,000+". Null on further pages. */
  total: z.object({ count: z.int(), capped: z.boolean() }).nullable(),
  understood: Understood,
  facets: Facets.nullable(),
})
export type SearchAnswer = z.infer<typeof SearchAnswer>

const market = z.strictObject({ market: MarketSlug })

export const searchProducts = endpoint({
  operationId: 'searchProducts',
  tag,
  summary: 'Search listed products of a market and its branches; without words, browse them',
  method: 'GET',
  path: '/markets/:market/products',
  access: 'public',
  params: market,
  query: SearchQuery,
  response: SearchAnswer,
  problems: ['search/cursor-invalid'],
})

export const Suggestion = z.object({
  text: z.string(),
  kind: z.enum(['category', 'word', 'shop']),
  /** Category or shop to go to directly. */
  id: z.string().nullable(),
  count: z.int(),
})
export type Suggestion = z.infer<typeof Suggestion>

export const suggestWords = endpoint({
  operationId: 'suggestWords',
  tag,
  summary: 'Completions of what is being typed: words, pinyin and initials',
  method: 'GET',
  path: '/markets/:market/suggestions',
  access: 'public',
  params: market,
  query: z.strictObject({
    q: z.string().trim().min(1).max(60),
    limit: z.coerce.number().int().min(1).max(20).default(10),
  }),
  response: z.object({ items: z.array(Suggestion) }),
})
