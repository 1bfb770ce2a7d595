import { sql } from 'drizzle-orm'
import type { Actor, Membership } from '#server/platform/actor.ts'
import type { Database } from '#server/platform/db.ts'
import { newId } from '#server/platform/ids.ts'
import type { Localised } from '#shared/text.ts'
import type { MarketFacts, Neighbours, ShopFacts } from '../neighbours.ts'

/** A market and shops without what stands behind them: for tests and benchmarks of the catalogue and of search alone. */
export type Ground = {
  neighbours: Neighbours
  market: MarketFacts
  addMarket: (slug: string, parent?: MarketFacts, categoryIds?: readonly string[]) => Promise<MarketFacts>
  addShop: (market: MarketFacts, name: Localised, facts?: Partial<ShopFacts>) => Promise<ShopFacts>
  person: (organisationId: string, role: Membership['role'], reviews?: readonly string[]) => string
  resolveActor: (token: string | undefined) => Promise<Actor | null>
}

/** Lays markets and shops into the tables directly, past the constraints of what they would need beside them. */
export async function layGround(owner: Database): Promise<Ground> {
  const markets = new Map<string, MarketFacts>()
  const shops = new Map<string, ShopFacts>()
  const actors = new Map<string, { actor: Actor; reviews: readonly string[] }>()
  const rawly = (statement: ReturnType<typeof sql>) =>
    owner.drizzle.transaction(async (tx) => {
      await tx.execute(sql`set local session_replication_role = replica`)
      await tx.execute(statement)
    })

  await rawly(sql`insert into clusters (id, slug, name, county_code, goods)
    values ('clu', 'shishi', '{"zh":"石狮","en":"Shishi"}', '350581', '{"zh":"童装","en":"Childrenswear"}') on conflict do nothing`)
  const addMarket: Ground['addMarket'] = async (slug, parent, categoryIds = []) => {
    const id = newId('market')
    const name = { zh: `${slug}市场`, en: `${slug} market` }
    const market: MarketFacts = { id, slug, name, currency: 'CNY', categoryIds, branchIds: [id] }
    markets.set(id, market)
    if (parent) {
      const grown = { ...(markets.get(parent.id) ?? parent) }
      markets.set(parent.id, { ...grown, branchIds: [...grown.branchIds, id] })
    }
    await rawly(sql`insert into markets (id, slug, name, tagline, introduction, cluster_id, currency, ownership, operation,
        formation, goods, parent_id, status, category_ids, operator_of_record_id, contact, registrations, opened_at)
      values (${id}, ${slug}, ${JSON.stringify(name)}, '{}', '{}', 'clu', 'CNY', 'enterprise_led', 'self_built', 'market_formed',
        'terminal_products', ${parent?.id ?? null}, 'open', '{}', 'org', '{}', '[]', now())`)
    return market
  }

  const addShop: Ground['addShop'] = async (market, name, facts = {}) => {
    const id = newId('shop')
    const shop: ShopFacts = {
      id,
      marketId: market.id,
      organisationId: newId('organisation'),
      name,
      open: true,
      verified: true,
      ownedByLead: false,
      booth: null,
      hall: null,
      mixedBatch: { minQuantity: 30, minAmount: 30_000 },
      dispatchDays: 2,
      returns: null,
      ...facts,
    }
    shops.set(id, shop)
    await rawly(sql`insert into shops (market_id, id, organisation_id, status, name, introduction, category_ids, opening_hours,
        contact_phone, admitted_at, changed_at)
      values (${market.id}, ${id}, ${shop.organisationId}, 'open', ${JSON.stringify(name)}, '{}', '{}', '{}', '', now(), now())`)
    return shop
  }

  const person: Ground['person'] = (organisationId, role, reviews = []) => {
    const personId = newId('person')
    const membership = { organisationId, kind: 'enterprise', role } as const
    const actor: Actor = {
      personId,
      sessionId: newId('session'),
      email: `${personId}@example.test`,
      name: role,
      platformAdmin: false,
      acting: membership,
      memberships: [membership],
    }
    actors.set(personId, { actor, reviews })
    return personId
  }

  const neighbours: Neighbours = {
    marketBySlug: async (slug) => [...markets.values()].find((market) => market.slug === slug) ?? null,
    marketsById: async (ids) =>
      new Map(ids.flatMap((id) => (markets.has(id) ? [[id, markets.get(id) as MarketFacts]] : []))),
    shopsById: async (_tx, marketId, ids) =>
      new Map(
        ids.flatMap((id): [string, ShopFacts][] => {
          const shop = shops.get(id)
          return shop?.marketId === marketId ? [[id, shop]] : []
        }),
      ),
    mayReview: async (actor, marketId) => actors.get(actor.personId)?.reviews.includes(marketId) ?? false,
  }
  return {
    neighbours,
    market: await addMarket('childrens-wear'),
    addMarket,
    addShop,
    person,
    resolveActor: async (token) => (token === undefined ? null : (actors.get(token)?.actor ?? null)),
  }
}
