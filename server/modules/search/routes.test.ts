import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { romper } from '#server/modules/catalogue/testing/drafts.ts'
import { type CatalogueWorld, catalogueWorld } from '#server/modules/catalogue/testing/world.ts'
import { inMarket } from '#server/platform/db.ts'
import { newId } from '#server/platform/ids.ts'
import type { ProductDraft } from '#shared/catalogue/product.ts'
import type { CallInput } from '#shared/http.ts'
import { searchProducts, sorts, suggestWords } from '#shared/search/contract.ts'

type Query = NonNullable<CallInput<typeof searchProducts>['query']>
let world: CatalogueWorld
beforeAll(async () => {
  world = await catalogueWorld()
  const shop = await world.addShop(
    world.market,
    { zh: '小海豚童装', en: 'Little Dolphin' },
    { ownedByLead: true, hall: { zh: 'A 馆', en: 'Hall A' } },
  )
  const plain = await world.addShop(world.market, { zh: '星星服饰', en: 'Star Apparel' }, { verified: false })
  await list(world.market.id, shop.id, 'KR-2618B', {})
  await list(world.market.id, shop.id, 'PL-1', {
    title: { zh: '婴儿涤纶连体衣', en: '' },
    attributes: {
      fabric: 'polyester',
      composition: [{ part: '面料', fibres: [{ fibre: '聚酯纤维', percent: 100 }] }],
      season: ['winter'],
    },
    tiers: [{ minQuantity: 1, unitPrice: 1500 }],
  })
  await list(world.market.id, plain.id, 'EN-9', {
    title: { zh: '', en: 'Organic cotton romper with snaps' },
    mixedBatch: false,
    samplePrice: null,
    tiers: [
      { minQuantity: 1, unitPrice: 4000 },
      { minQuantity: 200, unitPrice: 1000 },
    ],
    moq: 1,
  })
  await world.work()
})
afterAll(() => world.close())

async function list(
  marketId: string,
  shopId: string,
  styleNo: string,
  changes: Partial<ProductDraft>,
): Promise<void> {
  await inMarket(world.db.database, marketId, async (tx) => {
    const item = {
      id: newId('product'),
      shopId,
      draft: romper(styleNo, changes),
      status: 'listed' as const,
      listedAt: new Date().toISOString(),
    }
    await world.catalogue.insertProducts(tx, marketId, [item], { personId: null, at: new Date() })
  })
  await world.catalogue.prepareMarket(marketId)
  await world.search.indexMarket(marketId)
}
const ask = (query: Query, market = world.market.slug) =>
  world.as(null).call(searchProducts, { params: { market }, query })
const titles = async (query: Query) =>
  (await ask(query)).items.map((item) => item.title.zh || item.title.en).toSorted()

const cottonRompers = ['Organic cotton romper with snaps', '婴儿纯棉连体衣春秋长袖爬服']

describe('words', () => {
  test('Chinese and English words find the same cotton rompers, and not the polyester one', async () => {
    for (const q of ['纯棉连体衣', 'cotton romper', 'Cotton ROMPERS', '连体衣 棉', 'baby cotton onesie'])
      expect(await titles({ q }), q).toEqual(cottonRompers)
  })

  test('a style number is found whole, in part, and written together', async () => {
    for (const q of ['KR-2618B', 'kr2618b', '2618', 'kr-2618b 连体衣'])
      expect(await titles({ q }), q).toEqual(['婴儿纯棉连体衣春秋长袖爬服'])
  })

  test('what was understood is said: words, category, the correction, what was left out', async () => {
    expect((await ask({ q: '纯棉连体衣' })).understood).toMatchObject({
      category: { id: 'rompers' },
      corrected: null,
    })
    const repaired = await ask({ q: 'coton rompr' })
    expect(repaired.understood.corrected).toBe('cotton romper')
    expect(repaired.items).toHaveLength(2)
    expect((await ask({ q: '联体衣' })).understood.corrected).toBe('连体衣')
    const dropped = await ask({ q: '连体衣 zzqqxx' })
    expect(dropped.understood.dropped).toEqual(['zzqqxx'])
    expect(dropped.items).toHaveLength(3)
    expect((await ask({ q: 'zzqqxx' })).items).toEqual([])
  })
})

test('every page of a question follows the one before, whoever answers it: with facets first, without words, in every order', async () => {
  for (const question of [{}, { q: '连体衣' }, { category: 'rompers' }, { quantity: '200' }])
    for (const sort of sorts) {
      const seen: string[] = []
      let cursor: string | undefined
      do {
        const page = await ask({ ...question, sort, limit: '1', ...(cursor === undefined ? {} : { cursor }) })
        seen.push(...page.items.map((item) => item.id))
        cursor = page.nextCursor ?? undefined
      } while (cursor !== undefined && seen.length < 10)
      expect(new Set(seen).size, `${JSON.stringify(question)} ${sort}`).toBe(3)
      expect(seen).toHaveLength(3)
    }
})

