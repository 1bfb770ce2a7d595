import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { inMarket, type Tx } from '#server/platform/db.ts'
import { publish } from '#server/platform/events.ts'
import type { Catalogue } from './actions/context.ts'
import { type ListedProduct, productDocument } from './domain/product-document.ts'
import { productsChanged } from './events.ts'
import {
  listedOfMarket,
  listedOfShop,
  type PreparedDocument,
  readPriceHistory,
  removeDocuments,
  writeDocuments,
} from './store/documents.ts'
import { readProducts } from './store/read-products.ts'

/** What buyers may see of these products now, and the ids of those they may not see (any more). */
export type Listed = { listed: ListedProduct[]; hidden: string[] }

/** Reads products with shop and market; a product is listed while its status says so and its shop is open. */
export async function readListed(
  { neighbours }: Pick<Catalogue, 'neighbours'>,
  tx: Tx,
  marketId: string,
  productIds: readonly string[],
): Promise<Listed> {
  const products = await readProducts(tx, marketId, productIds)
  const shopIds = [...new Set(products.map((product) => product.shopId))]
  const [shops, markets] = [
    await neighbours.shopsById(tx, marketId, shopIds),
    await neighbours.marketsById([marketId], tx),
  ]
  const market = markets.get(marketId)
  const listed = products.flatMap((product): ListedProduct[] => {
    const shop = shops.get(product.shopId)
    return product.status === 'listed' && shop?.open && market ? [{ product, shop, market }] : []
  })
  const ids = new Set(listed.map(({ product }) => product.id))
  return { listed, hidden: productIds.filter((id) => !ids.has(id)) }
}

/**
 * Locks the rows of products, ordered by id, so that whoever prepares what is read from them does it one after the other: the last
 * one to write has read the newest state.
 */
export const lockForPreparing = (tx: Tx, marketId: string, productIds: readonly string[]): Promise<unknown> =>
  tx.execute(sql`select 1 from products where market_id = ${marketId} and id = any(${sql.param([...productIds])}::text[])
    order by id for no key update`)

/**
 * Prepares the public documents of these products anew and takes away those that may not be seen. Bears any repeat. `also` gets what was
 * read, while the products are still locked: for whoever prepares from the same.
 */
export async function prepareDocuments(
  catalogue: Catalogue,
  marketId: string,
  productIds: readonly string[],
  also?: (listed: Listed) => Promise<void>,
): Promise<void> {
  await inMarket(catalogue.database, marketId, async (tx) => {
    await lockForPreparing(tx, marketId, productIds)
    const { listed, hidden } = await readListed(catalogue, tx, marketId, productIds)
    const history = await readPriceHistory(tx, marketId, productIds, catalogue.clock.now())
    const documents = listed.map((each): PreparedDocument => {
      const body = JSON.stringify(productDocument(each, catalogue.book, history.get(each.product.id) ?? []))
      const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
      return { productId: each.product.id, shopId: each.shop.id, body, etag }
    })
    await writeDocuments(tx, marketId, documents)
    await removeDocuments(tx, hidden)
    await also?.({ listed, hidden })
  })
}

/** Runs `work` for all listed products of a market, 500 at a time: for filling the demo and for rebuilding. */
export async function eachListedBatch(
  { database }: Pick<Catalogue, 'database'>,
  marketId: string,
  work: (productIds: string[]) => Promise<void>,
): Promise<number> {
  let after = ''
  let count = 0
  for (;;) {
    const ids = await inMarket(database, marketId, (tx) => listedOfMarket(tx, marketId, after, 500))
    if (ids.length === 0) return count
    await work(ids)
    count += ids.length
    after = ids.at(-1) ?? after
  }
}

/** Asks for everything that is prepared of a shop's products to be made anew. */
export function tellShopChanged(
  { database }: Pick<Catalogue, 'database'>,
  marketId: string,
  shopId: string,
): Promise<void> {
  return inMarket(database, marketId, async (tx) => {
    const ids = await listedOfShop(tx, marketId, shopId)
    for (let from = 0; from < ids.length; from += 200)
      await publish(tx, productsChanged, { marketId, productIds: ids.slice(from, from + 200) })
  })
}
