import { sql } from 'drizzle-orm'
import type { Db } from '#server/platform/db.ts'
import { facetToken, wordToken } from '../domain/tokens.ts'
import type { SearchDocument } from '../port.ts'
import { pinyinOf } from './pinyin.ts'

const list = (numbers: Iterable<number>): string => `{${[...numbers].join(',')}}`

/** The title's tokens first, then every other word, facet value and scope once. */
function tokensOf(document: SearchDocument): { tokens: string; titleTokens: number } {
  const title = [...new Set(document.titleWords.map(wordToken))]
  const others = [
    ...document.otherWords.map(wordToken),
    facetToken('market', document.marketId),
    ...document.facets.map(({ facet, value }) => facetToken(facet, value)),
    ...document.scopes.map(({ facet, value }) => facetToken(facet, value)),
  ]
  return { tokens: list(new Set([...title, ...others])), titleTokens: title.length }
}

const texts = (values: readonly string[]) => sql`${sql.param([...values])}::text[]`

/** Puts documents, cards, facet names and terms in place: four statements for any number of documents. */
export async function writeDocuments(db: Db, documents: readonly SearchDocument[]): Promise<void> {
  if (documents.length === 0) return
  const rows = documents.map((document) => ({
    ...document,
    ...tokensOf(document),
    facetTokens: list(new Set(document.facets.map(({ facet, value }) => facetToken(facet, value)))),
  }))
  const numbers = (pick: (row: (typeof rows)[number]) => number) =>
    sql`${sql.param(rows.map(pick))}::bigint[]`
  const { rows: written } = await db.execute<{
    id: string
    fresh: boolean
  }>(sql`insert into search_documents (product_id,
      market_id, category, tokens, title_tokens, facets, tier_mins, tier_prices, moq, lead_time_days, price, popularity, sold30d, listed_at)
    select id, market, category, tokens::int4[], title_tokens, facets::int4[], mins::int4[], prices::int8[], moq, lead, price, popularity, sold,
      listed::timestamptz
    from unnest(${texts(rows.map((row) => row.productId))}, ${texts(rows.map((row) => row.marketId))}, ${texts(rows.map((row) => row.category))},
      ${texts(rows.map((row) => row.tokens))}, ${numbers((row) => row.titleTokens)}, ${texts(rows.map((row) => row.facetTokens))},
      ${texts(rows.map((row) => list(row.tierMins)))}, ${texts(rows.map((row) => list(row.tierPrices)))},
      ${numbers((row) => row.moq)}, ${numbers((row) => row.leadTimeDays)}, ${numbers((row) => row.price)},
      ${numbers((row) => row.popularity)}, ${numbers((row) => row.sold30d)}, ${texts(rows.map((row) => row.listedAt))})
      as x(id, market, category, tokens, title_tokens, facets, mins, prices, moq, lead, price, popularity, sold, listed)
    order by popularity desc, id
    on conflict (product_id) do update set market_id = excluded.market_id, category = excluded.category, tokens = excluded.tokens,
      title_tokens = excluded.title_tokens, facets = excluded.facets, tier_mins = excluded.tier_mins,
      tier_prices = excluded.tier_prices, moq = excluded.moq, lead_time_days = excluded.lead_time_days, price = excluded.price,
      popularity = excluded.popularity, sold30d = excluded.sold30d, listed_at = excluded.listed_at
    returning product_id as id, xmax = 0 as fresh`)
  await db.execute(sql`insert into search_cards (product_id, card)
    select * from unnest(${texts(rows.map((row) => row.productId))}, ${texts(rows.map((row) => row.card))}) as x(id, card) order by 1
    on conflict (product_id) do update set card = excluded.card where search_cards.card <> excluded.card`)
  await writeValues(db, documents)
  await db.execute(sql`insert into search_changes (market_id, product_id)
    select * from unnest(${texts(rows.map((row) => row.marketId))}, ${texts(rows.map((row) => row.productId))})`)
  const fresh = new Set(written.filter((row) => row.fresh).map((row) => row.id))
  await writeTerms(
    db,
    documents.filter((document) => fresh.has(document.productId)),
  )
}

async function writeValues(db: Db, documents: readonly SearchDocument[]): Promise<void> {
  const values = new Map(
    documents.flatMap(({ facets }) =>
      facets.map((entry) => [facetToken(entry.facet, entry.value), entry] as const),
    ),
  )
  const rows = [...values].map(([token, entry]) => ({ token, ...entry }))
  await db.execute(sql`insert into search_values (token, facet, value, name)
    select token, facet, value, name from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as x(token int, facet text, value text, name jsonb) order by token
    on conflict (token) do update set name = excluded.name where search_values.name <> excluded.name`)
}

/** Counts the terms of documents that are new. What is removed is counted off by the nightly rebuild only. */
async function writeTerms(db: Db, documents: readonly SearchDocument[]): Promise<void> {
  const counts = new Map<string, { market: string; term: string; kind: string; ref: string; count: number }>()
  for (const { marketId, terms } of documents)
    for (const { term, kind, refId } of new Map(
      terms.map((each) => [`${each.kind} ${each.refId} ${each.term}`, each]),
    ).values()) {
      const key = JSON.stringify([marketId, kind, refId, term])
      const known = counts.get(key)
      if (known) known.count += 1
      else counts.set(key, { market: marketId, term, kind, ref: refId, count: 1 })
    }
  if (counts.size === 0) return
  const rows = [...counts.values()].map((row) => ({ ...row, ...pinyinOf(row.term) }))
  await db.execute(sql`insert into search_terms (market_id, term, kind, ref_id, frequency, pinyin, initials)
    select market, term, kind, ref, count, pinyin, initials from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as x(market text, term text, kind text, ref text, count int, pinyin text, initials text) order by 1, 3, 4, 2
    on conflict (market_id, kind, ref_id, term) do update set frequency = search_terms.frequency + excluded.frequency`)
}

/** Forgets products. */
export async function removeRows(db: Db, productIds: readonly string[]): Promise<void> {
  if (productIds.length === 0) return
  await db.execute(sql`with gone as (delete from search_documents where product_id = any(${texts(productIds)}) returning market_id, product_id),
    cards as (delete from search_cards where product_id = any(${texts(productIds)}))
    insert into search_changes (market_id, product_id) select market_id, product_id from gone`)
}

/** Forgets changes that every process has followed long ago. */
export async function forgetChanges(db: Db): Promise<void> {
  await db.execute(sql`delete from search_changes where at < now() - interval '1 hour'`)
}
