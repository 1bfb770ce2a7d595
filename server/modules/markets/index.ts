/**
 * Markets: clusters, markets, who takes part in them, their charters, and the buildings they rely on.
 *
 * A market's ownership decides who holds each power, and authorization reads it from the charter: `powersOf(actor, market)` is the
 * one question that upper capabilities ask. What would make a market nonsense (no initiator, no operator, a power nobody holds,
 * a judge in their own cause) is refused by the database when the transaction commits (migrations/0010_markets.sql).
 * Markets, parties and powers are public and read on nearly every request: they are kept in memory for three seconds.
 * Venues belong to no market: a building may serve several, and a shop's booths are the leases of its owner in linked venues.
 */
import type { Actor } from '#server/platform/actor.ts'
import type { Db } from '#server/platform/db.ts'
import { notFound } from '#server/platform/problems.ts'
import type { Resources } from '#server/platform/resources.ts'
import type { Slots } from '#server/platform/slots.ts'
import { marketsProblems } from '#shared/markets/problems.ts'
import type { OperatorOfRecord } from '#shared/markets/shapes.ts'
import type { Accounts } from '../accounts/index.ts'
import { createMarketActions, namingMarket } from './actions.ts'
import { holdsPower, leads, mannersOf, powersOf, rolesOf } from './policy.ts'
import { marketsRoutes } from './routes.ts'
import * as store from './store.ts'

/** A market as rights and rules read it. */
export type Market = store.MarketRow & {
  cluster: store.ClusterRow
  parties: Awaited<ReturnType<typeof store.listParties>>
  powers: Awaited<ReturnType<typeof store.listPowers>>
}

const keptMs = 3_000

/** What a capability above knows of the operator of record: its verified identity. */
export type IdentityOf = (
  db: Db,
  organisationId: string,
) => Promise<Omit<OperatorOfRecord, 'organisationId' | 'name'> | null>

export function createMarkets(resources: Resources, { accounts }: { accounts: Accounts }) {
  const { database, clock } = resources
  const actions = createMarketActions(clock)
  const kept = new Map<string, { market: Market | null; until: number }>()
  let identityOf: IdentityOf = async () => null

  async function read(
    key: { slug: string } | { id: string },
    db: Db = database.drizzle,
  ): Promise<Market | null> {
    const name = 'slug' in key ? `slug ${key.slug}` : `id ${key.id}`
    const now = performance.now()
    const known = kept.get(name)
    if (known && known.until > now) return known.market
    const row = await store.findMarket(db, key)
    const market = row && {
      ...row.market,
      cluster: row.cluster,
      parties: await store.listParties(db, row.market.id),
      powers: await store.listPowers(db, row.market.id),
    }
    if (kept.size > 2_000) kept.clear()
    kept.set(name, { market, until: now + keptMs })
    return market
  }

  /** The market of a URL; a market that is still prepared is not found by the public. */
  async function bySlug(slug: string): Promise<Market> {
    const market = await read({ slug })
    if (!market || market.status === 'preparing') throw notFound()
    return market
  }

  const slots: Slots = {
    problems: [marketsProblems],
    routes: (app) => marketsRoutes(app, { resources, accounts, bySlug, identityOf: () => identityOf }),
  }

  return {
    slots,
    ...actions,
    namingMarket,
    bySlug,
    /** Whether the public finds a market of this slug. */
    isOpen: async (slug: string): Promise<boolean> => {
      const market = await read({ slug })
      return market !== null && market.status !== 'preparing'
    },
    /**
     * A market by its id, or null. Kept for three seconds, like `bySlug`. Inside a transaction give its `tx`: one that waits there for
     * a second connection, in company, takes the whole pool and waits for itself.
     */
    byId: (id: string, db?: Db) => read({ id }, db),
    /** Forgets what is kept: after a change in this process, and in tests. */
    forget: () => kept.clear(),
    /** Open branch markets of a market: they are searched together with it. */
    branchesOf: (marketId: string, db: Db = database.drizzle) => store.listBranches(db, marketId),
    allIds: () => store.listMarketIds(database.drizzle),
    powersOf,
    mannersOf,
    rolesOf,
    holdsPower,
    leads,
    /** Booths held today in the market's venues, by organisation. */
    boothsHeld: (db: Db, marketId: string, organisationIds: readonly string[]) =>
      store.listBoothsHeld(db, marketId, organisationIds, clock.now()),
    /** Called once in wiring by what knows verified identities. */
    completeOperator(given: IdentityOf): void {
      identityOf = given
    },
    /** For the session's view: markets in which the acting organisation takes part. */
    async placesOf(actor: Actor) {
      if (!actor.acting) return []
      const found = await store.listMarketsOf(database.drizzle, [actor.acting.organisationId])
      const mine = await Promise.all(found.map(({ id }) => read({ id })))
      return mine
        .filter((market) => market !== null)
        .map((market) => ({
          marketId: market.id,
          marketSlug: market.slug,
          marketName: market.name,
          roles: [...new Set(rolesOf(actor, market))],
          powers: [...powersOf(actor, market)],
        }))
    },
  }
}
export type Markets = ReturnType<typeof createMarkets>
export type { MarketInput, VenueInput } from './actions.ts'
/** Rights in a market as pure questions, for the policies of the capabilities above. */
export { holdsPower, leads, type MarketRights } from './policy.ts'
