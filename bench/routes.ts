import { createHash } from 'node:crypto'
import { searchStatement } from '#server/modules/search/postgres/statement.ts'
import type { Database } from '#server/platform/db.ts'
import { leavesOf } from '#shared/catalogue/categories.ts'
import { SearchQuery } from '#shared/search/contract.ts'
import { seeded } from './goods.ts'
import type { BenchGround } from './ground.ts'

/** What the limit does for a path: one prepared query, then these bytes, or the row's `body` when there are none. */
export type LimitRoute = { name: string; text: string; values: unknown[]; bytes: string | null }
export type Bench = { name: string; routes: [path: string, route: LimitRoute][] }

const named = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16)

/** Product pages: a thousand products anywhere in the catalogue. */
export async function productDetail(owner: Database): Promise<Bench> {
  const text = 'select body from product_documents where product_id = $1'
  const { rows } = await owner.pool.query<{ id: string }>(
    'select product_id as id from product_documents order by md5(product_id) limit 1000',
  )
  return {
    name: 'product detail',
    routes: rows.map(({ id }) => [
      `/api/v1/products/${id}`,
      { name: 'detail', text, values: [id], bytes: null },
    ]),
  }
}

const answered = (ground: BenchGround, query: Record<string, string>): Promise<string> =>
  ground.search.answer(ground.market, SearchQuery.parse(query))

/** First pages of 24 of every leaf category, most popular first; the limit reads them by the index that they lie in. */
export async function productList(ground: BenchGround): Promise<Bench> {
  const text = `select c.card from (select product_id, popularity from search_documents where market_id = $1 and category = $2
    order by popularity desc, product_id desc limit 25) p join search_cards c using (product_id) order by p.popularity desc, p.product_id desc`
  const routes: Bench['routes'] = []
  for (const { id } of leavesOf('childrens-wear')) {
    const query = { category: id, facets: 'false', limit: '24' }
    const path = `/api/v1/markets/${ground.market.slug}/products?${new URLSearchParams(query)}`
    routes.push([
      path,
      { name: 'list', text, values: [ground.market.id, id], bytes: await answered(ground, query) },
    ])
  }
  return { name: 'list of 24', routes }
}

const questions = [
  '纯棉',
  '连体衣',
  'cotton',
  '条纹',
  '卡通 春秋',
  'romper',
  '牛仔',
  'floral',
  '针织 宽松',
  'KR',
  '童装',
  '防水',
]
const seasons = ['spring', 'summer', 'autumn', 'winter']
const fabrics = ['cotton', 'modal', 'linen', 'knit']

/**
 * Words with two facets chosen, page and all facet counts. Every path states a quantity of its own, so that no counts are kept from
 * the path before: the limit runs the program's own statement.
 */
export async function searchTwoFacets(ground: BenchGround): Promise<Bench> {
  const chance = seeded(7)
  const pick = (list: readonly string[]): string => list[Math.floor(chance() * list.length)] ?? ''
  const routes: Bench['routes'] = []
  for (let index = 0; index < 400; index++) {
    const query = {
      q: pick(questions),
      attr: `season:${pick(seasons)},fabric:${pick(fabrics)}`,
      quantity: String(1000 + index),
    }
    const path = `/api/v1/markets/${ground.market.slug}/products?${new URLSearchParams(query)}`
    ground.asks.length = 0
    const bytes = await answered(ground, query)
    const [ask, ...more] = ground.asks
    // A question without an answer asks again in other words; the limit has one query only.
    if (!ask || more.length > 0) continue
    const { text, values } = searchStatement(ask)
    routes.push([path, { name: named(text), text, values, bytes }])
  }
  return { name: 'search with two facets', routes }
}