describe('facets and prices', () => {
  test('choices narrow, and every facet says how many it leaves', async () => {
    const all = await ask({ q: '连体衣' })
    expect(all.total).toEqual({ count: 3, capped: false })
    const season = all.facets?.others.find((facet) => facet.key === 'season')
    expect(season?.values.find((value) => value.value === 'winter')).toMatchObject({
      count: 1,
      name: { zh: '冬' },
    })
    expect((await ask({ q: '连体衣', attr: 'season:winter' })).items).toHaveLength(1)
    expect((await ask({ q: '连体衣', attr: 'season:winter,season:spring' })).items).toHaveLength(3)
    expect((await ask({ attr: ['season:spring', 'fabric:cotton'] })).items).toHaveLength(2)
    expect(all.facets?.categories.find((each) => each.id === 'rompers')?.count).toBe(3)
    expect((await ask({ category: all.facets?.categories[0]?.id })).items).toHaveLength(3)
    for (const [flag, count] of [
      ['verified', 2],
      ['ownGoods', 2],
      ['mixedBatch', 2],
      ['sample', 2],
    ] as const) {
      expect((await ask({ [flag]: 'true' })).items, flag).toHaveLength(count)
      expect(all.facets?.others.find((facet) => facet.key === flag)?.values[0]?.count, flag).toBe(count)
    }
    expect((await ask({ hall: 'A 馆' })).items).toHaveLength(2)
    expect((await ask({ moqMax: 5 })).items).toHaveLength(1)
  })

  test('prices go by the quantity that the buyer states', async () => {
    const order = async (quantity: number) =>
      (await ask({ sort: 'price_asc', quantity })).items.map((item) => item.tiers[0]?.unitPrice)
    expect(await order(1)).toEqual([1500, 3200, 4000])
    expect(await order(200)).toEqual([4000, 1500, 3200])
    expect((await ask({ quantity: 200, priceMax: 1000 })).items).toHaveLength(1)
    expect((await ask({ quantity: 1, priceMax: 1000 })).items).toHaveLength(0)
  })

  test('an attribute nobody has, a quote in a value, and a foreign cursor find nothing or are refused', async () => {
    expect((await ask({ attr: `season:x' or '1'='1` })).items).toEqual([])
    expect((await ask({ hall: `'; drop table products; --` })).items).toEqual([])
    const first = await ask({ limit: 1 })
    const { nextCursor } = first
    if (nextCursor === null) throw new Error('one page only')
    const refused = (query: object) =>
      world.as(null).refused(searchProducts, { params: { market: world.market.slug }, query })
    expect(await refused({ limit: 1, cursor: nextCursor, sort: 'newest' })).toMatchObject({
      code: 'search/cursor-invalid',
    })
    expect(await refused({ cursor: 'AAAA' })).toMatchObject({ code: 'search/cursor-invalid' })
    expect(await refused({ attr: 'nonsense' })).toMatchObject({ status: 400 })
    const second = await ask({ limit: 1, cursor: nextCursor })
    expect(second).toMatchObject({ facets: null, total: null })
    expect(second.items[0]?.id).not.toBe(first.items[0]?.id)
  })
})

test('a parent market searches across its branches; a branch does not see its parent', async () => {
  const branch = await world.addMarket('branch-market', world.market)
  const shop = await world.addShop(branch, { zh: '分市场店', en: 'Branch shop' })
  await list(branch.id, shop.id, 'BR-1', { title: { zh: '分市场连体衣', en: 'Branch romper' } })
  expect((await ask({ q: '连体衣' })).items).toHaveLength(4)
  expect((await ask({ q: '连体衣' }, branch.slug)).items.map((item) => item.market)).toEqual([
    'branch-market',
  ])
})

test('what is typed completes to categories first, by letters and by pinyin', async () => {
  const suggest = (q: string) =>
    world.as(null).call(suggestWords, { params: { market: world.market.slug }, query: { q } })
  expect((await suggest('连体')).items[0]).toMatchObject({ kind: 'category', id: 'rompers' })
  expect((await suggest('romp')).items.map((item) => item.text)).toContain('romper')
  expect((await suggest('xiaohaitun')).items[0]).toMatchObject({ kind: 'shop', text: '小海豚童装' })
})

test('cards are what the contract says, and no draft is ever among them', async () => {
  const seller = world.as(null)
  const answer = await seller.call(searchProducts, {
    params: { market: world.market.slug },
    query: { limit: 100 },
  })
  expect(answer.items.every((item) => item.tiers.length > 0 && item.shop.name.zh !== '')).toBe(true)
  expect(answer.items.find((item) => item.shop.ownedByLead)).toBeDefined()
})
