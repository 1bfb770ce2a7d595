import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { plannedOnce, type Tx } from '#server/platform/db.ts'
import { publish } from '#server/platform/events.ts'
import { ProblemError } from '#server/platform/problems.ts'
import type { PriceTier, ProductDraft, ProductStatus } from '#shared/catalogue/product.ts'
import type { Localised } from '#shared/text.ts'
import { availableOf, canonical, type StoredProduct } from './domain/stored-product.ts'
import { productsChanged } from './events.ts'
import { readProducts } from './store/read-products.ts'
import { type Demand, holdRows, productsOfSkus, readStock, settleRows, summed } from './store/stock.ts'

/** What an order needs of a product: everything `evaluateShopCart` asks, and what lines show. */
export type ProductOffer = {
  productId: string
  shopId: string
  status: ProductStatus
  styleNo: string
  title: Localised
  mediaId: string | null
  quoteMode: ProductDraft['quoteMode']
  tiers: PriceTier[]
  moq: number
  packSize: number
  mixedBatch: boolean
  samplePrice: number | null
  sampleLimit: number
  unit: ProductDraft['unit']
  leadTimeDays: number
  customisable: boolean
  skus: {
    skuId: string
    articleNo: string
    colour: Localised
    colourHex: string | null
    size: string
    unitPrice: number | null
    weightGrams: number | null
    available: number
  }[]
}

const offerOf = (product: StoredProduct): ProductOffer => ({
  productId: product.id,
  shopId: product.shopId,
  status: product.status,
  styleNo: product.styleNo,
  title: product.title,
  mediaId: product.mediaIds[0] ?? null,
  quoteMode: product.quoteMode,
  tiers: product.tiers,
  moq: product.moq,
  packSize: product.packSize,
  mixedBatch: product.mixedBatch,
  samplePrice: product.samplePrice,
  sampleLimit: product.sampleLimit,
  unit: product.unit,
  leadTimeDays: product.leadTimeDays,
  customisable: product.customisable,
  skus: product.skus.map((sku) => ({
    skuId: sku.id,
    articleNo: sku.articleNo,
    colour: sku.colour,
    colourHex: sku.colourHex,
    size: sku.size,
    unitPrice: sku.unitPrice,
    weightGrams: sku.weightGrams,
    available: availableOf(sku),
  })),
})

/** Offers of products as they are now, by product id, whatever their status: the caller refuses what is not `listed`. */
export async function offersFor(
  tx: Tx,
  marketId: string,
  productIds: readonly string[],
): Promise<Map<string, ProductOffer>> {
  const products = await readProducts(tx, marketId, productIds)
  return new Map(products.map((product) => [product.id, offerOf(product)]))
}

/** Offers by SKU, for carts that know only cells. */
export async function offersForSkus(
  tx: Tx,
  marketId: string,
  skuIds: readonly string[],
): Promise<Map<string, ProductOffer>> {
  return offersFor(tx, marketId, await productsOfSkus(tx, marketId, skuIds))
}

// Without a key on purpose: orders of one product would queue up on the key's row until each other's commit.
async function tellStockChanged(tx: Tx, marketId: string, demand: readonly Demand[]): Promise<void> {
  if (demand.length === 0) return
  const named = demand.flatMap((each) => each.productId ?? [])
  const productIds =
    named.length === demand.length
      ? [...new Set(named)]
      : await productsOfSkus(
          tx,
          marketId,
          demand.map((each) => each.skuId),
        )
  await publish(tx, productsChanged, { marketId, productIds })
}

/**
 * Reserves stock for an order, all of it or nothing: throws `catalogue/not-enough-stock` with the SKUs that have too little
 * and what each has, and the caller's transaction ends. Quantities are positive pieces; an order reference holds once.
 */
export async function holdStock(
  tx: Tx,
  marketId: string,
  orderRef: string,
  demand: readonly Demand[],
): Promise<void> {
  const wanted = summed(demand)
  if (wanted.length === 0) return
  const held = await holdRows(tx, marketId, orderRef, wanted)
  const short = wanted.filter((each) => !held.has(each.skuId))
  if (short.length > 0) {
    const now = await readStock(
      tx,
      marketId,
      short.map((each) => each.skuId),
    )
    const available = short.map(({ skuId }) => {
      const line = now.get(skuId)
      return line ? availableOf(line) : 0
    })
    throw new ProblemError('catalogue/not-enough-stock', {
      skuIds: short.map((each) => each.skuId),
      available,
    })
  }
  await tellStockChanged(tx, marketId, demand)
}

/** Gives back what an order still holds; with `lines`, at most these quantities. A repeat gives nothing back. Returns what was given. */
export async function releaseStock(
  tx: Tx,
  marketId: string,
  orderRef: string,
  lines: readonly Demand[] | null = null,
): Promise<Demand[]> {
  const given = await settleRows(tx, marketId, orderRef, 'release', lines === null ? null : summed(lines))
  await tellStockChanged(tx, marketId, given)
  return given
}

/**
 * Hands over what an order holds: on hand and reserved go down together. With `lines`, exactly these quantities, or
 * `catalogue/hold-not-open` when the order holds less; without, everything it still holds.
 */
