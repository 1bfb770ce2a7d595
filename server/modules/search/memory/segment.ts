import { leadTimeThresholds, moqThresholds } from '../domain/thresholds.ts'
import { floats, type Growing, ints, naturals, shorts } from './growing.ts'
import { type Postings, PostingsBuilder } from './postings.ts'
import { TokenTable } from './token-table.ts'

/** What the index keeps of one listed product: a row of `search_documents`. */
export type IndexRow = {
  productId: string
  /** The first `titleTokens` are the title's words. */
  tokens: readonly number[]
  titleTokens: number
  facets: readonly number[]
  tierMins: readonly number[]
  tierPrices: readonly number[]
  moq: number
  leadTimeDays: number
  popularity: number
  sold30d: number
  /** Milliseconds. */
  listedAt: number
}

/** Documents of a segment have numbers of 16 bits. */
export const mostInSegment = 65_536

/**
 * Some documents of a market, at most `mostInSegment`, packed and never changed, numbered in the order of popularity: the best come first in every list. Only
 * `dead` changes: documents that have gone, or have a newer state in another segment.
 */
export type Segment = {
  size: number
  /** Product ids, one after the other. */
  idText: Buffer
  idStarts: Uint32Array
  idTable: Uint32Array
  all: Postings
  title: Postings
  popularity: Int32Array
  sold30d: Int32Array
  listedAt: Float64Array
  /**
   * What is read of every match lies together, since looking for it costs more than counting it: MOQ (2), days to dispatch, number of
   * price steps, each step (from how many: 2, minor units: 3), and the facet values by their place in `facetTokens`.
   */
  facts: Uint16Array
  factStarts: Uint32Array
  facetTokens: Int32Array
  /** Each facet value's number in `all`. */
  facetOrdinals: Int32Array
  /** Documents at or below each threshold, as bitmaps. */
  upTo: { moq: Uint32Array[]; leadTime: Uint32Array[] }
  /** From so many matches on, going through the bitmaps of all facet values is quicker than through the values of all matches. */
  manyMatches: number
  dead: Uint32Array
  living: number
}

const idHash = (text: Buffer, start: number, end: number): number => {
  let hash = 0x811c9dc5
  for (let index = start; index < end; index++) hash = Math.imul(hash ^ (text[index] as number), 0x01000193)
  return (hash ^ (hash >>> 15)) >>> 0
}

/** Where facts of a document stand behind `factStarts`. */
export const factAt = { moq: 0, leadTimeDays: 2, steps: 3, firstStep: 4 } as const
/** Numbers that one price step takes. */
export const stepLength = 5

/** The product id of a document. */
export const idOf = ({ idText, idStarts }: Segment, document: number): string =>
  idText.toString('latin1', idStarts[document], idStarts[document + 1])

/** The document of a product, or -1. */
export function documentOf({ idText, idStarts, idTable }: Segment, productId: string): number {
  const wanted = Buffer.from(productId, 'latin1')
  const mask = idTable.length - 1
  for (let place = idHash(wanted, 0, wanted.length) & mask; ; place = (place + 1) & mask) {
    const entry = idTable[place] as number
    if (entry === 0) return -1
    if (idText.subarray(idStarts[entry - 1], idStarts[entry]).equals(wanted)) return entry - 1
  }
}

export const isDead = ({ dead }: Segment, document: number): boolean =>
  (((dead[document >>> 5] as number) >>> (document & 31)) & 1) === 1

/** Takes a document out of what is found. False when it is out already. */
export function kill(segment: Segment, document: number): boolean {
  if (isDead(segment, document)) return false
  segment.dead[document >>> 5] = (segment.dead[document >>> 5] as number) | (1 << (document & 31))
  segment.living -= 1
  return true
}

/** Before whom a document stands: more popular first, then by product id from the end, as every page and cursor counts. */
export const byPopularity = (a: IndexRow, b: IndexRow): number =>
  b.popularity - a.popularity || (a.productId < b.productId ? 1 : -1)

/** Packs rows that come in the order of `byPopularity`. */
export class SegmentBuilder {
  size = 0
  private idText = Buffer.alloc(1 << 14)
  private idLength = 0
  private readonly idStarts = naturals()
  private readonly all = new PostingsBuilder(new TokenTable())
  private readonly title = new PostingsBuilder(new TokenTable())
  private readonly facetTable = new TokenTable()
  private readonly facts = shorts()
  private readonly factStarts = naturals()
  private readonly moqs = naturals()
  private readonly leadTimes = naturals()
  private readonly popularity = ints()
  private readonly sold30d = ints()
  private readonly listedAt = floats()

