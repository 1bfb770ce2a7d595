import type { Actor } from '#server/platform/actor.ts'
import type { Db } from '#server/platform/db.ts'
import type { Currency } from '#shared/money.ts'
import type { Localised } from '#shared/text.ts'

export type MarketFacts = { id: string; slug: string; name: Localised; currency: Currency }
export type ShopFacts = { id: string; organisationId: string; name: Localised; open: boolean }

/** What money needs of the capabilities below: wiring.ts fulfils it from their front doors. */
export type LowerCapabilities = {
  /** The market of a slug, or null. */
  market: (slug: string) => Promise<MarketFacts | null>
  marketById: (marketId: string) => Promise<MarketFacts | null>
  marketIds: () => Promise<readonly string[]>
  /** Charter powers that this person may use in the market, by deciding alone. */
  powers: (db: Db, actor: Actor, market: MarketFacts) => Promise<ReadonlySet<string>>
  shop: (db: Db, marketId: string, shopId: string) => Promise<ShopFacts | null>
}
