import { sql } from 'drizzle-orm'
import type { Tx } from '#server/platform/db.ts'

/** Pieces by product in orders that were paid since then and stand; goods only, no samples. */
export async function soldSince(
  tx: Tx,
  marketId: string,
  since: Date,
): Promise<{ productId: string; quantity: number }[]> {
  const { rows } = await tx.execute<{
    productId: string
    quantity: number
  }>(sql`select l.product_id as "productId", least(sum(l.quantity), 2147483647)::int as quantity
    from orders o join order_lines l on l.market_id = o.market_id and l.order_id = o.id
    where o.market_id = ${marketId} and o.secured_at >= ${since.toISOString()}
      and o.state not in ('cancelled', 'expired') and l.kind = 'stock'
    group by l.product_id`)
  return rows
}
