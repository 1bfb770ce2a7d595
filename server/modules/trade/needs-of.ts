import type { Accounts } from '../accounts/index.ts'
import type { Enterprises } from '../enterprises/index.ts'
import type { Markets } from '../markets/index.ts'
import type { Shops } from '../shops/index.ts'
import type { TradeNeeds } from './needs.ts'

/** Connects what payments and trade ask for to the capabilities that know it. */
export function needsOf({
  accounts,
  enterprises,
  markets,
  shops,
}: {
  accounts: Accounts
  enterprises: Enterprises
  markets: Markets
  shops: Shops
}): TradeNeeds {
  return {
    market: (slug) => markets.bySlug(slug),
    marketById: (id) => markets.byId(id),
    marketIds: () => markets.allIds(),
    powers: async (db, actor, { id }) => {
      const market = await markets.byId(id, db)
      return market === null ? new Set() : markets.powersOf(actor, market)
    },
    shop: async (db, marketId, shopId) => {
      const shop = await shops.shopOf(db, marketId, shopId)
      return (
        shop && {
          id: shop.id,
          organisationId: shop.organisationId,
          name: shop.name,
          open: shop.status === 'open',
        }
      )
    },
    shopsWithTerms: async (tx, marketId, ids) => {
      const found = await shops.withTerms(tx, marketId, ids)
      const trading = await enterprises.mayTrade(
        tx,
        found.map((shop) => shop.organisationId),
      )
      return new Map(
        found.map(({ status, ...shop }) => [
          shop.id,
          { ...shop, open: status === 'open', verified: trading.has(shop.organisationId) },
        ]),
      )
    },
    address: (db, organisationId, addressId) => accounts.addressOf(db, organisationId, addressId),
    organisationName: async (db, id) => (await accounts.organisationsById(db, [id])).get(id)?.name ?? null,
  }
}
