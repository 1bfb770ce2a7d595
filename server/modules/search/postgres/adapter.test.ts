import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '#server/platform/testing/database.ts'
import type { Position, SearchDocument } from '../port.ts'
import { plainAsk, sampleDocuments, searchConformance } from '../testing/conformance.ts'
import { postgresSearch } from './adapter.ts'

searchConformance('PostgreSQL', async () => {
  const db = await testDatabase()
  return { engine: postgresSearch(db.database), close: db.close }
})

let db: TestDatabase
beforeAll(async () => {
  db = await testDatabase()
  await postgresSearch(db.database).index(sampleDocuments(220))
})
afterAll(() => db.close())

test('settling puts the table into the order of popularity and loses nothing', async () => {
  const engine = postgresSearch(db.database)
  const before = await engine.search({ ...plainAsk, limit: 100 })
  await engine.settle()
  expect(await engine.search({ ...plainAsk, limit: 100 })).toEqual(before)
  const { rows } = await db.owner.pool.query('select popularity from search_documents order by ctid')
  const popularity = rows.map((row) => row.popularity)
  expect(popularity).toEqual(popularity.toSorted((a, b) => b - a))
  await engine.index(sampleDocuments(3))
  await engine.settle()
})

test('words complete by their letters, their pinyin and their initials, and misspellings are repaired', async () => {
  const engine = postgresSearch(db.database)
  for (const typed of ['连体', 'lianti', 'lty', 'LIAN TI'])
    expect(
      (await engine.suggest(['mkt_a'], typed, 5)).map((each) => each.text),
      typed,
    ).toContain('连体衣')
  expect(await engine.correct(['mkt_a'], ['rompr', '联体衣', 'skirt'])).toEqual(
    new Map([
      ['rompr', 'romper'],
      ['联体衣', '连体衣'],
    ]),
  )
  expect(await engine.suggest(['mkt_none'], 'lian', 5)).toEqual([])
})

test('more matches than are looked at: the best of them are counted, and orders of their own are exact all the same', async () => {
  const engine = postgresSearch(db.database, { cap: 40 })
  const mine = sampleDocuments(220).filter((document) => document.marketId === 'mkt_a')
  const ask = { ...plainAsk, choices: [{ facet: 'category', values: ['wear'] }], leaves: null, limit: 9 }
  const { counts } = await engine.search({ ...ask, facets: true })
  expect(counts?.total).toEqual({ count: 40, capped: true })
  const orders = {
    newest: (document: SearchDocument) => -Date.parse(document.listedAt),
    price_asc: (document: SearchDocument) => document.price,
    price_desc: (document: SearchDocument) => -document.price,
  }
  for (const sort of ['newest', 'price_asc', 'price_desc'] as const) {
    const found: string[] = []
    let after: Position | null = null
    do {
      const page = await engine.search({ ...ask, sort, after })
      found.push(...page.cards.map((card) => String(JSON.parse(card).id)))
      after = page.next
    } while (after !== null)
    const values = found.map((id) =>
      orders[sort](mine.find((document) => document.productId === id) as SearchDocument),
    )
    expect(found, sort).toHaveLength(mine.length)
    expect(new Set(found).size, sort).toBe(mine.length)
    expect(values, sort).toEqual(values.toSorted((a, b) => a - b))
  }
})
