import { sql } from 'drizzle-orm'
import {
  type CatalogueCapability,
  createCatalogue,
  type MarketFacts,
  type ShopFacts,
} from '#server/modules/catalogue/index.ts'
import { layGround } from '#server/modules/catalogue/testing/neighbours.ts'
import { createSearch, type SearchCapability, type SearchPort } from '#server/modules/search/index.ts'
import { memorySearch } from '#server/modules/search/memory/engine.ts'
import type { SearchAsk } from '#server/modules/search/port.ts'
import { postgresSearch } from '#server/modules/search/postgres/adapter.ts'
import type { Database } from '#server/platform/db.ts'
import { inMarket } from '#server/platform/db.ts'
import { newId } from '#server/platform/ids.ts'
import type { Resources } from '#server/platform/resources.ts'
import { allCategories } from '#shared/catalogue/categories.ts'
import { product, seeded } from './goods.ts'

/** The goods that are measured, and the capabilities that wrote them. `asks` are the questions that the engine was asked. */
export type BenchGround = {
  market: MarketFacts
  catalogue: CatalogueCapability
  search: SearchCapability
  asks: SearchAsk[]
}

const written = 10_000

/** Lists 10,000 products in 100 shops through the catalogue's own functions, then copies them in SQL up to `scale`. */
export async function layBenchGround(
  resources: Resources,
  owner: Database,
  scale: number,
  say: (fact: object) => void,
): Promise<BenchGround> {
  const ground = await layGround(owner)
  const asks: SearchAsk[] = []
  const engine = memorySearch(resources.database, resources.logger, postgresSearch(resources.database))
  const recording: SearchPort = {
    ...engine,
    search: (ask) => {
      asks.push(ask)
      return engine.search(ask)
    },
  }
  const catalogue = createCatalogue({
    ...resources,
    neighbours: ground.neighbours,
    categories: allCategories,
    drawGoods: () => '<svg/>',
    pictures: {
      receiveImage: () => Promise.reject(new Error('no uploads here')),
      claim: async () => undefined,
      drop: async () => undefined,
    },
  })
  const search = createSearch({ ...resources, catalogue, engine: recording })
  const marketId = ground.market.id
  const started = performance.now()
  const chance = seeded(20_261_124)
  const shops: ShopFacts[] = []
  for (let index = 0; index < 100; index++) {
    const hall = { zh: `${'ABCD'[index % 4]} 馆`, en: `Hall ${'ABCD'[index % 4]}` }
    shops.push(
      await ground.addShop(
        ground.market,
        { zh: `石狮童装 ${index} 号店`, en: `Shishi shop ${index}` },
        { hall },
      ),
    )
  }
  const at = new Date()
  for (let from = 0; from < written; from += 500) {
    const items = Array.from({ length: 500 }, (_, index) => ({
      id: newId('product', at.getTime() - Math.floor(chance() * 1e10)),
      shopId: shops[(from + index) % shops.length]?.id ?? '',
      draft: product(from + index, chance),
      status: 'listed' as const,
      listedAt: new Date(at.getTime() - Math.floor(chance() * 3e10)).toISOString(),
      sold30d: Math.floor(1 / (chance() + 0.0005)),
    }))
    await inMarket(resources.database, marketId, (tx) =>
      catalogue.insertProducts(tx, marketId, items, { personId: null, at }),
    )
  }
  // So many rows at once are more than the planner has seen; a running installation analyses them by itself.
  await owner.pool.query('analyze')
  const inserted = performance.now()
  await catalogue.prepareMarket(marketId)
  const prepared = performance.now()
  await search.indexMarket(marketId)
  const indexed = performance.now()
  say({
    ground: written,
    insert_ms: Math.round(inserted - started),
    prepare_ms: Math.round(prepared - inserted),
    index_ms: Math.round(indexed - prepared),
  })
  if (scale > written) await multiply(owner, Math.ceil(scale / written) - 1)
  await owner.drizzle.execute(sql`set statement_timeout = 0`)
  const settling = performance.now()
  await owner.pool.query(
    'set statement_timeout = 0; select search_reorder(); analyze product_documents; analyze search_cards',
  )
  say({
    ground: scale,
    copied_and_settled_ms: Math.round(performance.now() - indexed),
    settle_ms: Math.round(performance.now() - settling),
  })
  return { market: ground.market, catalogue, search, asks }
}

/** Copies of the documents with ids, sales, moments and a word of their own; facts, words and prices as in the original. */
async function multiply(owner: Database, copies: number): Promise<void> {
  const id = `'prd_' || substr(md5(d.product_id || n), 1, 26)`
  const client = await owner.pool.connect()
  try {
    await client.query('set statement_timeout = 0; set synchronous_commit = off')
    await client.query(`create temp table originals as select * from search_documents; create temp table pages as select * from product_documents;
      create temp table faces as select * from search_cards`)
    // Settling makes them anew.
    await client.query(`drop index search_documents_tokens, search_documents_popular, search_documents_popular_in,
      search_documents_newest, search_documents_newest_in, search_documents_cheapest`)
    for (let first = 1; first <= copies; first += 10) {
      const numbers = `generate_series(${first}, ${Math.min(first + 9, copies)}) n`
      await client.query(`insert into search_documents select ${id}, market_id, category,
          tokens || array[-abs(hashtext(d.product_id || n))], title_tokens, facets, tier_mins, tier_prices, moq, lead_time_days, price,
          x.sold, x.sold, listed_at - random() * interval '300 days'
        from originals d, ${numbers}, lateral (select (1 / (random() + 0.0005) + n * 0)::int as sold) x`)
      await client.query(`insert into product_documents (product_id, market_id, shop_id, body, etag)
        select ${id}, market_id, shop_id, replace(body, d.product_id, ${id}), '"' || substr(md5(d.product_id || n), 1, 22) || '"'
        from pages d, ${numbers}`)
      await client.query(
        `insert into search_cards select ${id}, replace(card, d.product_id, ${id}) from faces d, ${numbers}`,
      )
    }
  } finally {
    client.release()
  }
}
