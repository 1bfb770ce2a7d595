import { type SQL, sql } from 'drizzle-orm'
import type { Db } from '#server/platform/db.ts'
import type { ProductStatus } from '#shared/catalogue/product.ts'
import type { SellerProductLine } from '#shared/catalogue/views.ts'
import type { Localised } from '#shared/text.ts'

export type ListedLine = Omit<SellerProductLine, 'lowest' | 'highest' | 'actions'> & {
  lowestAmount: number
  highestAmount: number
  listedAt: string | null
}
/** Where a page of the shop's list ended. */
export type ShopCursor = { updatedAt: string; id: string }

const like = (q: string): string => `%${q.replace(/[\\%_]/g, '\\$&')}%`

/** A page of a shop's products, newest change first. */
export async function pageOfShop(
  db: Db,
  marketId: string,
  shopId: string,
  {
    status,
    q,
    after,
    limit,
  }: { status?: ProductStatus | undefined; q?: string | undefined; after: ShopCursor | null; limit: number },
): Promise<ListedLine[]> {
  const where: SQL[] = [sql`p.market_id = ${marketId} and p.shop_id = ${shopId}`]
  if (status) where.push(sql`p.status = ${status}`)
  if (q) {
    const pattern = like(q)
    where.push(
      sql`(p.style_no ilike ${pattern} or p.title ->> 'zh' ilike ${pattern} or p.title ->> 'en' ilike ${pattern})`,
    )
  }
  if (after) where.push(sql`(p.updated_at, p.id) < (${after.updatedAt}::timestamptz, ${after.id})`)
  const { rows } = await db.execute<ListedLine>(sql`
    with page as materialized (select * from products p where ${sql.join(where, sql` and `)}
      order by p.updated_at desc, p.id desc limit ${limit})
    select p.id, p.style_no as "styleNo", coalesce(p.pending -> 'title', p.title) as title, p.status, p.change,
      p.category_id as "categoryId", p.unit, p.moq, p.version, iso_moment(p.updated_at) as "updatedAt",
      iso_moment(p.listed_at) as "listedAt", jsonb_array_length(p.remarks) as "remarkCount",
      (select pm.media_id from product_media pm where pm.market_id = p.market_id and pm.product_id = p.id
        order by pm.position limit 1) as "mediaId",
      coalesce(k.lowest, t.lowest, 0) as "lowestAmount", coalesce(k.highest, t.highest, 0) as "highestAmount",
      coalesce(k.sku_count, 0)::int as "skuCount", coalesce(k.available, 0)::int as available
    from page p
    left join lateral (select min(unit_price) as lowest, max(unit_price) as highest from price_tiers t
      where t.market_id = p.market_id and t.product_id = p.id) t on true
    left join lateral (select count(*) as sku_count, sum(least(k.on_hand - k.reserved, 2000000)) as available,
        case when p.quote_mode = 'by-sku' then min(s.unit_price) end as lowest,
        case when p.quote_mode = 'by-sku' then max(s.unit_price) end as highest
      from skus s join stock k on k.market_id = s.market_id and k.sku_id = s.id
      where s.market_id = p.market_id and s.product_id = p.id and s.removed_at is null) k on true
    order by p.updated_at desc, p.id desc`)
  return rows
}

/** Number of a shop's products by status. */
export async function countByStatus(
  db: Db,
  marketId: string,
  shopId: string,
): Promise<Record<ProductStatus, number>> {
  const { rows } = await db.execute<{
    status: ProductStatus
    count: number
  }>(sql`select status, count(*)::int as count
    from products where market_id = ${marketId} and shop_id = ${shopId} group by status`)
  const counts = { draft: 0, in_review: 0, sent_back: 0, listed: 0, withdrawn: 0 }
  for (const { status, count } of rows) counts[status] = count
  return counts
}

export type WaitingLine = {
  productId: string
  shopId: string
  title: Localised
  categoryId: string
  mediaId: string | null
  submittedAt: string
  relisting: boolean
}
export type WaitingCursor = { submittedAt: string; id: string }

const waiting = sql`(p.status = 'in_review' or p.change = 'waiting')`

/** A page of the review queue, longest waiting first. */
export async function pageOfWaiting(
  db: Db,
  marketId: string,
  after: WaitingCursor | null,
  limit: number,
): Promise<WaitingLine[]> {
  const from = after
    ? sql`and (p.submitted_at, p.id) > (${after.submittedAt}::timestamptz, ${after.id})`
    : sql``
  const { rows } = await db.execute<WaitingLine>(sql`select p.id as "productId", p.shop_id as "shopId",
      coalesce(p.pending -> 'title', p.title) as title, coalesce(p.pending ->> 'categoryId', p.category_id) as "categoryId",
      coalesce(p.pending -> 'mediaIds' ->> 0, (select pm.media_id from product_media pm
        where pm.market_id = p.market_id and pm.product_id = p.id order by pm.position limit 1)) as "mediaId",
      iso_moment(p.submitted_at) as "submittedAt", p.listed_at is not null as relisting
    from products p where p.market_id = ${marketId} and ${waiting} ${from}
    order by p.submitted_at, p.id limit ${limit}`)
  return rows
}

/** How many listings wait for review. */
export async function countWaiting(db: Db, marketId: string): Promise<number> {
  const { rows } = await db.execute<{ count: number }>(
    sql`select count(*)::int as count from products p where p.market_id = ${marketId} and ${waiting}`,
  )
  return rows[0]?.count ?? 0
}
