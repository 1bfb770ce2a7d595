import { sql } from 'drizzle-orm'
import type { Db } from '#server/platform/db.ts'
import type { ProductStatus } from '#shared/catalogue/product.ts'
import type { ReviewRemark } from '#shared/catalogue/views.ts'

/** What a move writes beside the status. Members left out stay as they are. */
export type MoveFacts = {
  to: ProductStatus
  submittedAt?: Date
  reviewedAt?: Date
  listedAt?: Date
  remarks?: readonly ReviewRemark[]
  /** The waiting change: taken over or thrown away (`none`), or sent back to the seller. */
  change?: 'none' | 'sent_back'
}

/** Moves a product, guarded by the version and the status that were read. False: somebody was faster. */
export async function moveProduct(
  db: Db,
  marketId: string,
  { id, version, status }: { id: string; version: number; status: ProductStatus },
  facts: MoveFacts,
  at: Date,
): Promise<boolean> {
  const iso = (moment: Date | undefined) => moment?.toISOString() ?? null
  const change =
    facts.change === undefined
      ? sql``
      : facts.change === 'none'
        ? sql`, pending = null, change = null`
        : sql`, change = 'sent_back'`
  const { rowCount } = await db.execute(sql`update products set version = version + 1, status = ${facts.to},
      submitted_at = coalesce(${iso(facts.submittedAt)}::timestamptz, submitted_at),
      reviewed_at = coalesce(${iso(facts.reviewedAt)}::timestamptz, reviewed_at),
      listed_at = coalesce(listed_at, ${iso(facts.listedAt)}::timestamptz),
      remarks = coalesce(${facts.remarks === undefined ? null : JSON.stringify(facts.remarks)}::jsonb, remarks),
      updated_at = ${at.toISOString()} ${change}
    where market_id = ${marketId} and id = ${id} and version = ${version} and status = ${status}`)
  return rowCount === 1
}

/** Deletes a draft that was never listed, with its SKUs and prices. False: it is none. */
export async function deleteDraft(db: Db, marketId: string, id: string): Promise<boolean> {
  const { rowCount } = await db.execute(sql`delete from products
    where market_id = ${marketId} and id = ${id} and status = 'draft' and listed_at is null`)
  return rowCount === 1
}
