import { inMarket } from '#server/platform/db.ts'
import type { TradeContext } from '../context.ts'
import { soldSince } from '../store/sales.ts'

const day = 86_400_000
const daysCounted = 30

/**
 * Counts what was paid for in the last 30 days and not cancelled, samples left out, and hands it to the catalogue. The figure comes from
 * orders only, never from a shop's own words.
 */
export async function countSales(context: TradeContext, marketId: string): Promise<void> {
  const since = new Date(context.clock.now().getTime() - daysCounted * day)
  await inMarket(context.database, marketId, async (tx) => {
    await context.catalogue.recordSales(tx, marketId, await soldSince(tx, marketId, since))
  })
}

/** The hourly job: every market, one transaction each. */
export async function countAllSales(context: TradeContext): Promise<void> {
  for (const marketId of await context.lower.marketIds()) await countSales(context, marketId)
}
