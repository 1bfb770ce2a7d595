import { allCategories } from '#shared/catalogue/categories.ts'
import { shopRoom } from '#shared/shops/room.ts'
import { drawGoods } from './demo/drawing/draw-goods.ts'
import { DrawingSpec } from './demo/drawing/spec.ts'
import { createAccounts } from './modules/accounts/index.ts'
import { createCatalogue } from './modules/catalogue/index.ts'
import { neighboursOf } from './modules/catalogue/neighbours-of.ts'
import { createEnterprises } from './modules/enterprises/index.ts'
import { createMarkets } from './modules/markets/index.ts'
import { createPayments } from './modules/payments/index.ts'
import { createSearch } from './modules/search/index.ts'
import { createShops } from './modules/shops/index.ts'
import { createTrade } from './modules/trade/index.ts'
import { needsOf } from './modules/trade/needs-of.ts'
import { eventJobs } from './platform/events.ts'
import { mailSlots } from './platform/mailer.ts'
import type { Resources } from './platform/resources.ts'
import type { ResolveActor, Slots } from './platform/slots.ts'
import { createUploads, publicFiles } from './platform/uploads.ts'

/**
 * The one place where capabilities are built, each from those above it: a cycle cannot be written, since a capability cannot be
 * used before its `const` (TS2448).
 */
export function wire(resources: Resources) {
  const accounts = createAccounts(resources)
  const uploads = createUploads(resources)
  const markets = createMarkets(resources, { accounts })
  const enterprises = createEnterprises(resources, { accounts, uploads })
  const shops = createShops(resources, { accounts, markets, enterprises, uploads })
  const catalogue = createCatalogue({
    ...resources,
    neighbours: neighboursOf({ markets, shops }),
    categories: allCategories,
    drawGoods: (spec) => drawGoods(DrawingSpec.parse(spec)),
    pictures: {
      receiveImage: (bytes, shopId) => uploads.receiveImage(bytes, { owner: shopId, ...shopRoom }),
      claim: uploads.claim,
      drop: uploads.drop,
    },
  })
  const search = createSearch({ ...resources, catalogue })
  const lower = needsOf({ accounts, enterprises, markets, shops })
  const payments = createPayments({ ...resources, lower })
  const trade = createTrade({ ...resources, lower, catalogue, payments })
  markets.completeOperator(enterprises.identityOf)
  accounts.completeSession({
    shops: shops.placesOf,
    markets: markets.placesOf,
    marketIsOpen: markets.isOpen,
  })
  const slots: Slots[] = [
    mailSlots(resources),
    uploads.slots,
    publicFiles(uploads),
    accounts.slots,
    markets.slots,
    enterprises.slots,
    shops.slots,
    catalogue.slots,
    search.slots,
    payments.slots,
    trade.slots,
  ]
  const resolveActor: ResolveActor = accounts.resolveActor
  const jobs = [
    ...slots.flatMap((slot) => slot.jobs ?? []),
    ...eventJobs(
      slots.flatMap((slot) => slot.events ?? []),
      slots.flatMap((slot) => slot.reactions ?? []),
    ),
  ]
  const schedules = slots.flatMap((slot) => slot.schedules ?? [])
  return {
    slots,
    jobs,
    schedules,
    resolveActor,
    uploads,
    accounts,
    markets,
    enterprises,
    shops,
    catalogue,
    search,
    payments,
    trade,
  }
}
export type Wiring = ReturnType<typeof wire>
