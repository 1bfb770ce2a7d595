import { leadTimeThresholds, moqThresholds } from '../domain/thresholds.ts'
import { facetToken, wordToken } from '../domain/tokens.ts'
import type { Position, SearchAsk } from '../port.ts'

/** How many matches are looked at, unless said otherwise: the most popular ones, since the table lies in that order. Results say "10,000+" beyond. */
export const usualCap = 10_000

export type Statement = { text: string; values: unknown[] }

// One piece costs the price of the step that the quantity reaches, never less than the MOQ's (width_bucket finds the step).
const priceAt = (quantity: string) =>
  `tier_prices[greatest(1, width_bucket(greatest(${quantity}, moq), tier_mins))]`

const orders = {
  // Words in the title come before words elsewhere; then what is bought more often.
  relevance: { key: 'titled::bigint * 4294967296 + popularity', direction: 'desc' },
  sales: { key: 'sold30d', direction: 'desc' },
  newest: { key: 'listed', direction: 'desc' },
  price_asc: { key: 'price_now', direction: 'asc' },
  price_desc: { key: 'price_now', direction: 'desc' },
} as const

/** Collects values and hands out their placeholders. */
function parameters() {
  const values: unknown[] = []
  return { values, next: (value: unknown, type: string) => `$${values.push(value)}::${type}` }
}
type Parameters = ReturnType<typeof parameters>

/** Conditions on a document: everything that must hold goes into one array, which the index intersects. */
function conditions(ask: SearchAsk, bind: Parameters): string[] {
  const must = ask.words.map(wordToken)
  const where: string[] = []
  for (const { facet, values } of ask.choices) {
    const some = values.map((value) => facetToken(facet, value))
    const [only] = some
    if (some.length === 1 && only !== undefined) must.push(only)
    else where.push(`tokens && ${bind.next(some, 'int4[]')}`)
  }
  const markets = ask.marketIds.map((id) => facetToken('market', id))
  const [market] = markets
  if (markets.length === 1 && market !== undefined) must.push(market)
  else where.push(`tokens && ${bind.next(markets, 'int4[]')}`)
  if (must.length > 0) where.unshift(`tokens @> ${bind.next([...new Set(must)], 'int4[]')}`)
  // Tokens are hashes: which market a product is in is never left to one. As an expression, so that no index of the column
  // is taken for it: the scan has to meet the most popular documents first.
  where.push(`market_id || '' = any(${bind.next(ask.marketIds, 'text[]')})`)
  const price = () => priceAt(bind.next(ask.quantity, 'int'))
  if (ask.priceMin !== undefined) where.push(`${price()} >= ${bind.next(ask.priceMin, 'bigint')}`)
  if (ask.priceMax !== undefined) where.push(`${price()} <= ${bind.next(ask.priceMax, 'bigint')}`)
  if (ask.moqMax !== undefined) where.push(`moq <= ${bind.next(ask.moqMax, 'int')}`)
  if (ask.leadTimeMax !== undefined) where.push(`lead_time_days <= ${bind.next(ask.leadTimeMax, 'int')}`)
  return where
}

const columns = (quantity: string, titled: string, withFacets: boolean) => `product_id, popularity, sold30d,
  (extract(epoch from listed_at) * 1000)::bigint as listed, ${priceAt(quantity)} as price_now,
  ${titled} as titled${withFacets ? ', facets, moq, lead_time_days' : ''}`

function afterOf(
  { sort, after }: { sort: SearchAsk['sort']; after: Position | null },
  bind: Parameters,
): string {
  if (after === null) return ''
  const { key, direction } = orders[sort]
  const sign = direction === 'desc' ? '<' : '>'
  return `where (${key}, product_id) ${sign} (${bind.next(after.key, 'bigint')}, ${bind.next(after.productId, 'text')})`
}

/**
 * One statement for a page: rows `(kind, text, key, id)`, kind 0 the total, 1 a card, 2 a facet value, 3 the price range, 4 the
 * thresholds. Facets are counted over the same matches that the page is taken from.
 */
