import { sql } from 'drizzle-orm'
import { type Database, transact } from '#server/platform/db.ts'
import { leadTimeThresholds, moqThresholds } from '../domain/thresholds.ts'
import type { Counts, FacetCount, SearchAsk, SearchFound, SearchPort } from '../port.ts'
import { browseStatement, isBrowsing } from './browse.ts'
import { countsKept } from './counts-kept.ts'
import { cap, hasOwnOrder, orderedStatement, type Statement, searchStatement } from './statement.ts'
import { complete, correct } from './terms.ts'
import { removeRows, writeDocuments } from './writing.ts'

type Row = { kind: number; a: string | null; n: number | null; b: string | null }

/** Search in PostgreSQL: one statement for page and facets, flat up to a million products. */
export function postgresSearch(database: Database): SearchPort {
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
      const rows = await rowsOf(searchStatement(ask))
      const found = counts === null ? foundOf(ask, rows) : { ...foundOf(ask, rows), counts }
      if (ask.facets && found.counts) counted.keep(asked, found.counts)
      // More matches than are looked at, and an order that popularity says nothing about: take the page from that order's own index.
      if (!found.capped || !hasOwnOrder(ask)) return found
      return { ...pageOf(ask, await rowsOf(orderedStatement(ask))), counts: found.counts }
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

function pageOf(ask: SearchAsk, rows: readonly Row[]): Pick<SearchFound, 'cards' | 'next'> {
  const cards = rows.filter((row) => row.kind === 1)
  const page = cards.slice(0, ask.limit)
  const last = cards.length > ask.limit ? page.at(-1) : undefined
  return {
    cards: page.map((row) => row.a ?? ''),
    next: last ? { key: Number(last.n), productId: last.b ?? '' } : null,
  }
}

function foundOf(ask: SearchAsk, rows: readonly Row[]): SearchFound & { capped: boolean } {
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
  const atMost = (kind: number, limits: readonly number[]) =>
    limits.map((limit) => Number(rows.find((row) => row.kind === kind && row.b === String(limit))?.n ?? 0))
  return {
    total,
    facets,
    price: priceOf(rows.filter((row) => row.kind === 3)),
    moq: atMost(4, moqThresholds),
    leadTime: atMost(5, leadTimeThresholds),
  }
}

/** Fifths of the matches by price become ranges; equal edges fall together. */
function priceOf(rows: readonly Row[]): Counts['price'] {
  const first = rows[0]
  if (!first) return { lowest: 0, highest: 0, buckets: [] }
  const [at, lowest, highest] = JSON.parse(first.a ?? '[[],0,0]') as [number[], number, number]
  const counts = new Map(rows.map((row) => [Number(row.b), Number(row.n)]))
  const edges = [lowest, ...at, highest + 1]
  const buckets = edges.slice(1).flatMap((to, index) => {
    const from = edges[index] ?? lowest
    const count = counts.get(index) ?? 0
    return to > from && count > 0 ? [{ from, to, count }] : []
  })
  return { lowest, highest, buckets }
}
