import { sql } from 'drizzle-orm'
import { type Database, transact } from '#server/platform/db.ts'
import type { Counts, FacetCount, SearchAsk, SearchFound, SearchPort } from '../port.ts'
import { browseStatement, isBrowsing } from './browse.ts'
import { countsKept } from './counts-kept.ts'
import { hasOwnOrder, orderedStatement, type Statement, searchStatement, usualCap } from './statement.ts'
import { complete, correct } from './terms.ts'
import { removeRows, writeDocuments } from './writing.ts'

type Row = { kind: number; a: string | null; n: number | null; b: string | null }

/** Search in PostgreSQL: one statement for page and facets, flat up to a million products. */
export function postgresSearch(database: Database, { cap = usualCap }: { cap?: number } = {}): SearchPort {
  const rowsOf = async (statement: Statement & { name?: string }): Promise<Row[]> =>
    (await database.pool.query<Row>(statement)).rows
  const counted = countsKept()
  return {
    index: async (documents) => {
      await transact(database, (tx) => writeDocuments(tx, documents))
      counted.forget()
    },
    remove: async (productIds) => {
      await transact(database, (tx) => removeRows(tx, productIds))
      counted.forget()
    },
    search: async (asked) => {
      const counts = asked.facets ? counted.find(asked) : null
      const ask = counts === null ? asked : { ...asked, facets: false }
      if (isBrowsing(ask)) return { ...pageOf(ask, await rowsOf(browseStatement(ask))), counts }
      const rows = await rowsOf(searchStatement(ask, cap))
      const found = counts === null ? foundOf(ask, rows, cap) : { ...foundOf(ask, rows, cap), counts }
      if (ask.facets && found.counts) counted.keep(asked, found.counts)
      // More matches than are looked at, and an order that popularity says nothing about: take the page from that order's own index.
      if (!found.capped || !hasOwnOrder(ask)) return found
      return { ...pageOf(ask, await inOrder(database, orderedStatement(ask))), counts: found.counts }
    },
    suggest: (marketIds, prefix, limit) => complete(database.pool, marketIds, prefix, limit),
    correct: (marketIds, words) => correct(database.pool, marketIds, words),
    settle: async () => {
      await transact(database, async (tx) => {
        await tx.execute(sql`set local statement_timeout = '10min'`)
        await tx.execute(sql`select search_reorder()`)
      })
    },
  }
}

/** Runs a statement that must walk the index of its order: with the other ways closed, the planner takes no chances. */
async function inOrder(database: Database, { text, values }: Statement): Promise<Row[]> {
  const client = await database.pool.connect()
  try {
    await client.query(
      'begin; set local enable_sort = off; set local enable_bitmapscan = off; set local enable_seqscan = off',
    )
    const { rows } = await client.query<Row>(text, values)
    await client.query('commit')
    client.release()
    return rows
  } catch (error) {
    client.release(true)
    throw error
  }
}

function pageOf(ask: SearchAsk, rows: readonly Row[]): Pick<SearchFound, 'cards' | 'next'> {
  const cards = rows.filter((row) => row.kind === 1)
  const page = cards.slice(0, ask.limit)
  const last = cards.length > ask.limit ? page.at(-1) : undefined
  return {
    cards: page.map((row) => row.a ?? ''),
    next: last ? { key: Number(last.n), productId: last.b ?? '' } : null,
  }
}

function foundOf(ask: SearchAsk, rows: readonly Row[], cap: number): SearchFound & { capped: boolean } {
  const matched = Number(rows.find((row) => row.kind === 0)?.n ?? 0)
  const capped = matched > cap
  const total = { count: Math.min(matched, cap), capped }
  return { ...pageOf(ask, rows), capped, counts: ask.facets ? countsOf(rows, total) : null }
}

function countsOf(rows: readonly Row[], total: Counts['total']): Counts {
  const facets = rows
    .filter((row) => row.kind === 2)
    .map((row): FacetCount => {
      const [facet, value, name] = JSON.parse(row.a ?? '[]') as [string, string, FacetCount['name']]
      return { facet, value, name, count: Number(row.n) }
    })
  const [moq = [], leadTime = []] = JSON.parse(rows.find((row) => row.kind === 4)?.a ?? '[]') as number[][]
  return {
    total,
    facets,
    price: priceOf(rows.filter((row) => row.kind === 3)),
    moq,
    leadTime,
  }
}

/** A histogram of the matches' prices: ranges of one width, empty ones among them, or one range where prices hardly differ. */
function priceOf(rows: readonly Row[]): Counts['price'] {
  const first = rows[0]
  if (!first) return { lowest: 0, highest: 0, buckets: [] }
  const [at, lowest, highest] = JSON.parse(first.a ?? '[[],0,0]') as [number[], number, number]
  const counts = new Map(rows.map((row) => [Number(row.b), Number(row.n)]))
  const edges = [lowest, ...at, highest + 1]
  const buckets = edges.slice(1).flatMap((to, index) => {
    const from = edges[index] ?? lowest
    const count = counts.get(index) ?? 0
    return to > from ? [{ from, to, count }] : []
  })
  return { lowest, highest, buckets }
}