export function searchStatement(ask: SearchAsk, cap = usualCap): Statement {
  const bind = parameters()
  const quantity = bind.next(ask.quantity, 'int')
  // Without words relevance is popularity and nothing else: the key that browsing goes on from (browse.ts).
  const titled =
    ask.words.length === 0
      ? '0'
      : `(tokens[1:title_tokens] @> ${bind.next(ask.words.map(wordToken), 'int4[]')})::int`
  const where = conditions(ask, bind).join(' and ')
  const { key, direction } = orders[ask.sort]
  const found = `found as materialized (select ${columns(quantity, titled, ask.facets)}
    from search_documents where ${where} limit ${cap + 1})`
  const page = `page as materialized (select product_id, ${key} as key from found ${afterOf(ask, bind)}
    order by ${key} ${direction}, product_id ${direction} limit ${bind.next(ask.limit + 1, 'int')})`
  const cards = `select 1 as kind, c.card as a, p.key as n, p.product_id as b
    from page p join search_cards c using (product_id)`
  const total = `select 0, null, count(*), null from found`
  const parts = ask.facets ? [cards, total, ...facetParts] : [cards, total]
  const ctes = ask.facets ? [found, page, edges] : [found, page]
  return {
    text: `with ${ctes.join(',\n')}\n${parts.join('\nunion all ')}\norder by 1, 3 ${direction}, 4 ${direction}`,
    values: bind.values,
  }
}

/** Steps of a histogram of prices, all of one width, so that its shape says where the prices lie. */
const priceSteps = 12
const edges = `edges as materialized (select array(select distinct low + (high - low)::bigint * i / ${priceSteps}
    from generate_series(1, ${priceSteps - 1}) i where high - low >= ${priceSteps} order by 1) as at, low, high
  from (select min(price_now) as low, max(price_now) as high from found) r)`

const atMost = (column: string, limits: readonly number[]) =>
  `json_build_array(${limits.map((limit) => `count(*) filter (where ${column} <= ${limit})`).join(', ')})`

const facetParts = [
  `select 2, json_build_array(v.facet, v.value, v.name)::text, c.count, null
    from (select token, count(*) as count from (select unnest(facets) as token from found) t group by token) c
    join search_values v on v.token = c.token`,
  `select 3, json_build_array(e.at, e.low, e.high)::text, count(*), width_bucket(f.price_now::bigint, e.at)::text
    from edges e, found f where e.low is not null group by e.at, e.low, e.high, width_bucket(f.price_now::bigint, e.at)`,
  `select 4, json_build_array(${atMost('moq', moqThresholds)}, ${atMost('lead_time_days', leadTimeThresholds)})::text, 0, null
    from found`,
]

/** Orders that have their own index; the other orders follow popularity closely, or depend on the quantity. */
export const hasOwnOrder = (ask: SearchAsk): boolean =>
  ask.sort === 'newest' || ((ask.sort === 'price_asc' || ask.sort === 'price_desc') && ask.quantity === 1)

/**
 * A page of very many matches in an order of their own: walks the index of that order and keeps what fits, which is quick because
 * at least one document in a hundred fits. The planner does not know that, so the adapter runs it with every other way closed.
 */
export function orderedStatement(ask: SearchAsk): Statement {
  const bind = parameters()
  const where = conditions(ask, bind)
  const newest = ask.sort === 'newest'
  const column = newest ? 'listed_at' : 'price'
  const direction = orders[ask.sort].direction
  if (ask.after !== null) {
    const key = bind.next(ask.after.key, newest ? 'double precision' : 'bigint')
    const at = newest ? `to_timestamp(${key} / 1000)` : key
    const sign = direction === 'desc' ? '<' : '>'
    where.push(`(${column}, product_id) ${sign} (${at}, ${bind.next(ask.after.productId, 'text')})`)
  }
  const shown = newest ? '(extract(epoch from listed_at) * 1000)::bigint' : 'price'
  return {
    text: `with page as materialized (select product_id, ${shown} as key from search_documents where ${where.join(' and ')}
        order by ${column} ${direction}, product_id ${direction} limit ${bind.next(ask.limit + 1, 'int')})
      select 1 as kind, c.card as a, p.key as n, p.product_id as b from page p join search_cards c using (product_id)
      order by 3 ${direction}, 4 ${direction}`,
    values: bind.values,
  }
}
