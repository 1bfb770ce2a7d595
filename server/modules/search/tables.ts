import { sql } from 'drizzle-orm'
import { bigint, customType, index, integer, pgTable, smallint, text } from 'drizzle-orm/pg-core'
import { idColumn, localised, moment } from '#server/platform/columns.ts'

/**
 * What is searched: one narrow row per listed product. Kept in the order of popularity on disk (see `search_reorder` in
 * 0030_search.sql), so that the first rows a bitmap scan meets are the best ones. Holds nothing that is true only here.
 */
export const searchDocuments = pgTable(
  'search_documents',
  {
    productId: idColumn().primaryKey(),
    marketId: idColumn().notNull(),
    /** The leaf. */
    category: text().notNull(),
    /** Words of the product and its facet values (tokens.ts): one GIN intersects both. The first `titleTokens` are the title's. */
    tokens: integer().array().notNull(),
    titleTokens: smallint().notNull(),
    /** Tokens to be counted as facets. */
    facets: integer().array().notNull(),
    /** Price steps: from `tierMins[i]` pieces on, one costs `tierPrices[i]` minor units. */
    tierMins: integer().array().notNull(),
    tierPrices: bigint({ mode: 'number' }).array().notNull(),
    moq: integer().notNull(),
    leadTimeDays: smallint().notNull(),
    /** The price at the MOQ. */
    price: bigint({ mode: 'number' }).notNull(),
    popularity: integer().notNull(),
    sold30d: integer().notNull(),
    listedAt: moment().notNull(),
  },
  (t) => [
    index('search_documents_tokens').using('gin', t.tokens).with({ fastupdate: true }),
    // Browsing without words walks these; searching never does, since what it asks names no column of theirs (statement.ts).
    index('search_documents_popular').on(t.marketId, t.popularity, t.productId),
    index('search_documents_popular_in').on(t.marketId, t.category, t.popularity, t.productId),
    index('search_documents_newest_in').on(t.marketId, t.category, t.listedAt, t.productId),
    index('search_documents_newest').on(t.listedAt, t.productId),
    index('search_documents_cheapest').on(t.price, t.productId),
  ],
)

const transactionId = customType<{ data: string }>({ dataType: () => 'xid8' })

/**
 * Which products were written or taken away lately, and by which transaction: processes that keep the index in memory follow it. Rows
 * older than an hour are deleted.
 */
export const searchChanges = pgTable(
  'search_changes',
  {
    transaction: transactionId().notNull().default(sql`pg_current_xact_id()`),
    marketId: idColumn().notNull(),
    productId: idColumn().notNull(),
    at: moment().notNull().default(sql`now()`),
  },
  (t) => [index('search_changes_since').on(t.transaction), index('search_changes_at').on(t.at)],
)

/** The card of each listed product as text, joined to a page of results. Public, like the page it leads to. */
export const searchCards = pgTable('search_cards', {
  productId: idColumn().primaryKey(),
  card: text().notNull(),
})

/** What a facet token stands for, so that counted tokens get their key, value and name back. */
export const searchValues = pgTable('search_values', {
  token: integer().primaryKey(),
  facet: text().notNull(),
  value: text().notNull(),
  name: localised().notNull(),
})

/** Words that occur in a market, for completing and for correcting what is typed. */
export const searchTerms = pgTable(
  'search_terms',
  {
    marketId: idColumn().notNull(),
    term: text().notNull(),
    kind: text().$type<'category' | 'word' | 'shop'>().notNull(),
    /** Category or shop that the term names. */
    refId: text().notNull().default(''),
    /** Number of products that have it. */
    frequency: integer().notNull(),
    /** Full pinyin and initials of Chinese terms; '' for others. */
    pinyin: text().notNull(),
    initials: text().notNull(),
  },
  (t) => [
    index('search_terms_of_market').on(t.marketId, t.kind, t.refId),
    index('search_terms_prefix').using('btree', t.marketId, sql`${t.term} text_pattern_ops`),
    index('search_terms_pinyin').using('btree', t.marketId, sql`${t.pinyin} text_pattern_ops`),
    index('search_terms_initials').using('btree', t.marketId, sql`${t.initials} text_pattern_ops`),
  ],
)
