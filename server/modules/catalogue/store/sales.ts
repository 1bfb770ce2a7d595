import { sql } from 'drizzle-orm'
import type { Tx } from '#server/platform/db.ts'

/** Pieces of a product that were sold in a period. */
export type Sold = { productId: string; quantity: number }

/**
 * Locks, ordered by id, the products whose figure differs and writes it: `sold` for those named, nought for all others of the market.
 * Returns the ones that changed.
 */
export async function lockAndWriteSales(tx: Tx, marketId: string, sold: readonly Sold[]): Promise<string[]> {
  const { rows } = await tx.execute<{ id: string }>(sql`with sold as materialized (
      select * from unnest(${sql.param(sold.map((each) => each.productId))}::text[],
        ${sql.param(sold.map((each) => each.quantity))}::int[]) as s(id, quantity)),
    differing as materialized (select p.id, coalesce(s.quantity, 0) as quantity
      from products p left join sold s on s.id = p.id
      where p.market_id = ${marketId} and p.sold30d <> coalesce(s.quantity, 0)
      order by p.id for no key update of p)
    update products p set sold30d = d.quantity from differing d
      where p.market_id = ${marketId} and p.id = d.id returning p.id`)
  return rows.map((row) => row.id)
}
