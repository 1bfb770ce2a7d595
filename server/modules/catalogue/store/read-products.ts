import { sql } from 'drizzle-orm'
import type { Db } from '#server/platform/db.ts'
import type { StoredProduct } from '../domain/stored-product.ts'

// One statement reads whole products, whatever their number of SKUs. Each part is gathered for all products at once and joined, so that
// a thousand products cost a handful of scans even before the planner knows how large the tables are (`offset 0` keeps it on the key of the stock's row).
const columns = sql`p.market_id as "marketId", p.id, p.shop_id as "shopId", p.style_no as "styleNo", p.category_id as "categoryId",
  p.title, p.description, p.attributes, p.unit, p.quote_mode as "quoteMode", p.moq, p.pack_size as "packSize",
  p.pack_note as "packNote", p.mixed_batch as "mixedBatch", p.sample_price as "samplePrice", p.sample_limit as "sampleLimit",
  p.lead_time_days as "leadTimeDays", p.origin, p.hs_code as "hsCode", p.customisable, p.status, p.version, p.pending, p.change,
  p.remarks, p.sold30d as "sold30d", iso_moment(p.submitted_at) as "submittedAt", iso_moment(p.reviewed_at) as "reviewedAt",
  iso_moment(p.listed_at) as "listedAt", iso_moment(p.updated_at) as "updatedAt", coalesce(t.tiers, '[]') as tiers,
  coalesce(s.skus, '[]') as skus, coalesce(o.ids, '[]') as "mediaIds", coalesce(m.media, '[]') as media,
  coalesce(r.reports, '[]') as "testReports"`

const partsOf = (marketId: string) => sql`
  tier as (select t.product_id as id, json_agg(json_build_object('minQuantity', t.min_quantity, 'unitPrice', t.unit_price)
      order by t.min_quantity) as tiers
    from price_tiers t where t.market_id = ${marketId} and t.product_id = any(select id from wanted) group by 1),
  cell as (select s.product_id as id, json_agg(json_build_object('id', s.id, 'position', s.position, 'articleNo', s.article_no,
      'colour', s.colour, 'colourHex', s.colour_hex, 'size', s.size, 'unitPrice', s.unit_price, 'weightGrams', s.weight_grams,
      'barcode', s.barcode, 'onHand', k.on_hand, 'reserved', k.reserved) order by s.position, s.id) as skus
    from skus s cross join lateral (select k.on_hand, k.reserved from stock k
      where k.market_id = s.market_id and k.sku_id = s.id offset 0) k
    where s.market_id = ${marketId} and s.product_id = any(select id from wanted) and s.removed_at is null group by 1),
  ordering as (select o.product_id as id, json_agg(o.media_id order by o.position) as ids
    from product_media o where o.market_id = ${marketId} and o.product_id = any(select id from wanted) group by 1),
  shown as (select o.product_id as id, o.media_id from product_media o
      where o.market_id = ${marketId} and o.product_id = any(select id from wanted)
    union select p.id, jsonb_array_elements_text(p.pending -> 'mediaIds') from found p where p.pending is not null),
  picture as (select h.id, json_agg(json_build_object('id', m.id, 'kind', f.kind, 'width', f.width, 'height', f.height,
      'alt', m.alt)) as media
    from shown h join media m on m.market_id = ${marketId} and m.id = h.media_id join media_sources f on f.media_id = m.id group by 1),
  report as (select p.id, json_agg(json_build_object('id', r.id, 'number', r.number, 'lab', r.lab, 'issuedOn', r.issued_on,
      'expiresOn', r.expires_on, 'mediaId', r.media_id) order by r.issued_on desc, r.id) as reports
    from test_reports r cross join unnest(r.style_nos) as covered(style_no)
      join found p on p.shop_id = r.shop_id and p.style_no = covered.style_no
    where r.market_id = ${marketId} and r.shop_id = any(select shop_id from found)
      and r.style_nos && (select array_agg(style_no) from found) group by 1)`

/** Products whole, in the order of the ids; unknown ids are left out. */
export async function readProducts(
  db: Db,
  marketId: string,
  ids: readonly string[],
): Promise<StoredProduct[]> {
  if (ids.length === 0) return []
  const { rows } = await db.execute<StoredProduct>(sql`
    with wanted as materialized (select id, place from unnest(${sql.param([...ids])}::text[]) with ordinality as w(id, place)),
    found as materialized (select p.*, w.place from wanted w join products p on p.market_id = ${marketId} and p.id = w.id),
    ${partsOf(marketId)}
    select ${columns} from found p left join tier t on t.id = p.id left join cell s on s.id = p.id left join ordering o on o.id = p.id
      left join picture m on m.id = p.id left join report r on r.id = p.id order by p.place`)
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
