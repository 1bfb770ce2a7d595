import { leadTimeThresholds, moqThresholds } from '../domain/thresholds.ts'
import type { Counts, Position, SearchAsk } from '../port.ts'
import { type Conditions, leadTimeIn, matchesIn, moqIn, priceIn } from './matching.ts'
import { has, type Postings } from './postings.ts'
import { factAt, idOf, mostInSegment, type Segment, stepLength } from './segment.ts'

/** Facet counts by token, and what is counted beside them; prices in minor units at the asked quantity. */
export type Tally = {
  total: number
  facets: Map<number, number>
  price: Counts['price']
  moq: number[]
  leadTime: number[]
}

export type Answer = { page: Position[]; tally: Tally | null }

/** A page (one more than asked for, so that the end shows) and the counts of all matches, over segments that share no product. */
export function answerFrom(segments: readonly Segment[], conditions: Conditions): Answer {
  const { ask } = conditions
  const tally: Tally | null = ask.facets ? emptyTally() : null
  let priced = 0
  const pages = segments.map((segment) => {
    const found = matchesIn(segment, conditions)
    if (tally !== null) priced = countInto(tally, segment, found, ask.quantity, priced)
    return pageOf(segment, found, conditions)
  })
  if (tally !== null) tally.price = histogramOf(priced)
  const page = pages.length === 1 ? (pages[0] ?? []) : pages.flat().sort(orderOf(ask))
  return { page: page.slice(0, ask.limit + 1), tally }
}

const emptyTally = (): Tally => ({
  total: 0,
  facets: new Map(),
  price: { lowest: 0, highest: 0, buckets: [] },
  moq: moqThresholds.map(() => 0),
  leadTime: leadTimeThresholds.map(() => 0),
})

const rooms = {
  counters: new Uint32Array(1024),
  prices: new Float64Array(1024),
  bits: new Uint32Array(mostInSegment / 32),
}

/**
 * Counts matches of a segment into a tally, and writes their prices behind the `priced` ones of other segments; returns how many prices
 * there are now. Few matches are looked at one by one, since what is asked of one lies together; many are counted by bitmaps.
 */
function countInto(
  tally: Tally,
  segment: Segment,
  found: Uint32Array,
  quantity: number,
  priced: number,
): number {
  const { facetTokens } = segment
  const { counters, prices } = roomFor(facetTokens.length, priced + found.length)
  if (found.length > segment.manyMatches) countByBitmaps(tally, segment, found, counters)
  else countOneByOne(tally, segment, found, counters)
  for (let facet = 0; facet < facetTokens.length; facet++) {
    const count = counters[facet] as number
    if (count === 0) continue
    const token = facetTokens[facet] as number
    tally.facets.set(token, (tally.facets.get(token) ?? 0) + count)
  }
  tally.total += found.length
  let length = priced
  for (let index = 0; index < found.length; index++) {
    const price = priceIn(segment, found[index] as number, quantity)
    if (price >= 0) prices[length++] = price
  }
  return length
}

function countOneByOne(tally: Tally, segment: Segment, found: Uint32Array, counters: Uint32Array): void {
  const { facts, factStarts } = segment
  for (let index = 0; index < found.length; index++) {
    const document = found[index] as number
    const start = factStarts[document] as number
    const end = factStarts[document + 1] as number
    const firstFacet = start + factAt.firstStep + (facts[start + factAt.steps] as number) * stepLength
    for (let at = firstFacet; at < end; at++) {
      const facet = facts[at] as number
      counters[facet] = (counters[facet] as number) + 1
    }
    countUpTo(moqThresholds, moqIn(segment, document), tally.moq)
    countUpTo(leadTimeThresholds, leadTimeIn(segment, document), tally.leadTime)
  }
}

/** Counts a value at every limit that it does not pass. */
function countUpTo(limits: readonly number[], value: number, into: number[]): void {
  for (let place = limits.length - 1; place >= 0 && value <= (limits[place] as number); place--)
    into[place] = (into[place] as number) + 1
}

/** Counts the documents of each facet value and threshold among the matches, 32 a step. */
function countByBitmaps(tally: Tally, segment: Segment, found: Uint32Array, counters: Uint32Array): void {
  const { all, facetOrdinals, size, upTo } = segment
  const { bits } = rooms
  const words = Math.ceil(size / 32)
  bits.fill(0, 0, words)
  for (let index = 0; index < found.length; index++) {
    const document = found[index] as number
    bits[document >>> 5] = (bits[document >>> 5] as number) | (1 << (document & 31))
  }
  for (let facet = 0; facet < facetOrdinals.length; facet++) {
    const ordinal = facetOrdinals[facet] as number
    const bitmap = all.bitmaps[ordinal]
    counters[facet] = bitmap === undefined ? inList(all, ordinal, bits) : inBoth(bits, bitmap, words)
  }
  for (const [place, bitmap] of upTo.moq.entries())
    tally.moq[place] = (tally.moq[place] as number) + inBoth(bits, bitmap, words)
  for (const [place, bitmap] of upTo.leadTime.entries())
    tally.leadTime[place] = (tally.leadTime[place] as number) + inBoth(bits, bitmap, words)
}

function inList(all: Postings, ordinal: number, bits: Uint32Array): number {
  const start = all.starts[ordinal] as number
  const end = start + (all.counts[ordinal] as number)
  let count = 0
  for (let at = start; at < end; at++) {
    const document = all.lists[at] as number
    count += ((bits[document >>> 5] as number) >>> (document & 31)) & 1
  }
  return count
}

