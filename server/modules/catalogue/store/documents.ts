import { sql } from 'drizzle-orm'
import type { Db } from '#server/platform/db.ts'
import type { PricePoint } from '#shared/catalogue/views.ts'

export type PreparedDocument = { productId: string; shopId: string; body: string; etag: string }

/** Prices of the last 90 days by product, oldest first; the one in force at their start stands first. */
export async function readPriceHistory(
  db: Db,
  marketId: string,
  productIds: readonly string[],
  now: Date,
): Promise<Map<string, PricePoint[]>> {
  const { rows } = await db.execute<PricePoint & { productId: string }>(sql`
    select h.product_id as "productId", iso_moment(h.at) as at, h.unit_price as "unitPrice", h.from_quantity as "fromQuantity"
    from price_history h where h.market_id = ${marketId} and h.product_id = any(${sql.param([...productIds])}::text[])
      and h.at >= coalesce((select max(b.at) from price_history b where b.market_id = h.market_id and b.product_id = h.product_id
        and b.at <= ${now.toISOString()}::timestamptz - interval '90 days'), '-infinity')
    order by h.product_id, h.at`)
  const byProduct = new Map<string, PricePoint[]>()
  for (const { productId, ...point } of rows)
    byProduct.set(productId, [...(byProduct.get(productId) ?? []), point])
  return byProduct
}

/** Puts documents in place, in one statement. */
export async function writeDocuments(
  db: Db,
  marketId: string,
  documents: readonly PreparedDocument[],
): Promise<void> {
  if (documents.length === 0) return
  await db.execute(sql`insert into product_documents (product_id, market_id, shop_id, body, etag)
    select x.product_id, ${marketId}, x.shop_id, x.body, x.etag
    from unnest(${sql.param(documents.map((each) => each.productId))}::text[],
      ${sql.param(documents.map((each) => each.shopId))}::text[], ${sql.param(documents.map((each) => each.body))}::text[],
      ${sql.param(documents.map((each) => each.etag))}::text[]) as x(product_id, shop_id, body, etag) order by 1
    on conflict (product_id) do update set body = excluded.body, etag = excluded.etag, prepared_at = now()
      where product_documents.etag <> excluded.etag`)
}

/** Takes the documents of products away that buyers may no longer see. */
export async function removeDocuments(db: Db, productIds: readonly string[]): Promise<void> {
  if (productIds.length === 0) return
  await db.execute(
    sql`delete from product_documents where product_id = any(${sql.param([...productIds])}::text[])`,
  )
}

/** Listed products of a shop, for preparing them anew when the shop changed. */
export async function listedOfShop(db: Db, marketId: string, shopId: string): Promise<string[]> {
  const { rows } = await db.execute<{ id: string }>(sql`select id from products
    where market_id = ${marketId} and shop_id = ${shopId} and status = 'listed' order by id`)
  return rows.map((row) => row.id)
}

/** Listed products of a market, by id after `after`, at most `limit`. */
export async function listedOfMarket(
  db: Db,
  marketId: string,
  after: string,
  limit: number,
): Promise<string[]> {
  const { rows } = await db.execute<{ id: string }>(sql`select id from products
    where market_id = ${marketId} and status = 'listed' and id > ${after} order by id limit ${limit}`)
  return rows.map((row) => row.id)
}

/** Number of listed products by category, over several markets the transaction may see. */
export async function countByCategory(db: Db, marketIds: readonly string[]): Promise<Map<string, number>> {
  const { rows } = await db.execute<{
    category_id: string
    count: number
  }>(sql`select category_id, count(*)::int as count
    from products where market_id = any(${sql.param([...marketIds])}::text[]) and status = 'listed' group by category_id`)
  return new Map(rows.map((row) => [row.category_id, row.count]))
}
