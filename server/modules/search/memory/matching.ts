import { facetToken, wordToken } from '../domain/tokens.ts'
import type { SearchAsk } from '../port.ts'
import { has, type Postings } from './postings.ts'
import { factAt, isDead, type Segment, stepLength } from './segment.ts'

/** What must hold, as tokens: made once for all segments. */
export type Conditions = {
  /** Every one of these. */
  must: number[]
  /** At least one of each group. */
  groups: number[][]
  titleWords: number[]
  ask: SearchAsk
}

export function conditionsOf(ask: SearchAsk): Conditions {
  const titleWords = [...new Set(ask.words.map(wordToken))]
  const must = [...titleWords]
  const groups: number[][] = []
  for (const { facet, values } of ask.choices) {
    const some = [...new Set(values.map((value) => facetToken(facet, value)))]
    const [only] = some
    if (some.length === 1 && only !== undefined) must.push(only)
    else groups.push(some)
  }
  return { must: [...new Set(must)], groups, titleWords, ask }
}

/** Rooms that questions use one after the other: a question works on them without a pause in it. */
const rooms = { bits: new Uint32Array(0), group: new Uint32Array(0), found: new Uint32Array(0) }
function roomFor(segment: Segment): typeof rooms {
  const words = Math.ceil(segment.size / 32)
  if (rooms.bits.length < words) {
    rooms.bits = new Uint32Array(words)
    rooms.group = new Uint32Array(words)
  }
  if (rooms.found.length < segment.size) rooms.found = new Uint32Array(segment.size)
  return rooms
}

/**
 * The documents of a segment that fit, in the order of popularity. What is returned is valid until the next call. Where a rare token is
 * among those that must be there, its list is gone through and the rest is looked up; otherwise bitmaps are joined, 32 documents a step.
 */
export function matchesIn(segment: Segment, conditions: Conditions): Uint32Array {
  const { all, size } = segment
  const must = conditions.must.map((token) => all.table.find(token))
  const groups = conditions.groups.map((group) =>
    group.map((token) => all.table.find(token)).filter((ordinal) => ordinal >= 0),
  )
  if (size === 0 || must.includes(-1) || groups.some((group) => group.length === 0)) return new Uint32Array(0)
  const room = roomFor(segment)
  const fits = numbersFit(segment, conditions.ask)
  const lists = must
    .filter((ordinal) => all.bitmaps[ordinal] === undefined)
    .sort((a, b) => (all.counts[a] as number) - (all.counts[b] as number))
  const [rarest] = lists
  return rarest === undefined
    ? byBitmaps(segment, must, groups, fits, room)
    : byList(segment, rarest, must, groups, fits, room.found)
}

type Fits = ((document: number) => boolean) | null

/** What is asked of a document's numbers; null when nothing is. */
function numbersFit(segment: Segment, ask: SearchAsk): Fits {
  const { priceMin, priceMax, moqMax, leadTimeMax, quantity } = ask
  if (priceMin === undefined && priceMax === undefined && moqMax === undefined && leadTimeMax === undefined)
    return null
  const priced = priceMin !== undefined || priceMax !== undefined
  const [low, high] = [priceMin ?? Number.NEGATIVE_INFINITY, priceMax ?? Number.POSITIVE_INFINITY]
  const [moqs, days] = [moqMax ?? Number.POSITIVE_INFINITY, leadTimeMax ?? Number.POSITIVE_INFINITY]
  return (document) => {
    if (moqIn(segment, document) > moqs || leadTimeIn(segment, document) > days) return false
    if (!priced) return true
    const price = priceIn(segment, document, quantity)
    return price >= low && price <= high
  }
}

/** The minimum order of a document, in pieces. */
export function moqIn({ facts, factStarts }: Segment, document: number): number {
  const at = (factStarts[document] as number) + factAt.moq
  return (facts[at] as number) + (facts[at + 1] as number) * 65_536
}