function inBoth(a: Uint32Array, b: Uint32Array, words: number): number {
  let count = 0
  for (let word = 0; word < words; word++) {
    // The number of ones in a word: pairs, fours, bytes, and the sum of the bytes.
    let ones = ((a[word] as number) & (b[word] as number)) | 0
    ones -= (ones >>> 1) & 0x55555555
    ones = (ones & 0x33333333) + ((ones >>> 2) & 0x33333333)
    count += Math.imul((ones + (ones >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
  }
  return count
}

/** Counters at nought, and prices as they are with room for more. */
function roomFor(facets: number, prices: number): typeof rooms {
  if (rooms.counters.length < facets) rooms.counters = new Uint32Array(facets * 2)
  rooms.counters.fill(0, 0, facets)
  if (rooms.prices.length < prices) {
    const next = new Float64Array(Math.ceil(prices * 1.5))
    next.set(rooms.prices)
    rooms.prices = next
  }
  return rooms
}

/** Steps of a histogram of prices, all of one width, so that its shape says where the prices lie. */
const priceSteps = 12

/** A histogram of the first `length` noted prices; ranges without a product are kept, and one range is made where prices hardly differ. */
function histogramOf(length: number): Counts['price'] {
  const { prices } = rooms
  if (length === 0) return { lowest: 0, highest: 0, buckets: [] }
  let lowest = Number.POSITIVE_INFINITY
  let highest = Number.NEGATIVE_INFINITY
  for (let index = 0; index < length; index++) {
    const price = prices[index] as number
    if (price < lowest) lowest = price
    if (price > highest) highest = price
  }
  const span = highest - lowest
  const inner =
    span < priceSteps
      ? []
      : Array.from(
          { length: priceSteps - 1 },
          (_, step) => lowest + Math.floor((span * (step + 1)) / priceSteps),
        )
  const edges = [lowest, ...inner, highest + 1]
  const counts = new Array<number>(edges.length - 1).fill(0)
  const perStep = span === 0 ? 0 : counts.length / span
  for (let index = 0; index < length; index++) {
    const price = prices[index] as number
    // The step by calculation, put right where rounding moved an edge.
    let step = Math.min(counts.length - 1, Math.trunc((price - lowest) * perStep))
    while (price < (edges[step] as number)) step -= 1
    while (price >= (edges[step + 1] as number)) step += 1
    counts[step] = (counts[step] as number) + 1
  }
  const buckets = counts.map((count, step) => ({
    from: edges[step] as number,
    to: edges[step + 1] as number,
    count,
  }))
  return { lowest, highest, buckets }
}

const ascending = (sort: SearchAsk['sort']): boolean => sort === 'price_asc'

/** The order of results: by the key, then by product id, both the same way, as cursors say. */
const orderOf = ({ sort }: SearchAsk) => {
  const sign = ascending(sort) ? 1 : -1
  return (a: Position, b: Position): number =>
    sign * (a.key - b.key || (a.productId < b.productId ? -1 : a.productId > b.productId ? 1 : 0))
}

// Words in the title come before words elsewhere; then what is bought more often.
const titled = 4_294_967_296

function keyOf(segment: Segment, { ask, titleWords }: Conditions): (document: number) => number {
  const { title, popularity } = segment
  switch (ask.sort) {
    case 'relevance': {
      const ordinals = titleWords.map((token) => title.table.find(token))
      // Without words relevance is popularity and nothing else: the key that browsing goes on from.
      if (ordinals.length === 0 || ordinals.includes(-1)) return (document) => popularity[document] as number
      return (document) =>
        (popularity[document] as number) +
        (ordinals.every((ordinal) => has(title, ordinal, document)) ? titled : 0)
    }
    case 'sales':
      return (document) => segment.sold30d[document] as number
    case 'newest':
      return (document) => segment.listedAt[document] as number
    default: {
      // Without a price last, whichever way is asked for.
      const none = ask.sort === 'price_asc' ? Number.MAX_SAFE_INTEGER : -1
      return (document) => {
        const price = priceIn(segment, document, ask.quantity)
        return Number.isNaN(price) ? none : price
      }
    }
  }
}

/** The best of a segment's matches after where the page before ended: a small heap, one look at each match. */
function pageOf(segment: Segment, found: Uint32Array, conditions: Conditions): Position[] {
  const { ask } = conditions
  const key = keyOf(segment, conditions)
  const order = orderOf(ask)
  const most = ask.limit + 1
  const best: Position[] = []
  const sign = ascending(ask.sort) ? 1 : -1
  const { after } = ask
  // Matches come in the order of popularity: a full page of titles that no later one can reach is the answer.
  const byRelevance = ask.sort === 'relevance'
  for (let index = 0; index < found.length; index++) {
    const document = found[index] as number
    const worst = best[most - 1]
    if (byRelevance && worst !== undefined && worst.key > (segment.popularity[document] as number) + titled)
      break
    const value = key(document)
    if (worst !== undefined && sign * (value - worst.key) > 0) continue
    if (after !== null && sign * (value - after.key) < 0) continue
    const place: Position = { key: value, productId: idOf(segment, document) }
    if (after !== null && order(place, after) <= 0) continue
    if (worst !== undefined && order(place, worst) >= 0) continue
    insert(best, place, order)
    if (best.length > most) best.pop()
  }
  return best
}

function insert(best: Position[], place: Position, order: (a: Position, b: Position) => number): void {
  let low = 0
  let high = best.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (order(best[middle] as Position, place) < 0) low = middle + 1
    else high = middle
  }
  best.splice(low, 0, place)
}
