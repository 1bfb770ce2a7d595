import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Db, Tx } from '#server/platform/db.ts'
import { sampleUses } from '../tables.ts'

type Buyer = { marketId: string; buyerId: string }

/** How many samples of each product the company has ordered already; products without any are missing. */
export async function samplesTaken(
  db: Db,
  { marketId, buyerId }: Buyer,
  productIds: readonly string[],
): Promise<Map<string, number>> {
  if (productIds.length === 0) return new Map()
  const rows = await db
    .select({ productId: sampleUses.productId, quantity: sampleUses.quantity })
    .from(sampleUses)
    .where(
      and(
        eq(sampleUses.marketId, marketId),
        eq(sampleUses.buyerId, buyerId),
        inArray(sampleUses.productId, [...productIds]),
      ),
    )
  return new Map(rows.map((row) => [row.productId, row.quantity]))
}

/** Counts samples as ordered, rows in product order. The check `sample_uses_within` refuses more than the limit. */
export async function takeSamples(
  tx: Tx,
  { marketId, buyerId }: Buyer,
  taken: readonly { productId: string; quantity: number; limit: number }[],
): Promise<void> {
  if (taken.length === 0) return
  const rows = taken.toSorted((a, b) => (a.productId < b.productId ? -1 : 1))
  await tx
    .insert(sampleUses)
    .values(
      rows.map(({ productId, quantity, limit }) => ({
        marketId,
        buyerId,
        productId,
        quantity,
        sampleLimit: limit,
      })),
    )
    .onConflictDoUpdate({
      target: [sampleUses.marketId, sampleUses.buyerId, sampleUses.productId],
      set: {
        quantity: sql`${sampleUses.quantity} + excluded.quantity`,
        sampleLimit: sql`excluded.sample_limit`,
      },
    })
}

/** An order came to nothing: its samples may be had again. */
export async function giveSamplesBack(
  tx: Tx,
  order: { marketId: string; id: string; buyerId: string },
): Promise<void> {
  await tx.execute(sql`update sample_uses u set quantity = u.quantity - l.quantity
    from (select product_id, sum(quantity)::int as quantity from order_lines
      where market_id = ${order.marketId} and order_id = ${order.id} and kind = 'sample' group by 1) l
    where u.market_id = ${order.marketId} and u.buyer_id = ${order.buyerId} and u.product_id = l.product_id`)
}
