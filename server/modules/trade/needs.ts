import type { LowerCapabilities, MarketFacts } from '#server/modules/payments/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Db, Tx } from '#server/platform/db.ts'
import type { Localised } from '#shared/text.ts'
import type { AddressFacts, OfferFacts, ShopWithTerms } from './domain/facts.ts'

type Demand = { skuId: string; quantity: number; productId?: string }

/** The catalogue, as far as trade calls it. */
export type CatalogueDoor = {
  offersFor: (tx: Tx, marketId: string, productIds: readonly string[]) => Promise<Map<string, OfferFacts>>
  /** All or nothing, rows locked in SKU order; throws `catalogue/not-enough-stock`. */
  holdStock: (tx: Tx, marketId: string, orderRef: string, demand: readonly Demand[]) => Promise<void>
  releaseStock: (
    tx: Tx,
    marketId: string,
    orderRef: string,
    lines?: readonly Demand[] | null,
  ) => Promise<Demand[]>
  shipStock: (
    tx: Tx,
    marketId: string,
    orderRef: string,
    lines?: readonly Demand[] | null,
  ) => Promise<Demand[]>
  /** What was sold of each product in the last 30 days; products that are not named sold nothing. */
  recordSales: (
    tx: Tx,
    marketId: string,
    sold: readonly { productId: string; quantity: number }[],
  ) => Promise<void>
  /** Offers, and what to keep of them from the same reading: what is judged is what is promised. */
  offersToPromise: (
    tx: Tx,
    marketId: string,
    productIds: readonly string[],
  ) => Promise<{
    offers: Map<string, OfferFacts>
    keepSnapshots: (promised: readonly { productId: string; terms: object }[]) => Promise<Map<string, string>>
  }>
}

/** What trade needs of the capabilities below: wiring.ts fulfils it from their front doors. */
export type TradeNeeds = LowerCapabilities & {
  shopsWithTerms: (
    tx: Tx,
    marketId: string,
    shopIds: readonly string[],
  ) => Promise<ReadonlyMap<string, ShopWithTerms>>
  /** An address of the organisation, or null when it has none of that id. */
  address: (db: Db, organisationId: string, addressId: string) => Promise<AddressFacts | null>
  organisationName: (db: Db, organisationId: string) => Promise<Localised | null>
}
export type { Actor, AddressFacts, MarketFacts, OfferFacts, ShopWithTerms }
