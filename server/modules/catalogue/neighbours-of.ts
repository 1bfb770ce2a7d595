import type { Db } from '#server/platform/db.ts'
import { ProblemError } from '#server/platform/problems.ts'
import type { Localised } from '#shared/text.ts'
import type { Market, Markets } from '../markets/index.ts'
import type { Shops } from '../shops/index.ts'
import type { MarketFacts, Neighbours, ShopFacts } from './neighbours.ts'

const keptMs = 3_000

/** The capabilities below as the catalogue calls them. A market's facts are read once in three seconds, whoever waits for them. */
export function neighboursOf({ markets, shops }: { markets: Markets; shops: Shops }): Neighbours {
  const kept = new Map<string, { facts: Promise<MarketFacts | null>; until: number }>()
  const factsOf = async (
    { id, slug, name, currency, categoryIds }: Market,
    db?: Db,
  ): Promise<MarketFacts> => {
    const branches = await markets.branchesOf(id, db)
    const branchIds = [id, ...branches.map((branch) => branch.id)]
    return { id, slug, name, currency, categoryIds, branchIds }
  }
  const read = async (slug: string): Promise<MarketFacts | null> => {
    try {
      return await factsOf(await markets.bySlug(slug))
    } catch (error) {
      if (error instanceof ProblemError && error.code === 'request/not-found') return null
      throw error
    }
  }
  return {
    marketBySlug: (slug) => {
      const now = performance.now()
      const known = kept.get(slug)
      if (known && known.until > now) return known.facts
      const facts = read(slug)
      if (kept.size > 2_000) kept.clear()
      kept.set(slug, { facts, until: now + keptMs })
      // What failed is not kept: the next one asks again.
      facts.catch(() => kept.delete(slug))
      return facts
    },
    marketsById: async (ids, db) => {
      const found = await Promise.all(ids.map((id) => markets.byId(id, db)))
      const known = found.filter((market) => market !== null)
      const facts = await Promise.all(known.map((market) => factsOf(market, db)))
      return new Map(facts.map((market) => [market.id, market]))
    },
    shopsById: async (tx, marketId, ids) => {
      const market = await markets.byId(marketId, tx)
      if (market === null || ids.length === 0) return new Map()
      const views = await shops.viewsOf(tx, market, ids)
      return new Map([...views].map(([id, view]) => [id, shopFacts(view)]))
    },
    mayReview: async (actor, marketId) => {
      const market = await markets.byId(marketId)
      return market !== null && markets.holdsPower(actor, market, 'review_listings')
    },
  }
}

type View = Awaited<ReturnType<Shops['viewsOf']>> extends Map<string, infer V> ? V : never

function shopFacts(view: View): ShopFacts {
  const booth = view.boothDetails[0]
  const label = (hall: string, code: string) => (hall === '' ? code : `${hall} ${code}`)
  const place: Localised | null = booth
    ? { zh: label(booth.hallName.zh, booth.code), en: label(booth.hallName.en, booth.code) }
    : null
  return {
    id: view.id,
    marketId: view.marketId,
    organisationId: view.organisationId,
    name: view.name,
    open: view.status === 'open',
    verified: view.verified,
    ownedByLead: view.ownedByLead,
    booth: place,
    hall: booth?.hallName ?? null,
    mixedBatch: view.terms?.mixedBatch ?? null,
    dispatchDays: view.dispatchDays,
    returns: view.terms?.returns ?? null,
  }
}
