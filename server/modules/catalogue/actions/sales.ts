import type { Tx } from '#server/platform/db.ts'
import { publish } from '#server/platform/events.ts'
import { productsChanged } from '../events.ts'
import { lockAndWriteSales, type Sold } from '../store/sales.ts'

const toldAtOnce = 200

/**
 * Takes over what was sold of each product of a market in the last 30 days: the figure on cards and the order by sales. Products that
 * are not named sold nothing. Pages and index hear of those whose figure changed.
 */
export async function recordSales(tx: Tx, marketId: string, sold: readonly Sold[]): Promise<void> {
  const changed = await lockAndWriteSales(tx, marketId, sold)
  for (let from = 0; from < changed.length; from += toldAtOnce)
    await publish(tx, productsChanged, { marketId, productIds: changed.slice(from, from + toldAtOnce) })
}