  add(row: IndexRow): void {
    this.size += 1
    this.idStarts.push(this.idLength)
    if (this.idLength + row.productId.length > this.idText.length)
      this.idText = Buffer.concat([this.idText], Math.ceil(this.idText.length * 1.5) + row.productId.length)
    this.idLength += this.idText.write(row.productId, this.idLength, 'latin1')
    this.all.add(row.tokens)
    this.title.add(row.tokens.slice(0, row.titleTokens))
    this.addFacts(row)
    this.popularity.push(row.popularity)
    this.sold30d.push(row.sold30d)
    this.listedAt.push(row.listedAt)
  }

  private addFacts({ moq, leadTimeDays, tierMins, tierPrices, facets }: IndexRow): void {
    const { facts } = this
    const wide = (value: number, parts: number) => {
      for (let part = 0; part < parts; part++) facts.push(Math.floor(value / 65_536 ** part) % 65_536)
    }
    this.factStarts.push(facts.length)
    this.moqs.push(moq)
    this.leadTimes.push(leadTimeDays)
    wide(moq, 2)
    facts.push(leadTimeDays)
    facts.push(tierPrices.length)
    for (const [step, price] of tierPrices.entries()) {
      wide(tierMins[step] ?? 1, 2)
      wide(price, 3)
    }
    for (const token of facets) {
      const facet = this.facetTable.add(token)
      // A market with more values than that in one segment counts the commonest, which come first.
      if (facet < 65_536) facts.push(facet)
    }
  }

  /** Packs what was added; pauses now and then. */
  *finish(): Generator<void, Segment> {
    const { size } = this
    this.idStarts.push(this.idLength)
    const factCount = this.facts.length
    this.factStarts.push(factCount)
    const all = yield* this.all.finish()
    const title = yield* this.title.finish()
    const facetTokens = this.facetTable.tokens()
    const facetOrdinals = facetTokens.map((token) => all.table.find(token))
    const idText = Buffer.from(this.idText.subarray(0, this.idLength))
    const idStarts = this.idStarts.take()
    yield
    const idTable = new Uint32Array(2 ** Math.ceil(Math.log2(size * 1.7 + 2)))
    const mask = idTable.length - 1
    for (let document = 0; document < size; document++) {
      let place = idHash(idText, idStarts[document] as number, idStarts[document + 1] as number) & mask
      while (idTable[place] !== 0) place = (place + 1) & mask
      idTable[place] = document + 1
      if ((document & 8191) === 8191) yield
    }
    return {
      size,
      idText,
      idStarts,
      idTable,
      all,
      title,
      popularity: this.popularity.take(),
      sold30d: this.sold30d.take(),
      listedAt: this.listedAt.take(),
      facts: this.facts.take(),
      factStarts: this.factStarts.take(),
      facetTokens,
      facetOrdinals,
      upTo: {
        moq: moqThresholds.map((limit) => upTo(this.moqs, limit)),
        leadTime: leadTimeThresholds.map((limit) => upTo(this.leadTimes, limit)),
      },
      manyMatches: breakEven(all, facetOrdinals, size, factCount),
      dead: new Uint32Array(Math.ceil(size / 32)),
      living: size,
    }
  }
}

/** Documents whose value does not pass the limit. */
function upTo(values: Growing<Uint32Array>, limit: number): Uint32Array {
  const bits = new Uint32Array(Math.ceil(values.length / 32))
  for (let document = 0; document < values.length; document++)
    if (values.at(document) <= limit)
      bits[document >>> 5] = (bits[document >>> 5] as number) | (1 << (document & 31))
  return bits
}

/** A step of a bitmap, an entry of a list and a value of a match cost about the same: where both ways of counting take equally long. */
function breakEven(all: Postings, facets: Int32Array, size: number, facts: number): number {
  const words = Math.ceil(size / 32)
  const work = facets.reduce(
    (sum, ordinal) => sum + (all.bitmaps[ordinal] === undefined ? (all.counts[ordinal] as number) : words),
    0,
  )
  return Math.max(500, work / Math.max(1, facts / Math.max(1, size)))
}

/** Packs a few rows at once, in any order. */
export function segmentOf(rows: readonly IndexRow[]): Segment {
  const builder = new SegmentBuilder()
  for (const row of rows.toSorted(byPopularity)) builder.add(row)
  const packing = builder.finish()
  for (;;) {
    const { done, value } = packing.next()
    if (done) return value
  }
}
