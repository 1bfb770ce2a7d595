import { sql } from 'drizzle-orm'
import type { Db } from '#server/platform/db.ts'
import { newId } from '#server/platform/ids.ts'
import type { ProductDraft, ProductStatus } from '#shared/catalogue/product.ts'
import { articleNoOf, cellOf, priceAtMoq, type ReviewedFields } from '../domain/stored-product.ts'

/** A product to be written: what the seller says, and where it stands. */
export type NewProduct = {
  id: string
  shopId: string
  draft: ProductDraft
  status: ProductStatus
  /** ISO moment; null for one that is not listed. */
  listedAt: string | null
  sold30d?: number
}

type NewSku = {
  productId: string
  id: string
  position: number
  draft: ProductDraft['skus'][number]
  styleNo: string
}
const json = (value: unknown) => sql`${JSON.stringify(value)}::jsonb`

/** Writes whole products, any number of them, in six statements: thousands of SKUs travel as one JSON text each. */
export async function insertProducts(
  db: Db,
  marketId: string,
  items: readonly NewProduct[],
  {
    personId,
    at,
    newSkuId = () => newId('sku'),
  }: { personId: string | null; at: Date; newSkuId?: () => string },
): Promise<void> {
  if (items.length === 0) return
  const rows = items.map(({ id, shopId, draft, status, listedAt, sold30d = 0 }) => ({
    ...draft,
    skus: undefined,
    tiers: undefined,
    id,
    shopId,
    status,
    listedAt,
    sold30d,
  }))
  await db.execute(sql`insert into products (market_id, id, shop_id, style_no, category_id, title, description, attributes, unit,
      quote_mode, moq, pack_size, pack_note, mixed_batch, sample_price, sample_limit, lead_time_days, origin, hs_code, customisable,
      status, sold30d, listed_at, created_at, updated_at)
    select ${marketId}, x.id, x."shopId", x."styleNo", x."categoryId", x.title, x.description, x.attributes, x.unit, x."quoteMode",
      x.moq, x."packSize", x."packNote", x."mixedBatch", x."samplePrice", x."sampleLimit", x."leadTimeDays", x.origin, x."hsCode",
      x.customisable, x.status, x."sold30d", x."listedAt", ${at.toISOString()}, ${at.toISOString()}
    from jsonb_to_recordset(${json(rows)}) as x(id text, "shopId" text, "styleNo" text, "categoryId" text, title jsonb,
      description jsonb, attributes jsonb, unit text, "quoteMode" text, moq int, "packSize" int, "packNote" jsonb,
      "mixedBatch" boolean, "samplePrice" bigint, "sampleLimit" int, "leadTimeDays" int, origin jsonb, "hsCode" text,
      customisable boolean, status text, "sold30d" int, "listedAt" timestamptz)`)
  await insertSkus(
    db,
    marketId,
    items.flatMap(({ id, draft }) =>
      draft.skus.map((sku, position) => ({
        productId: id,
        id: newSkuId(),
        position,
        draft: sku,
        styleNo: draft.styleNo,
      })),
    ),
    personId,
  )
  await insertTiers(db, marketId, items)
  await insertMediaOrder(db, marketId, items)
  await appendPrices(db, marketId, items, at)
}

/** Writes SKUs with their opening stock. */
export async function insertSkus(
  db: Db,
  marketId: string,
  items: readonly NewSku[],
  personId: string | null,
): Promise<void> {
  if (items.length === 0) return
  const rows = items.map(({ productId, id, position, draft, styleNo }) => ({
    ...draft,
    productId,
    id,
    position,
    cell: cellOf(draft),
    articleNo: articleNoOf(styleNo, draft),
  }))
  await db.execute(sql`with x as materialized (
      select * from jsonb_to_recordset(${json(rows)}) as x(id text, "productId" text, position int, cell text, colour jsonb,
        "colourHex" text, size text, "articleNo" text, "unitPrice" bigint, "weightGrams" int, barcode text, stock int)),
    sku as (insert into skus (market_id, id, product_id, position, cell, colour, colour_hex, size, article_no, unit_price,
        weight_grams, barcode)
      select ${marketId}, id, "productId", position, cell, colour, "colourHex", size, "articleNo", "unitPrice", "weightGrams", barcode
      from x),
    held as (insert into stock (market_id, sku_id, on_hand) select ${marketId}, id, stock from x)
    insert into stock_movements (market_id, sku_id, kind, on_hand, reserved, person_id)
    select ${marketId}, id, 'opening', stock, 0, ${personId} from x where stock <> 0`)
}

async function insertTiers(
  db: Db,
  marketId: string,
  items: readonly Pick<NewProduct, 'id' | 'draft'>[],
): Promise<void> {
  const rows = items.flatMap(({ id, draft }) => draft.tiers.map((tier) => ({ ...tier, productId: id })))
  if (rows.length === 0) return
  await db.execute(sql`insert into price_tiers (market_id, product_id, min_quantity, unit_price)
    select ${marketId}, x."productId", x."minQuantity", x."unitPrice"
    from jsonb_to_recordset(${json(rows)}) as x("productId" text, "minQuantity" int, "unitPrice" bigint)`)
}

