import { ints, naturals } from './growing.ts'
import type { TokenTable } from './token-table.ts'

/**
 * Which documents have which token. A token that more than one document in 16 has is a bitmap, the others are sorted lists of 16-bit
 * numbers: neither takes more room than the other would, and both intersect quickly.
 */
export type Postings = {
  table: TokenTable
  /** Number of documents by token number. */
  counts: Uint32Array
  /** Where a list begins in `lists`. */
  starts: Uint32Array
  lists: Uint16Array
  bitmaps: (Uint32Array | undefined)[]
}

/** Whether a document has the token of this number. */
export function has(
  { bitmaps, starts, counts, lists }: Postings,
  ordinal: number,
  document: number,
): boolean {
  const bitmap = bitmaps[ordinal]
  if (bitmap !== undefined) return (((bitmap[document >>> 5] as number) >>> (document & 31)) & 1) === 1
  let low = starts[ordinal] as number
  let high = low + (counts[ordinal] as number)
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((lists[middle] as number) < document) low = middle + 1
    else high = middle
  }
  return low < (starts[ordinal] as number) + (counts[ordinal] as number) && lists[low] === document
}

/** Collects the tokens of documents, which come in order, each with every token once. */
export class PostingsBuilder {
  private readonly stream = ints()
  private readonly ends = naturals()
  private readonly numbers: number[] = []
  private readonly table: TokenTable

  constructor(table: TokenTable) {
    this.table = table
  }

  add(tokens: Iterable<number>): void {
    for (const token of tokens) {
      const ordinal = this.table.add(token)
      if (ordinal === this.numbers.length) this.numbers.push(0)
      this.numbers[ordinal] = (this.numbers[ordinal] as number) + 1
      this.stream.push(ordinal)
    }
    this.ends.push(this.stream.length)
  }

  /** Packs what was collected; pauses now and then, so that whoever drives it can let others work. */
  *finish(): Generator<void, Postings> {
    const documents = this.ends.length
    const counts = Uint32Array.from(this.numbers)
    const starts = new Uint32Array(counts.length)
    const bitmaps: (Uint32Array | undefined)[] = []
    let room = 0
    for (let ordinal = 0; ordinal < counts.length; ordinal++) {
      const count = counts[ordinal] as number
      if (count * 16 > documents && documents >= 64)
        bitmaps[ordinal] = new Uint32Array(Math.ceil(documents / 32))
      else {
        starts[ordinal] = room
        room += count
      }
    }
    yield
    const lists = new Uint16Array(room)
    const next = Uint32Array.from(starts)
    let at = 0
    for (let document = 0; document < documents; document++) {
      const end = this.ends.at(document)
      for (; at < end; at++) {
        const ordinal = this.stream.at(at)
        const bitmap = bitmaps[ordinal]
        if (bitmap !== undefined)
          bitmap[document >>> 5] = (bitmap[document >>> 5] as number) | (1 << (document & 31))
        else {
          lists[next[ordinal] as number] = document
          next[ordinal] = (next[ordinal] as number) + 1
        }
      }
      if ((document & 4095) === 4095) yield
    }
    return { table: this.table, counts, starts, lists, bitmaps }
  }
}