export async function shipStock(
  tx: Tx,
  marketId: string,
  orderRef: string,
  lines: readonly Demand[] | null = null,
): Promise<Demand[]> {
  const wanted = lines === null ? null : summed(lines)
  const shipped = await settleRows(tx, marketId, orderRef, 'ship', wanted)
  if (wanted !== null) {
    const bySku = new Map(shipped.map((each) => [each.skuId, each.quantity]))
    const missing = wanted.filter((each) => (bySku.get(each.skuId) ?? 0) < each.quantity)
    if (missing.length > 0)
      throw new ProblemError('catalogue/hold-not-open', { skuIds: missing.map((each) => each.skuId) })
  }
  await tellStockChanged(tx, marketId, shipped)
  return shipped
}

/** What a buyer was promised of one product; `terms` are the shop's, as the caller shows them. */
export type Promised = { productId: string; terms: object }

/**
 * Writes down what is promised of products now (title, attributes, prices, SKUs, pictures, terms) and returns the hash of each by
 * product id. The hash names the content, so a thousand orders of the same promise share one row (E-commerce Law art. 31).
 */
export async function snapshotsFor(
  tx: Tx,
  marketId: string,
  promised: readonly Promised[],
): Promise<Map<string, string>> {
  const products = await readProducts(
    tx,
    marketId,
    promised.map((each) => each.productId),
  )
  return keepSnapshots(tx, marketId, products, promised)
}

/**
 * Offers as they are now, and from the same reading what to keep of them: what is judged is what is promised, and products are
 * read once.
 */
export async function offersToPromise(
  tx: Tx,
  marketId: string,
  productIds: readonly string[],
): Promise<{
  offers: Map<string, ProductOffer>
  keepSnapshots: (promised: readonly Promised[]) => Promise<Map<string, string>>
}> {
  const products = await readProducts(tx, marketId, productIds)
  return {
    offers: new Map(products.map((product) => [product.id, offerOf(product)])),
    keepSnapshots: (promised) => keepSnapshots(tx, marketId, products, promised),
  }
}

/** Snapshots that another transaction has committed: they are never changed or deleted, so they need not be written again. */
const storedSnapshots = new Set<string>()

async function insertSnapshots(
  tx: Tx,
  marketId: string,
  made: readonly { hash: string; content: string }[],
): Promise<void> {
  const { rows } = await tx.execute<{
    hash: string
  }>(sql`${plannedOnce}insert into snapshots (market_id, hash, content)
    select ${marketId}, x.hash, x.content::jsonb
    from (select distinct * from unnest(${sql.param(made.map((each) => each.hash))}::text[],
      ${sql.param(made.map((each) => each.content))}::text[]) as x(hash, content) order by hash) x
    on conflict do nothing returning hash`)
  const mine = new Set(rows.map((row) => row.hash))
  if (storedSnapshots.size > 20_000) storedSnapshots.clear()
  // One that this transaction wrote may still be taken back; one that was there is there to stay.
  for (const { hash } of made) if (!mine.has(hash)) storedSnapshots.add(`${marketId} ${hash}`)
}

async function keepSnapshots(
  tx: Tx,
  marketId: string,
  products: readonly StoredProduct[],
  promised: readonly Promised[],
): Promise<Map<string, string>> {
  const terms = new Map(promised.map((each) => [each.productId, each.terms]))
  const made = products.map((product) => {
    const content = canonical(snapshotOf(product, terms.get(product.id) ?? {}))
    return { productId: product.id, hash: createHash('sha256').update(content).digest('hex'), content }
  })
  const unknown = made.filter((each) => !storedSnapshots.has(`${marketId} ${each.hash}`))
  if (unknown.length > 0) await insertSnapshots(tx, marketId, unknown)
  return new Map(made.map((each) => [each.productId, each.hash]))
}

function snapshotOf(product: StoredProduct, terms: object): object {
  const {
    id,
    shopId,
    styleNo,
    categoryId,
    title,
    description,
    attributes,
    unit,
    quoteMode,
    tiers,
    moq,
    packSize,
  } = product
  const {
    packNote,
    mixedBatch,
    samplePrice,
    sampleLimit,
    leadTimeDays,
    origin,
    hsCode,
    customisable,
    mediaIds,
  } = product
  return {
    productId: id,
    shopId,
    styleNo,
    categoryId,
    title,
    description,
    attributes,
    unit,
    quoteMode,
    tiers,
    moq,
    packSize,
    packNote,
    mixedBatch,
    samplePrice,
    sampleLimit,
    leadTimeDays,
    origin,
    hsCode,
    customisable,
    mediaIds,
    testReports: product.testReports.map(({ number, lab, issuedOn, expiresOn }) => ({
      number,
      lab,
      issuedOn,
      expiresOn,
    })),
    // Stock is not promised: it would make every order's snapshot its own.
    skus: product.skus.map(({ id: skuId, articleNo, colour, size, unitPrice, weightGrams, barcode }) => ({
      id: skuId,
      articleNo,
      colour,
      size,
      unitPrice,
      weightGrams,
      barcode,
    })),
    terms,
  }
}

/** What was promised under this hash, or null. */
export async function readSnapshot(tx: Tx, marketId: string, hash: string): Promise<object | null> {
  const { rows } = await tx.execute<{ content: object }>(
    sql`select content from snapshots where market_id = ${marketId} and hash = ${hash}`,
  )
  return rows[0]?.content ?? null
}