/** Days until dispatch. */
export const leadTimeIn = ({ facts, factStarts }: Segment, document: number): number =>
  facts[(factStarts[document] as number) + factAt.leadTimeDays] as number

/** Minor units that one piece costs at a quantity, never less than the MOQ's step; NaN without a price. */
export function priceIn(segment: Segment, document: number, quantity: number): number {
  const { facts, factStarts } = segment
  const start = factStarts[document] as number
  const steps = facts[start + factAt.steps] as number
  if (steps === 0) return Number.NaN
  const pieces = Math.max(quantity, moqIn(segment, document))
  let at = start + factAt.firstStep
  for (let step = 1; step < steps; step++) {
    const next = at + stepLength
    if ((facts[next] as number) + (facts[next + 1] as number) * 65_536 > pieces) break
    at = next
  }
  return (
    (facts[at + 2] as number) + (facts[at + 3] as number) * 65_536 + (facts[at + 4] as number) * 4_294_967_296
  )
}

const inAny = (all: Postings, group: readonly number[], document: number): boolean =>
  group.some((ordinal) => has(all, ordinal, document))

function byList(
  segment: Segment,
  rarest: number,
  must: readonly number[],
  groups: readonly (readonly number[])[],
  fits: Fits,
  found: Uint32Array,
): Uint32Array {
  const { all } = segment
  // Those that most documents lack are asked first.
  const others = must
    .filter((ordinal) => ordinal !== rarest)
    .sort((a, b) => (all.counts[a] as number) - (all.counts[b] as number))
  const start = all.starts[rarest] as number
  const end = start + (all.counts[rarest] as number)
  let length = 0
  each: for (let at = start; at < end; at++) {
    const document = all.lists[at] as number
    if (isDead(segment, document)) continue
    for (const ordinal of others) if (!has(all, ordinal, document)) continue each
    for (const group of groups) if (!inAny(all, group, document)) continue each
    if (fits !== null && !fits(document)) continue
    found[length++] = document
  }
  return found.subarray(0, length)
}

function byBitmaps(
  { all, dead, size }: Segment,
  must: readonly number[],
  groups: readonly (readonly number[])[],
  fits: Fits,
  { bits, group: joined, found }: typeof rooms,
): Uint32Array {
  const words = Math.ceil(size / 32)
  for (let word = 0; word < words; word++) bits[word] = ~(dead[word] as number)
  if ((size & 31) !== 0) bits[words - 1] = (bits[words - 1] as number) & ((1 << (size & 31)) - 1)
  for (const ordinal of must) {
    const bitmap = all.bitmaps[ordinal] as Uint32Array
    for (let word = 0; word < words; word++) bits[word] = (bits[word] as number) & (bitmap[word] as number)
  }
  for (const group of groups) {
    joined.fill(0, 0, words)
    for (const ordinal of group) join(all, ordinal, joined, words)
    for (let word = 0; word < words; word++) bits[word] = (bits[word] as number) & (joined[word] as number)
  }
  let length = 0
  for (let word = 0; word < words; word++) {
    let rest = bits[word] as number
    while (rest !== 0) {
      const document = (word << 5) + 31 - Math.clz32(rest & -rest)
      rest &= rest - 1
      if (fits === null || fits(document)) found[length++] = document
    }
  }
  return found.subarray(0, length)
}

function join(all: Postings, ordinal: number, into: Uint32Array, words: number): void {
  const bitmap = all.bitmaps[ordinal]
  if (bitmap !== undefined) {
    for (let word = 0; word < words; word++) into[word] = (into[word] as number) | (bitmap[word] as number)
    return
  }
  const start = all.starts[ordinal] as number
  const end = start + (all.counts[ordinal] as number)
  for (let at = start; at < end; at++) {
    const document = all.lists[at] as number
    into[document >>> 5] = (into[document >>> 5] as number) | (1 << (document & 31))
  }
}
