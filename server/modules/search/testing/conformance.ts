import { fc } from '@fast-check/vitest'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sorts } from '#shared/search/contract.ts'
import type { Choice, SearchAsk, SearchDocument, SearchPort } from '../port.ts'

const materials = ['cotton', 'linen', 'wool'] as const
const seasons = ['summer', 'winter'] as const
const markets = ['mkt_a', 'mkt_b'] as const
const words = ['romper', 'jacket', 'skirt', '连体衣', '外套'] as const
const named = (value: string) => ({ zh: value, en: value })
const at = <T>(list: readonly T[], index: number): T => list[index % list.length] as T

/** So many documents whose facts follow from their number alone, with many equal prices, sales and moments. */
export const sampleDocuments = (count: number): SearchDocument[] =>
  Array.from({ length: count }, (_, n) => {
    const material = at(materials, n)
    const season = at(seasons, n >> 1)
    const price = 1000 + (n % 7) * 100
    return {
      productId: `prd_${String(n).padStart(6, '0')}`,
      marketId: at(markets, n % 5 === 0 ? 1 : 0),
      category: n % 2 === 0 ? 'tops' : 'bottoms',
      card: JSON.stringify({ id: `prd_${String(n).padStart(6, '0')}` }),
      titleWords: [at(words, n >> 2), `m-${n}`],
      otherWords: [material, season],
      facets: [
        { facet: 'category', value: n % 2 === 0 ? 'tops' : 'bottoms', name: named('category') },
        { facet: 'shop', value: `shp_${n % 4}`, name: named('shop') },
        { facet: 'attr.fabric', value: material, name: named(material) },
        { facet: 'attr.season', value: season, name: named(season) },
      ],
      scopes: [
        { facet: 'category', value: 'wear' },
        { facet: 'category', value: n % 2 === 0 ? 'tops' : 'bottoms' },
      ],
      tierMins: [1, 100],
      tierPrices: [price, price - 250 + (n % 3) * 10],
      moq: 1 + (n % 20),
      leadTimeDays: n % 10,
      price,
      popularity: n % 11,
      sold30d: n % 11,
      listedAt: new Date(Date.UTC(2026, 0, 1 + (n % 9))).toISOString(),
      terms: [{ term: at(words, n >> 2), kind: 'word', refId: '' }],
    }
  })

/** The price of one piece at a quantity, as the tiers say. */
export const priceOf = ({ tierMins, tierPrices, moq }: SearchDocument, quantity: number): number =>
  tierPrices[
    Math.max(
      0,
      tierMins.findLastIndex((min) => min <= Math.max(quantity, moq)),
    )
  ] ?? 0

export const plainAsk: SearchAsk = {
  marketIds: ['mkt_a'],
  q: '',
  words: [],
  choices: [],
  leaves: null,
  quantity: 1,
  sort: 'relevance',
  after: null,
  limit: 24,
  facets: false,
}

const fits = (document: SearchDocument, ask: SearchAsk): boolean => {
  const price = priceOf(document, ask.quantity)
  const own = [...document.titleWords, ...document.otherWords]
  const values = [...document.facets, ...document.scopes]
  return (
    ask.marketIds.includes(document.marketId) &&
    ask.words.every((word) => own.includes(word)) &&
    ask.choices.every((choice) =>
      values.some((each) => each.facet === choice.facet && choice.values.includes(each.value)),
    ) &&
    price >= (ask.priceMin ?? 0) &&
    price <= (ask.priceMax ?? Number.MAX_SAFE_INTEGER) &&
    document.moq <= (ask.moqMax ?? Number.MAX_SAFE_INTEGER) &&
    document.leadTimeDays <= (ask.leadTimeMax ?? Number.MAX_SAFE_INTEGER)
  )
}

const chosen: fc.Arbitrary<Choice[]> = fc.uniqueArray(
  fc.oneof(
    fc.subarray([...materials], { minLength: 1 }).map((values) => ({ facet: 'attr.fabric', values })),
    fc.subarray([...seasons], { minLength: 1 }).map((values) => ({ facet: 'attr.season', values })),
    fc.constantFrom('wear', 'tops', 'bottoms').map((value) => ({ facet: 'category', values: [value] })),
    fc
      .constantFrom('shp_0', `shp_1`, `shp_0' or '1'='1`)
      .map((value) => ({ facet: 'shop', values: [value] })),
  ),
  { maxLength: 3, selector: (choice) => choice.facet },
)
export const asks: fc.Arbitrary<SearchAsk> = fc
  .record({
    marketIds: fc.subarray([...markets], { minLength: 1 }),
    words: fc.subarray(['romper', 'cotton', '连体衣', 'm-7'], { maxLength: 2 }),
    choices: chosen,
    quantity: fc.constantFrom(1, 15, 100, 5000),
    priceMin: fc.option(fc.constantFrom(1000, 1200), { nil: undefined }),
    priceMax: fc.option(fc.constantFrom(1150, 1400), { nil: undefined }),
    moqMax: fc.option(fc.constantFrom(3, 12), { nil: undefined }),
    leadTimeMax: fc.option(fc.constantFrom(2, 6), { nil: undefined }),
    sort: fc.constantFrom(...sorts),
    limit: fc.constantFrom(1, 7, 24),
  })
  .map((ask) => ({ ...plainAsk, ...ask, q: ask.words.join(' '), leaves: leavesOf(ask.choices) }))

