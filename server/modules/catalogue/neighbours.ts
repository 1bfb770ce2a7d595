import type { Actor } from '#server/platform/actor.ts'
import type { Db, Tx } from '#server/platform/db.ts'
import type { Currency } from '#shared/money.ts'
import type { Localised } from '#shared/text.ts'

/** What the catalogue needs to know of a market. `branchIds`: markets that are searched together with it, itself first. */
export type MarketFacts = {
  id: string
  slug: string
  name: Localised
  currency: Currency
  branchIds: readonly string[]
  /** Categories that the market carries, with all below them; empty when it carries everything. */
  categoryIds: readonly string[]
}

/** What the catalogue needs to know of a shop. */
export type ShopFacts = {
  id: string
  marketId: string
  organisationId: string
  name: Localised
  open: boolean
  verified: boolean
  ownedByLead: boolean
  booth: Localised | null
  hall: Localised | null
  mixedBatch: { minQuantity: number | null; minAmount: number | null } | null
  dispatchDays: number | null
  returns: object | null
}

/** The capabilities below, as far as the catalogue calls them (wiring.ts connects them). */
export type Neighbours = {
  marketBySlug: (slug: string) => Promise<MarketFacts | null>
  marketsById: (ids: readonly string[], db?: Db) => Promise<ReadonlyMap<string, MarketFacts>>
  shopsById: (tx: Tx, marketId: string, ids: readonly string[]) => Promise<ReadonlyMap<string, ShopFacts>>
  /** Whether the actor's organisation holds `review_listings` in the market and the actor may use it. */
  mayReview: (actor: Actor, marketId: string) => Promise<boolean>
}
