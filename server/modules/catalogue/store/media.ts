import { sql } from 'drizzle-orm'
import type { Db } from '#server/platform/db.ts'
import type { MediaView } from '#shared/catalogue/views.ts'
import type { Localised } from '#shared/text.ts'

export type MediaSource = { kind: 'upload' | 'drawing'; objectKey: string | null; drawing: object | null }
export type NewMedia = {
  id: string
  shopId: string
  alt: Localised
  width: number
  height: number
  objectKey: string | null
  drawing: object | null
}

/** Writes pictures with what they are rendered from, any number of them. */
export async function insertMedia(db: Db, marketId: string, items: readonly NewMedia[]): Promise<void> {
  if (items.length === 0) return
  await db.execute(sql`with x as materialized (select * from jsonb_to_recordset(${JSON.stringify(items)}::jsonb)
      as x(id text, "shopId" text, alt jsonb, width int, height int, "objectKey" text, drawing jsonb)),
    source as (insert into media_sources (media_id, kind, object_key, drawing, width, height)
      select id, case when "objectKey" is null then 'drawing' else 'upload' end, "objectKey", nullif(drawing, 'null'::jsonb), width, height
      from x)
    insert into media (market_id, id, shop_id, alt) select ${marketId}, id, "shopId", alt from x`)
}

/** What a picture is rendered from, or null. Needs no market: whoever knows the id may see the picture. */
export async function readMediaSource(db: Db, mediaId: string): Promise<MediaSource | null> {
  const { rows } =
    await db.execute<MediaSource>(sql`select kind, object_key as "objectKey", drawing from media_sources
    where media_id = ${mediaId}`)
  return rows[0] ?? null
}

/** Those of the ids that are no pictures of this shop. */
export async function unknownMedia(
  db: Db,
  marketId: string,
  shopId: string,
  ids: readonly string[],
): Promise<string[]> {
  if (ids.length === 0) return []
  const { rows } = await db.execute<{
    id: string
  }>(sql`select id from unnest(${sql.param([...ids])}::text[]) as wanted(id)
    where not exists (select from media m where m.market_id = ${marketId} and m.shop_id = ${shopId} and m.id = wanted.id)`)
  return rows.map((row) => row.id)
}

/** Changes the text that stands for a picture. Null: the shop has none by this id. */
export async function writeAlt(
  db: Db,
  marketId: string,
  shopId: string,
  mediaId: string,
  alt: Localised,
): Promise<MediaView | null> {
  const { rows } =
    await db.execute<MediaView>(sql`update media m set alt = ${JSON.stringify(alt)}::jsonb from media_sources o
    where m.market_id = ${marketId} and m.shop_id = ${shopId} and m.id = ${mediaId} and o.media_id = m.id
    returning m.id, o.kind, o.width, o.height, m.alt`)
  return rows[0] ?? null
}

/** Listed products that show this picture. */
export async function productsShowing(db: Db, marketId: string, mediaId: string): Promise<string[]> {
  const { rows } = await db.execute<{ id: string }>(sql`select distinct product_id as id from product_media
    where market_id = ${marketId} and media_id = ${mediaId} order by 1`)
  return rows.map((row) => row.id)
}

/** Pictures of a product. */
export async function mediaOfProduct(db: Db, marketId: string, productId: string): Promise<string[]> {
  const { rows } = await db.execute<{ id: string }>(sql`select media_id as id from product_media
    where market_id = ${marketId} and product_id = ${productId}`)
  return rows.map((row) => row.id)
}

/**
 * Deletes those of the pictures that nothing shows, and says which are still there. The foreign keys of products and reports refuse what
 * begins to be shown meanwhile; the job that asks then comes again.
 */
export async function deleteUnusedMedia(
  db: Db,
  marketId: string,
  mediaIds: readonly string[],
): Promise<{ deleted: { id: string; objectKey: string | null }[]; still: string[] }> {
  const ids = sql`${sql.param([...mediaIds])}::text[]`
  const gone = await db.execute<{
    id: string
  }>(sql`delete from media m where m.market_id = ${marketId} and m.id = any(${ids})
      and not exists (select from product_media p where p.market_id = m.market_id and p.media_id = m.id)
      and not exists (select from test_reports r where r.market_id = m.market_id and r.media_id = m.id)
      and not exists (select from products p where p.market_id = m.market_id and position(m.id in p.pending::text) > 0)
      and not exists (select from snapshots s where s.market_id = m.market_id and position(m.id in s.content::text) > 0)
    returning m.id`)
  const deleted = await db.execute<{ id: string; objectKey: string | null }>(sql`delete from media_sources
    where media_id = any(${sql.param(gone.rows.map((row) => row.id))}::text[]) returning media_id as id, object_key as "objectKey"`)
  const still = await db.execute<{ id: string }>(
    sql`select id from media where market_id = ${marketId} and id = any(${ids})`,
  )
  return { deleted: deleted.rows, still: still.rows.map((row) => row.id) }
}
