import type { Database } from '#server/platform/db.ts'
import type { Logger } from '#server/platform/logger.ts'
import type { Localised } from '#shared/text.ts'
import type { Counts, FacetCount, SearchAsk, SearchFound, SearchPort } from '../port.ts'
import { isBrowsing } from '../postgres/browse.ts'
import { answerFrom, type Tally } from './answering.ts'
import { conditionsOf } from './matching.ts'
import { Shelf } from './shelf.ts'

export type MemorySearch = SearchPort & {
  /** Loads markets and waits for it, for measuring and for tests. */
  load: (marketIds: readonly string[]) => Promise<void>
  stop: () => void
}

/**
 * Search from memory over what `below` (PostgreSQL) keeps: counts are exact and the time hardly grows with the catalogue. Writing,
 * completing and correcting go to `below`, and so does every question whose market is not loaded yet or that an index answers as it lies.
 */
export function memorySearch(database: Database, logger: Logger, below: SearchPort): MemorySearch {
  const shelf = new Shelf(database, logger)
  const names = new Map<number, Omit<FacetCount, 'count'>>()
  const cardsOf = async (productIds: readonly string[]): Promise<Map<string, string>> => {
    if (productIds.length === 0) return new Map()
    const { rows } = await database.pool.query<{ id: string; card: string }>({
      name: 'search-cards',
      text: `select c.product_id as id, c.card from jsonb_array_elements_text($1::jsonb) wanted(id)
        cross join lateral (select product_id, card from search_cards where product_id = wanted.id offset 0) c`,
      values: [JSON.stringify(productIds)],
    })
    return new Map(rows.map((row) => [row.id, row.card]))
  }
  const nameAll = async (tokens: readonly number[]): Promise<void> => {
    const unknown = tokens.filter((token) => !names.has(token))
    if (unknown.length === 0) return
    const { rows } = await database.pool.query<{
      token: number
      facet: string
      value: string
      name: Localised
    }>('select token, facet, value, name from search_values where token = any($1::int[])', [unknown])
    for (const { token, ...entry } of rows) names.set(token, entry)
  }
  // Names are few and hardly ever change; a shop that is called otherwise is read again within the minute.
  const forgetting = setInterval(() => names.clear(), 60_000).unref()
  const countsOf = async (tally: Tally): Promise<Counts> => {
    await nameAll([...tally.facets.keys()])
    return {
      total: { count: tally.total, capped: false },
      facets: [...tally.facets].flatMap(([token, count]) => {
        const entry = names.get(token)
        return entry === undefined ? [] : [{ ...entry, count }]
      }),
      price: tally.price,
      moq: tally.moq,
      leadTime: tally.leadTime,
    }
  }
  const search = async (ask: SearchAsk): Promise<SearchFound> => {
    const shards = isBrowsing(ask) ? null : shelf.find(ask.marketIds)
    if (shards === null) return below.search(ask)
    const { page, tally } = answerFrom(
      shards.flatMap((shard) => shard.segments),
      conditionsOf(ask),
    )
    const shown = page.slice(0, ask.limit)
    const last = page.length > ask.limit ? (shown.at(-1) ?? null) : null
    const [cards, counts] = await Promise.all([
      cardsOf(shown.map((place) => place.productId)),
      tally === null ? null : countsOf(tally),
    ])
    return {
      cards: shown.flatMap((place) => cards.get(place.productId) ?? []),
      next: last,
      counts,
    }
  }
  return {
    ...below,
    index: async (documents) => {
      await below.index(documents)
      await shelf.refresh()
    },
    remove: async (productIds) => {
      await below.remove(productIds)
      await shelf.refresh()
    },
    search,
    load: async (marketIds) => {
      for (const marketId of new Set(marketIds)) await shelf.load(marketId)
    },
    stop: () => {
      clearInterval(forgetting)
      shelf.stop()
    },
  }
}