const leavesOf = (choices: readonly Choice[]): string[] | null => {
  const category = choices.find((choice) => choice.facet === 'category')?.values[0]
  if (category === undefined) return null
  return category === 'wear' ? ['tops', 'bottoms'] : [category]
}
const idsOf = (cards: readonly string[]): string[] => cards.map((card) => String(JSON.parse(card).id))

async function allPages(engine: SearchPort, ask: SearchAsk): Promise<string[]> {
  const found: string[] = []
  let after = ask.after
  do {
    const page = await engine.search({ ...ask, after })
    found.push(...idsOf(page.cards))
    after = page.next
  } while (after !== null)
  return found
}

/** What every engine promises, whatever stands behind the port. */
export function searchConformance(
  name: string,
  open: () => Promise<{ engine: SearchPort; close: () => Promise<void> }>,
): void {
  describe(`${name} keeps the promises of a search engine`, () => {
    const documents = sampleDocuments(220)
    const byId = new Map(documents.map((document) => [document.productId, document]))
    let engine: SearchPort
    let close: () => Promise<void>
    beforeAll(async () => {
      ;({ engine, close } = await open())
      await engine.index(documents)
    })
    afterAll(() => close())

    test('pages neither repeat nor lose, and together they are exactly what fits', async () => {
      await fc.assert(
        fc.asyncProperty(asks, async (ask) => {
          const found = await allPages(engine, ask)
          const expected = documents
            .filter((document) => fits(document, ask))
            .map((document) => document.productId)
          expect(new Set(found).size).toBe(found.length)
          expect(found.toSorted()).toEqual(expected.toSorted())
        }),
        { numRuns: 60 },
      )
    })

    test('orders hold over page borders: price at the stated quantity, sales, moments', async () => {
      const value = {
        price_asc: (id: string, quantity: number) => priceOf(byId.get(id) as SearchDocument, quantity),
        price_desc: (id: string, quantity: number) => -priceOf(byId.get(id) as SearchDocument, quantity),
        sales: (id: string) => -(byId.get(id)?.sold30d ?? 0),
        newest: (id: string) => -Date.parse(byId.get(id)?.listedAt ?? ''),
      }
      for (const sort of ['price_asc', 'price_desc', 'sales', 'newest'] as const)
        for (const quantity of [1, 200]) {
          const found = await allPages(engine, { ...plainAsk, sort, quantity, limit: 9 })
          const values = found.map((id) => value[sort](id, quantity))
          expect(values).toEqual(values.toSorted((a, b) => a - b))
        }
    })

    test('facets count what is found, the total and the price range with them', async () => {
      const ask: SearchAsk = {
        ...plainAsk,
        choices: [{ facet: 'attr.season', values: ['summer'] }],
        facets: true,
        limit: 5,
      }
      const expected = documents.filter((document) => fits(document, ask))
      const { counts } = await engine.search(ask)
      expect(counts?.total).toEqual({ count: expected.length, capped: false })
      for (const material of materials)
        expect(
          counts?.facets.find((each) => each.facet === 'attr.fabric' && each.value === material)?.count,
        ).toBe(expected.filter((document) => document.otherWords.includes(material)).length)
      const prices = expected.map((document) => priceOf(document, 1))
      expect(counts?.price).toMatchObject({ lowest: Math.min(...prices), highest: Math.max(...prices) })
      expect(counts?.price.buckets.reduce((sum, bucket) => sum + bucket.count, 0)).toBe(expected.length)
      for (const { from, to, count } of counts?.price.buckets ?? [])
        expect(prices.filter((price) => price >= from && price < to)).toHaveLength(count)
    })

    test('a removed product is found no more, a changed one as it is now', async () => {
      const [first, second] = sampleDocuments(300).slice(298)
      if (!first || !second) throw new Error('no documents')
      await engine.index([first, second])
      await engine.remove([first.productId])
      await engine.index([{ ...second, titleWords: ['changed-word'], marketId: 'mkt_a' }])
      expect((await engine.search({ ...plainAsk, q: 'm-298', words: ['m-298'] })).cards).toEqual([])
      expect((await engine.search({ ...plainAsk, q: 'm-299', words: ['m-299'] })).cards).toEqual([])
      const found = await engine.search({ ...plainAsk, q: 'changed-word', words: ['changed-word'] })
      expect(idsOf(found.cards)).toEqual([second.productId])
      await engine.remove([second.productId])
    })
  })
}
