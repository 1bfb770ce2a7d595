import type { Sort } from '#shared/search/contract.ts'
import type { Localised } from '#shared/text.ts'

/** A value of a product that buyers filter by. `facet`: `category`, `shop`, `hall`, `flag`, or `attr.<key>`. */
export type FacetEntry = { facet: string; value: string; name: Localised }

/** A word that can be completed or corrected to; `refId` is the category or shop that it names. */
export type Term = { term: string; kind: 'category' | 'word' | 'shop'; refId: string }

/** One listed product as a search engine keeps it. Everything in it is public. */
export type SearchDocument = {
  productId: string
  marketId: string
  /** The leaf category. */
  category: string
  /** JSON text of the card (ProductCard), given back as it is. */
  card: string
  /** Normalised words: of the title, and of everything else that should find the product. */
  titleWords: readonly string[]
  otherWords: readonly string[]
  /** Counted in results; every one is also a filter. */
  facets: readonly FacetEntry[]
  /** Filters that are not counted: the categories above the leaf. */
  scopes: readonly { facet: string; value: string }[]
  tierMins: readonly number[]
  tierPrices: readonly number[]
  moq: number
  leadTimeDays: number
  /** Minor units at the MOQ. */
  price: number
  popularity: number
  sold30d: number
  listedAt: string
  terms: readonly Term[]
}

/** Values of one facet, any of which may hold. */
export type Choice = { facet: string; values: readonly string[] }

/** What is asked of an engine. All words and all choices must hold. */
export type SearchAsk = {
  marketIds: readonly string[]
  /** As typed, for engines that read words themselves. */
  q: string
  /** As read by understand.ts, for engines that do not. */
  words: readonly string[]
  choices: readonly Choice[]
  /** The leaves at and below the chosen category, for engines that browse by leaf; null when none is chosen. */
  leaves: readonly string[] | null
  quantity: number
  priceMin?: number | undefined
  priceMax?: number | undefined
  moqMax?: number | undefined
  leadTimeMax?: number | undefined
  sort: Sort
  /** The last item of the page before. */
  after: Position | null
  limit: number
  /** Count facets as well. */
  facets: boolean
}
/** Where a page ended: the value it is ordered by, and the product. */
export type Position = { key: number; productId: string }

export type FacetCount = FacetEntry & { count: number }
export type Counts = {
  total: { count: number; capped: boolean }
  facets: FacetCount[]
  price: { lowest: number; highest: number; buckets: { from: number; to: number; count: number }[] }
  /** Products at or below each threshold (domain/thresholds.ts), in the thresholds' order. */
  moq: number[]
  leadTime: number[]
}
export type SearchFound = {
  /** Card texts in order. */
  cards: string[]
  /** Where to go on; null when this was the last page. */
  next: Position | null
  /** Null when facets were not asked for. */
  counts: Counts | null
}

export type Completion = { text: string; kind: 'category' | 'word' | 'shop'; refId: string; count: number }

/**
 * A search engine. It holds copies only: everything can be made anew from the tables, and anonymous buyers may see all of it.
 * Whatever stands here keeps the promises of testing/conformance.ts. The one adapter so far is PostgreSQL.
 */
export type SearchPort = {
  /** Puts documents in place of what is known of these products. */
  index: (documents: readonly SearchDocument[]) => Promise<void>
  /** Forgets products. */
  remove: (productIds: readonly string[]) => Promise<void>
  search: (ask: SearchAsk) => Promise<SearchFound>
  /** Words that begin like this, or whose pinyin or initials do. */
  suggest: (marketIds: readonly string[], prefix: string, limit: number) => Promise<Completion[]>
  /** What each word was probably meant to be; words that are known, or like nothing known, are left out. */
  correct: (marketIds: readonly string[], words: readonly string[]) => Promise<Map<string, string>>
  /** Brings the index into its best order; a job calls it nightly. */
  settle: () => Promise<void>
}