async function insertMediaOrder(
  db: Db,
  marketId: string,
  items: readonly { id: string; draft: Pick<ProductDraft, 'mediaIds'> }[],
): Promise<void> {
  const rows = items.flatMap(({ id, draft }) =>
    draft.mediaIds.map((mediaId, position) => ({ productId: id, mediaId, position })),
  )
  if (rows.length === 0) return
  await db.execute(sql`insert into product_media (market_id, product_id, position, media_id)
    select ${marketId}, x."productId", x.position, x."mediaId"
    from jsonb_to_recordset(${json(rows)}) as x("productId" text, position int, "mediaId" text)`)
}

/** Appends today's prices to the history. */
export async function appendPrices(
  db: Db,
  marketId: string,
  items: readonly Pick<NewProduct, 'id' | 'draft'>[],
  at: Date,
): Promise<void> {
  const rows = items.map(({ id, draft }) => {
    const { lowest, highest } = priceAtMoq(draft)
    return {
      productId: id,
      lowest,
      highest,
      moq: draft.moq,
      tiers: draft.tiers,
      bySku: draft.quoteMode === 'by-sku',
    }
  })
  await db.execute(sql`insert into price_history (market_id, product_id, at, unit_price, from_quantity, tiers, highest_sku)
    select ${marketId}, x."productId", ${at.toISOString()}, x.lowest, x.moq, x.tiers, case when x."bySku" then x.highest end
    from jsonb_to_recordset(${json(rows)}) as x("productId" text, lowest bigint, highest bigint, moq int, tiers jsonb,
      "bySku" boolean)
    on conflict do nothing`)
}

/** Replaces tiers. */
export async function replaceTiers(db: Db, marketId: string, id: string, draft: ProductDraft): Promise<void> {
  await db.execute(sql`delete from price_tiers where market_id = ${marketId} and product_id = ${id}`)
  await insertTiers(db, marketId, [{ id, draft }])
}

/** Replaces the order of pictures. */
export async function replaceMediaOrder(
  db: Db,
  marketId: string,
  id: string,
  mediaIds: readonly string[],
): Promise<void> {
  await db.execute(sql`delete from product_media where market_id = ${marketId} and product_id = ${id}`)
  await insertMediaOrder(db, marketId, [{ id, draft: { mediaIds: [...mediaIds] } }])
}

/** Rewrites what is said of SKUs that stay: everything but their stock. */
export async function updateSkus(
  db: Db,
  marketId: string,
  items: readonly { id: string; position: number; draft: ProductDraft['skus'][number]; styleNo: string }[],
): Promise<void> {
  if (items.length === 0) return
  const rows = items.map(({ id, position, draft, styleNo }) => ({
    ...draft,
    id,
    position,
    articleNo: articleNoOf(styleNo, draft),
  }))
  await db.execute(sql`update skus s set position = x.position, colour = x.colour, colour_hex = x."colourHex", size = x.size,
      article_no = x."articleNo", unit_price = x."unitPrice", weight_grams = x."weightGrams", barcode = x.barcode
    from jsonb_to_recordset(${json(rows)}) as x(id text, position int, colour jsonb, "colourHex" text, size text,
      "articleNo" text, "unitPrice" bigint, "weightGrams" int, barcode text)
    where s.market_id = ${marketId} and s.id = x.id`)
}

/** Takes SKUs out; those that orders hold stay. Returns how many were taken out. */
export async function removeSkus(
  db: Db,
  marketId: string,
  ids: readonly string[],
  at: Date,
): Promise<number> {
  if (ids.length === 0) return 0
  const { rowCount } = await db.execute(sql`update skus s set removed_at = ${at.toISOString()}
    from (select k.sku_id from stock k where k.market_id = ${marketId} and k.sku_id = any(${sql.param([...ids])}::text[])
      and k.reserved = 0 order by k.sku_id for update) free
    where s.market_id = ${marketId} and s.id = free.sku_id and s.removed_at is null`)
  return rowCount ?? 0
}

/** What can be written to the row of a product at once. */
export type ProductRow = {
  draft: ProductDraft
  /** What stands under review fields now: the draft's own, or what was listed when the change has to wait. */
  reviewed: ReviewedFields
  pending: ReviewedFields | null
  change: 'waiting' | 'sent_back' | null
  status: ProductStatus
}

/** Writes the product's row, guarded by the version that was read. False: somebody changed it meanwhile. */
export async function updateProductRow(
  db: Db,
  marketId: string,
  id: string,
  version: number,
  { draft, reviewed, pending, change, status }: ProductRow,
  at: Date,
): Promise<boolean> {
  const waiting = change === 'waiting' ? sql`, submitted_at = ${at.toISOString()}, remarks = '[]'` : sql``
  const { rowCount } =
    await db.execute(sql`update products set version = version + 1, style_no = ${draft.styleNo},
      category_id = ${reviewed.categoryId}, title = ${json(reviewed.title)}, description = ${json(reviewed.description)},
      attributes = ${json(reviewed.attributes)}, origin = ${json(reviewed.origin)}, unit = ${draft.unit},
      quote_mode = ${draft.quoteMode}, moq = ${draft.moq}, pack_size = ${draft.packSize}, pack_note = ${json(draft.packNote)},
      mixed_batch = ${draft.mixedBatch}, sample_price = ${draft.samplePrice}, sample_limit = ${draft.sampleLimit},
      lead_time_days = ${draft.leadTimeDays}, hs_code = ${draft.hsCode}, customisable = ${draft.customisable},
      pending = ${pending === null ? null : JSON.stringify(pending)}::jsonb, change = ${change}, status = ${status},
      updated_at = ${at.toISOString()} ${waiting}
    where market_id = ${marketId} and id = ${id} and version = ${version}`)
  return rowCount === 1
}
