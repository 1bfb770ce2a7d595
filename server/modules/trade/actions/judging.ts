import type { Tx } from '#server/platform/db.ts'
import type { DemandLine } from '#shared/trade/shapes.ts'
import type { TradeContext } from '../context.ts'
import { destinationOf } from '../domain/address.ts'
import { type Judged, judge } from '../domain/judge.ts'
import type { AddressFacts, MarketFacts, OfferFacts } from '../needs.ts'
import { samplesTaken } from '../store/samples.ts'

/** Judges demand on today's offers, terms and stock, and on the samples that the buyer has had. Products that do not exist in this market are named in `unknown`. */
export async function judgeNow(
  { catalogue, lower }: Pick<TradeContext, 'catalogue' | 'lower'>,
  tx: Tx,
  { market, buyerId }: { market: MarketFacts; buyerId: string },
  demand: readonly DemandLine[],
  address: AddressFacts | null,
  /** Offers that the caller has read in this transaction. */
  known?: Map<string, OfferFacts>,
): Promise<Judged & { unknown: string[] }> {
  const productIds = productsOf(demand)
  const read = async () =>
    productIds.length === 0 ? new Map() : catalogue.offersFor(tx, market.id, productIds)
  const offers = known ?? (await read())
  const sampled = productsOf(demand.filter((each) => each.kind === 'sample'))
  const taken = await samplesTaken(tx, { marketId: market.id, buyerId }, sampled)
  const shopIds = [...new Set([...offers.values()].map((offer) => offer.shopId as string))]
  const shops = shopIds.length === 0 ? new Map() : await lower.shopsWithTerms(tx, market.id, shopIds)
  const to = address === null ? null : destinationOf(address)
  const unknown = productIds.filter((id) => !offers.has(id))
  return { ...judge(merged(demand), offers, shops, to, market.currency, taken), unknown }
}

/** Products that a demand names, each once. */
export const productsOf = (demand: readonly DemandLine[]) => [
  ...new Set(demand.map((each) => each.productId)),
]

/** One line per product and kind, one cell per SKU: what is asked twice is asked once, summed. */
export function merged(demand: readonly DemandLine[]): DemandLine[] {
  const lines = new Map<string, Map<string, number>>()
  for (const { productId, kind, cells } of demand) {
    const key = `${kind} ${productId}`
    const line = lines.get(key) ?? new Map<string, number>()
    for (const { skuId, quantity } of cells) line.set(skuId, (line.get(skuId) ?? 0) + quantity)
    lines.set(key, line)
  }
  return [...lines].map(([key, cells]) => ({
    productId: key.slice(key.indexOf(' ') + 1),
    kind: key.startsWith('sample') ? 'sample' : 'stock',
    cells: [...cells].map(([skuId, quantity]) => ({ skuId, quantity })),
  }))
}
