/**
 * Shops: how an enterprise gets one, what it shows of itself, and the terms it sells under.
 *
 * An application moves along one published table (domain/application-moves.ts): handed in, sent back, verified, admitted or refused,
 * each move with who, when and why. Whoever holds `admit_shops` in the market's charter decides, never about its own organisation.
 * A shop belongs to an organisation; its staff are the organisation's members. Whether it is the lead enterprise's own (自营), verified
 * and where its booths are is computed from facts, never typed. Terms (mixed batch, freight, returns) are read by cart and checkout.
 * Upper capabilities ask `shopOf`, `staffRole` and `termsOf`, and hear `shops.shop-changed`.
 */
import type { Actor } from '#server/platform/actor.ts'
import { type Db, inMarkets } from '#server/platform/db.ts'
import type { Resources } from '#server/platform/resources.ts'
import type { Slots } from '#server/platform/slots.ts'
import type { Uploads } from '#server/platform/uploads.ts'
import { shopsProblems } from '#shared/shops/problems.ts'
import type { Accounts } from '../accounts/index.ts'
import type { Enterprises } from '../enterprises/index.ts'
import type { Market, Markets } from '../markets/index.ts'
import { createApplicationActions } from './actions/applications.ts'
import { createShopActions } from './actions/shops.ts'
import { shopChanged } from './events.ts'
import { staffRole } from './policy.ts'
import { applicationRoutes, shopRoutes } from './routes.ts'
import * as store from './store.ts'
import { shopView } from './views.ts'

export { shopChanged } from './events.ts'
export type { Shop } from './store.ts'

export type ShopNeighbours = {
  accounts: Accounts
  markets: Markets
  enterprises: Enterprises
  uploads: Uploads
}

export function createShops(resources: Resources, neighbours: ShopNeighbours) {
  const { database, clock } = resources
  const { accounts, markets, enterprises, uploads } = neighbours
  const shops = createShopActions(resources, uploads)
  const applications = createApplicationActions(resources, { accounts, enterprises }, shops)

  /** What pages show beside the shops themselves, by shop. */
  async function factsOf(db: Db, market: Market, found: readonly store.Shop[]) {
    const owners = found.map((shop) => shop.organisationId)
    const licences = await enterprises.licencesOf(db, owners)
    const booths = await markets.boothsHeld(db, market.id, owners)
    const terms = await store.findTerms(
      db,
      market.id,
      found.map((shop) => shop.id),
    )
    return (shop: store.Shop) => ({
      licence: licences.get(shop.organisationId) ?? null,
      booths: booths.get(shop.organisationId) ?? [],
      terms: terms.get(shop.id) ?? null,
      now: clock.now(),
    })
  }

  const tools = { resources, neighbours, shops, applications, factsOf }
  const slots: Slots = {
    problems: [shopsProblems],
    events: [shopChanged],
    routes: (app) => {
      applicationRoutes(app, tools)
      shopRoutes(app, tools)
    },
  }

  return {
    slots,
    /** Opens a shop without an application: for the demo and tests. */
    admitShop: shops.admitShop,
    putTerms: shops.putTerms,
    /** Suspends, reopens or closes a shop, if it is still in `from`: for sanctions above. */
    setStatus: shops.setStatus,
    /** A shop of a market, or null. Inside a transaction of that market. */
    shopOf: store.findShop,
    shopsOf: store.findShops,
    shopOfOrganisation: store.findShopOf,
    /** Terms by shop; a shop that has set none is left out and cannot sell. */
    termsOf: store.findTerms,
    withTerms: store.findShopsWithTerms,
    /** The actor's role in the organisation that owns the shop, or null. */
    staffRole,
    /** Everything public about shops, with verification, booths and whether it is the lead's own. Inside the market's transaction. */
    async viewsOf(db: Db, market: Market, shopIds: readonly string[]) {
      const found = await store.findShops(db, market.id, shopIds)
      const facts = await factsOf(db, market, found)
      return new Map(found.map((shop) => [shop.id, shopView(null, market, shop, facts(shop))]))
    },
    /** For the session's view: shops of the organisations that the person belongs to. */
    async placesOf(actor: Actor) {
      const ids = await markets.allIds()
      const mine = actor.memberships.map((each) => each.organisationId)
      const found = await inMarkets(database, ids, (tx) => store.listShopsOf(tx, mine))
      const places = []
      for (const shop of found) {
        const market = await markets.byId(shop.marketId)
        const role = staffRole(actor, shop)
        if (market && role)
          places.push({
            shopId: shop.id,
            name: shop.name,
            marketId: market.id,
            marketSlug: market.slug,
            marketName: market.name,
            organisationId: shop.organisationId,
            role,
            status: shop.status,
          })
      }
      return places
    },
  }
}
export type Shops = ReturnType<typeof createShops>
