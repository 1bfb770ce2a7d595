import { fc } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { createLogger } from '#server/platform/logger.ts'
import { testDatabase } from '#server/platform/testing/database.ts'
import type { SearchAsk, SearchFound, SearchPort } from '../port.ts'
import { postgresSearch } from '../postgres/adapter.ts'
import { asks, plainAsk, sampleDocuments, searchConformance } from '../testing/conformance.ts'
import { memorySearch } from './engine.ts'

const logger = createLogger('error')
const markets = ['mkt_a', 'mkt_b']

/** An engine that answers from memory, over one that must not be asked: what is tested is the memory. */
async function open() {
  const db = await testDatabase()
  const below = postgresSearch(db.database)
  const closed: SearchPort = {
    ...below,
    search: (ask) => {
      if (ask.words.length > 0) throw new Error('asked PostgreSQL')
      return below.search(ask)
    },
  }
  const engine = memorySearch(db.database, logger, closed)
  await engine.load(markets)
  const close = async () => {
    engine.stop()
    await db.close()
  }
  return { db, below, engine, close }
}

searchConformance('The index in memory', open)

const inOneOrder = ({ cards, next, counts }: SearchFound) => ({
  cards,
  next,
  counts:
    counts === null
      ? null
      : {
          ...counts,
          facets: counts.facets.toSorted((a, b) => (a.facet + a.value < b.facet + b.value ? -1 : 1)),
        },
})

test('memory and PostgreSQL give the same answer to every question, after any changes', async () => {
  const { engine, below, close } = await open()
  try {
    await engine.index(sampleDocuments(900))
    await engine.load(markets)
    const changes = fc.array(fc.tuple(fc.nat(899), fc.constantFrom('remove', 'popular', 'moved')), {
      maxLength: 40,
    })
    await fc.assert(
      fc.asyncProperty(asks, changes, async (ask: SearchAsk, changed) => {
        for (const [n, what] of changed) {
          const document = sampleDocuments(900)[n]
          if (document === undefined) continue
          if (what === 'remove') await engine.remove([document.productId])
          else if (what === 'popular')
            await engine.index([{ ...document, popularity: n % 17, sold30d: n % 13 }])
          else await engine.index([{ ...document, titleWords: ['romper', `m-${n}`], moq: 2 }])
        }
        const asked = { ...ask, facets: true }
        expect(inOneOrder(await engine.search(asked))).toEqual(inOneOrder(await below.search(asked)))
      }),
      { numRuns: 60 },
    )
  } finally {
    await close()
  }
}, 120_000)

test('what another process writes is found here within a second, and a rolled back change is not', async () => {
  const { engine, below, db, close } = await open()
  try {
    await engine.index(sampleDocuments(10))
    const [first] = sampleDocuments(1)
    if (first === undefined) throw new Error('no document')
    // A transaction that began earlier and ends later than others must not be lost.
    const slow = await db.owner.pool.connect()
    await slow.query('begin')
    await slow.query(`update search_documents set popularity = 99 where product_id = 'prd_000003'`)
    await slow.query(`insert into search_changes (market_id, product_id) values ('mkt_a', 'prd_000003')`)
    await below.index([{ ...first, productId: 'prd_other', marketId: 'mkt_a', titleWords: ['elsewhere'] }])
    const elsewhere = { ...plainAsk, q: 'elsewhere', words: ['elsewhere'] }
    await expect.poll(async () => (await engine.search(elsewhere)).cards.length, { timeout: 1000 }).toBe(1)
    await slow.query('commit')
    slow.release()
    const best = async () =>
      JSON.parse((await engine.search({ ...plainAsk, q: 'romper', words: ['romper'] })).cards[0] ?? '{}').id
    await expect.poll(best, { timeout: 1000 }).toBe('prd_000003')
    await below.remove(['prd_other'])
    await expect.poll(async () => (await engine.search(elsewhere)).cards.length, { timeout: 1000 }).toBe(0)
  } finally {
    await close()
  }
})

test('many changes of one market are joined and lose nothing', async () => {
  const { engine, below, close } = await open()
  try {
    for (let from = 0; from < 9000; from += 450)
      await engine.index(sampleDocuments(9000).slice(from, from + 450))
    const ask = { ...plainAsk, words: ['cotton'], q: 'cotton', facets: true, sort: 'price_asc' as const }
    expect(inOneOrder(await engine.search(ask))).toEqual(inOneOrder(await below.search(ask)))
  } finally {
    await close()
  }
}, 60_000)
