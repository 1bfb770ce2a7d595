import { sql } from 'drizzle-orm'
import type { Db } from '#server/platform/db.ts'

/** Companies that a payment is between: who pays and whose shops are paid; of one order where `orderId` says which. */
export const partiesIn = (of: { marketId: unknown; paymentId: unknown; orderId?: unknown }) =>
  sql<string[]>`array(
    select p.buyer_id from payments p where p.market_id = ${of.marketId} and p.id = ${of.paymentId}
    union select s.organisation_id from payment_shares x join shops s on s.market_id = x.market_id and s.id = x.shop_id
    where x.market_id = ${of.marketId} and x.payment_id = ${of.paymentId}
      ${of.orderId === undefined ? sql`` : sql`and (${of.orderId} is null or x.order_id = ${of.orderId})`})`

/** The companies that a payment is between. */
export async function partiesOf(db: Db, marketId: string, paymentId: string): Promise<string[]> {
  const { rows } = await db.execute<{ parties: string[] }>(
    sql`select ${partiesIn({ marketId, paymentId })} as parties`,
  )
  return rows[0]?.parties ?? []
}
