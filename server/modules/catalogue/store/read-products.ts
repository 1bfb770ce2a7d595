import { sql } from 'drizzle-orm'
import { type Db, plannedOnce } from '#server/platform/db.ts'
import type { StoredProduct } from '../domain/stored-product.ts'

// One statement reads whole products, whatever their number of SKUs: each part is gathered as JSON beside its product.
// Ids come as JSON: for an array the planner makes a new plan with each call, and planning this costs more than reading a few.
// `offset 0` keeps every look-up on its key: where statistics are young or missing, the planner takes the market alone for selective
// enough, and reads all of its pictures for each product.
const parts = sql`
  p.market_id as "marketId", p.id, p.shop_id as "shopId", p.style_no as "styleNo", p.category_id as "categoryId", p.title,
  p.description, p.attributes, p.unit, p.quote_mode as "quoteMode", p.moq, p.pack_size as "packSize", p.pack_note as "packNote",
  p.mixed_batch as "mixedBatch", p.sample_price as "samplePrice", p.sample_limit as "sampleLimit",
  p.lead_time_days as "leadTimeDays", p.origin, p.hs_code as "hsCode", p.customisable, p.status, p.version, p.pending, p.change,
  p.remarks, p.sold30d as "sold30d",
  iso_moment(p.submitted_at) as "submittedAt", iso_moment(p.reviewed_at) as "reviewedAt",
  iso_moment(p.listed_at) as "listedAt", iso_moment(p.updated_at) as "updatedAt",
  coalesce((select json_agg(json_build_object('minQuantity', t.min_quantity, 'unitPrice', t.unit_price) order by t.min_quantity)
    from price_tiers t where t.market_id = p.market_id and t.product_id = p.id), '[]') as tiers,
  coalesce((select json_agg(json_build_object('id', s.id, 'position', s.position, 'articleNo', s.article_no, 'colour', s.colour,
      'colourHex', s.colour_hex, 'size', s.size, 'unitPrice', s.unit_price, 'weightGrams', s.weight_grams, 'barcode', s.barcode,
      'onHand', k.on_hand, 'reserved', k.reserved) order by s.position, s.id)
    from skus s cross join lateral (select k.on_hand, k.reserved from stock k
      where k.market_id = s.market_id and k.sku_id = s.id offset 0) k
    where s.market_id = p.market_id and s.product_id = p.id and s.removed_at is null), '[]') as skus,
  coalesce((select json_agg(pm.media_id order by pm.position) from product_media pm
    where pm.market_id = p.market_id and pm.product_id = p.id), '[]') as "mediaIds",
  coalesce((select json_agg(json_build_object('id', m.id, 'kind', m.kind, 'width', m.width, 'height', m.height, 'alt', m.alt))
    from (select pm.media_id from product_media pm where pm.market_id = p.market_id and pm.product_id = p.id
      union select jsonb_array_elements_text(p.pending -> 'mediaIds')) shown
    cross join lateral (select m.id, m.alt, o.kind, o.width, o.height from media m join media_sources o on o.media_id = m.id
      where m.market_id = p.market_id and m.id = shown.media_id offset 0) m), '[]') as media,
  coalesce((select json_agg(json_build_object('id', r.id, 'number', r.number, 'lab', r.lab, 'issuedOn', r.issued_on,
      'expiresOn', r.expires_on, 'mediaId', r.media_id) order by r.issued_on desc, r.id)
    from test_reports r where r.market_id = p.market_id and r.shop_id = p.shop_id and r.style_nos @> array[p.style_no]), '[]')
    as "testReports"`

/** Products whole, in the order of the ids; unknown ids are left out. */
export async function readProducts(
  db: Db,
  marketId: string,
  ids: readonly string[],
): Promise<StoredProduct[]> {
  if (ids.length === 0) return []
  const { rows } = await db.execute<StoredProduct>(
    sql`${plannedOnce}select ${parts} from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb) with ordinality as wanted(id, place)
      cross join lateral (select * from products where market_id = ${marketId} and id = wanted.id offset 0) p order by wanted.place`,
  )
  return rows.map(withMediaInOrder)
}

/** One product whole, or null. */
export async function readProduct(db: Db, marketId: string, id: string): Promise<StoredProduct | null> {
  return (await readProducts(db, marketId, [id]))[0] ?? null
}

/** Locks the product's row for the transaction and reads it whole: whoever changes it waits. Null when there is none. */
export async function lockProduct(db: Db, marketId: string, id: string): Promise<StoredProduct | null> {
  await db.execute(sql`select 1 from products where market_id = ${marketId} and id = ${id} for update`)
  return readProduct(db, marketId, id)
}

function withMediaInOrder(product: StoredProduct): StoredProduct {
  const order = product.pending?.mediaIds ?? product.mediaIds
  const place = new Map(order.map((id, index) => [id, index]))
  const last = order.length
  return {
    ...product,
    media: product.media.toSorted((a, b) => (place.get(a.id) ?? last) - (place.get(b.id) ?? last)),
  }
}

/** Prices of the first tier of a shop's products that are quoted by quantity, by style number. */
export async function pricesByStyle(
  db: Db,
  marketId: string,
  shopId: string,
  styleNos: readonly string[],
): Promise<Map<string, number>> {
  const { rows } = await db.execute<{ style_no: string; price: number }>(
    sql`select p.style_no, t.unit_price::int as price from products p
      cross join lateral (select t.unit_price from price_tiers t
        where t.market_id = p.market_id and t.product_id = p.id order by t.min_quantity limit 1) t
      where p.market_id = ${marketId} and p.shop_id = ${shopId} and p.quote_mode = 'by-quantity'
        and p.style_no = any(${sql.param([...styleNos])}::text[])`,
  )
  return new Map(rows.map((row) => [row.style_no, row.price]))
}

/** Ids of products of a shop by style number. */
export async function productIdsByStyle(
  db: Db,
  marketId: string,
  shopId: string,
  styleNos: readonly string[],
): Promise<Map<string, string>> {
  const { rows } = await db.execute<{ style_no: string; id: string }>(
    sql`select style_no, id from products where market_id = ${marketId} and shop_id = ${shopId}
      and style_no = any(${sql.param([...styleNos])}::text[])`,
  )
  return new Map(rows.map((row) => [row.style_no, row.id]))
}
