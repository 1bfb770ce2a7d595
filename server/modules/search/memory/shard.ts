import { documentOf, type IndexRow, kill, type Segment, segmentOf } from './segment.ts'

/** Documents that came last are packed anew with each change; more than so many are put aside as a segment. */
const mostFresh = 256
const segmentsJoined = 16

type Layer = { segment: Segment; rows: Map<string, IndexRow> | null }

/**
 * The index of one market: large segments as they were loaded, and small ones for what changed since. A changed product dies where it was
 * and comes back as the newest; small segments are joined, so that there are never many.
 */
export class Shard {
  private readonly base: readonly Segment[]
  private layers: Layer[] = []
  private fresh = new Map<string, IndexRow>()
  private freshSegment: Segment | null = null

  constructor(base: readonly Segment[]) {
    this.base = base
  }

  /** Everything that is to be searched; no product lives in two of them. */
  get segments(): Segment[] {
    if (this.freshSegment === null && this.fresh.size > 0)
      this.freshSegment = segmentOf([...this.fresh.values()])
    return [...this.packed, ...(this.freshSegment === null ? [] : [this.freshSegment])]
  }

  /** How many products are found. */
  get size(): number {
    const living = (sum: number, segment: Segment) => sum + segment.living
    return this.packed.reduce(living, 0) + this.fresh.size
  }

  /** True when so much has changed that loading anew makes answers quicker. */
  get isWorn(): boolean {
    const beside = this.layers.reduce((sum, { segment }) => sum + segment.size, 0)
    return beside > Math.max(4000, this.base.reduce((sum, { size }) => sum + size, 0) / 20)
  }

  private get packed(): Segment[] {
    return [...this.base, ...this.layers.map((layer) => layer.segment)]
  }

  /** Puts products into the state that they have now; null for one that is no longer listed. */
  apply(changes: ReadonlyMap<string, IndexRow | null>): void {
    const { packed } = this
    for (const [productId, row] of changes) {
      for (const segment of packed) {
        const document = documentOf(segment, productId)
        if (document >= 0) kill(segment, document)
      }
      for (const { rows } of this.layers) rows?.delete(productId)
      this.fresh.delete(productId)
      if (row !== null) this.fresh.set(productId, row)
    }
    this.freshSegment = null
    while (this.fresh.size > mostFresh) this.putAside()
  }

  private putAside(): void {
    const rows = new Map([...this.fresh].slice(0, mostFresh))
    for (const productId of rows.keys()) this.fresh.delete(productId)
    this.layers.push({ segment: segmentOf([...rows.values()]), rows })
    const young = this.layers.filter((layer) => layer.rows !== null)
    if (young.length < segmentsJoined) return
    const joined = young.flatMap((layer) => [...(layer.rows?.values() ?? [])])
    this.layers = [
      ...this.layers.filter((layer) => layer.rows === null),
      { segment: segmentOf(joined), rows: null },
    ]
  }
}
