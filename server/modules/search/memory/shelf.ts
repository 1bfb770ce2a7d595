import type { Database } from '#server/platform/db.ts'
import type { Logger } from '#server/platform/logger.ts'
import { changesSince, readMarket, rowsOfProducts } from './rows.ts'
import { type IndexRow, mostInSegment, type Segment, SegmentBuilder } from './segment.ts'
import { Shard } from './shard.ts'

/** How often changes are asked for while something is loaded: what is written is found within a second. */
const pollMs = 150
/** `search_changes` keeps an hour; who was asleep for longer loads everything anew. */
const longestSleepMs = 40 * 60_000
/** More documents than these are not kept: the markets that nobody searched for longest go first, and PostgreSQL answers for them. */
const mostDocuments = 3_000_000
/** How long packing may keep others waiting. */
const sliceMs = 8

type Loading = { changed: Set<string>; done: Promise<void> }

/**
 * The markets that this process has in memory, and how they stay as the database says. A market is loaded when it is first asked for, in
 * pieces between other work; from then on changes are fetched by transaction: every one that may not have been visible the last time is
 * looked at again, so that none is missed, whatever the order in which transactions end.
 */
export class Shelf {
  private readonly database: Database
  private readonly logger: Logger
  private readonly shards = new Map<string, Shard>()
  private readonly loading = new Map<string, Loading>()
  private horizon: string | null = null
  private seen = new Set<string>()
  private lastRefresh = 0
  private running: Promise<void> | null = null
  private waiting: Promise<void> | null = null
  private timer: NodeJS.Timeout | null = null
  private stopped = false
  /** Grows when everything is forgotten: what was being loaded then is not followed from its beginning. */
  private generation = 0

  constructor(database: Database, logger: Logger) {
    this.database = database
    this.logger = logger
  }

  /** The markets' indexes, or null while one of them is not loaded; then it is being loaded. */
  find(marketIds: readonly string[]): Shard[] | null {
    if (this.lastRefresh !== 0 && performance.now() - this.lastRefresh > longestSleepMs) this.forget()
    const shards = marketIds.map((marketId) => this.use(marketId))
    for (const [index, shard] of shards.entries())
      if (shard === undefined || shard.isWorn) void this.load(marketIds[index] ?? '').catch(() => undefined)
    return shards.every((shard) => shard !== undefined) ? shards : null
  }

  /** Loads a market, beside the index that serves it now if there is one. */
  load(marketId: string): Promise<void> {
    const known = this.loading.get(marketId)
    if (known) return known.done
    if (this.stopped) return Promise.resolve()
    const changed = new Set<string>()
    const done = this.read(marketId, changed)
      .catch((error: unknown) => {
        if (!this.stopped)
          this.logger.warn({ err: error, marketId }, 'a market could not be loaded for search')
        throw error
      })
      .finally(() => this.loading.delete(marketId))
    this.loading.set(marketId, { changed, done })
    return done
  }

  /** Fetches what was committed before this was called. */
  refresh(): Promise<void> {
    if (this.horizon === null || this.stopped) return Promise.resolve()
    if (this.waiting !== null) return this.waiting
    const before = this.running ?? Promise.resolve()
    const mine = before
      .catch(() => undefined)
      .then(() => {
        this.waiting = null
        this.running = mine
        return this.fetchChanges()
      })
    this.waiting = mine
    return mine
  }

  /** Ends: nothing is fetched any more. */
  stop(): void {
    this.stopped = true
    this.forget()
    if (this.timer !== null) clearTimeout(this.timer)
  }

  private forget(): void {
    this.generation += 1
    this.shards.clear()
    this.horizon = null
    this.seen.clear()
    this.lastRefresh = 0
  }

  private async read(marketId: string, changed: Set<string>): Promise<void> {
    const { pool } = this.database
    const { generation } = this
    if (this.horizon === null) {
      const { horizon } = await changesSince(pool, null)
      this.horizon ??= horizon
      this.lastRefresh = performance.now()
    }
    const base: Segment[] = []
    let builder = new SegmentBuilder()
    await readMarket(pool, marketId, async (row) => {
      builder.add(row)
      if (builder.size < mostInSegment) return
      base.push(await packed(builder))
      builder = new SegmentBuilder()
    })
    base.push(await packed(builder))
    const shard = new Shard(base)
    // What changed meanwhile may have been read before or after, or twice: it is read once more, until nothing did.
    while (changed.size > 0) {
      const ids = [...changed]
      changed.clear()
      shard.apply(await this.stateOf(marketId, ids))
    }
    if (this.generation !== generation) return
    this.shards.set(marketId, shard)
    this.makeRoom(marketId)
    this.poll()
  }

  /** The market's index; used last, it goes last. */
  private use(marketId: string): Shard | undefined {
    const shard = this.shards.get(marketId)
    if (shard === undefined) return undefined
    this.shards.delete(marketId)
    this.shards.set(marketId, shard)
    return shard
  }

  private makeRoom(kept: string): void {
    let total = [...this.shards.values()].reduce((sum, shard) => sum + shard.size, 0)
    for (const [marketId, shard] of this.shards) {
      if (total <= mostDocuments || marketId === kept) return
      total -= shard.size
      this.shards.delete(marketId)
    }
  }

  private async stateOf(
    marketId: string,
    productIds: readonly string[],
  ): Promise<Map<string, IndexRow | null>> {
    const state = new Map<string, IndexRow | null>(productIds.map((id) => [id, null]))
    if (productIds.length === 0) return state
    for (const found of await rowsOfProducts(this.database.pool, productIds))
      if (found.marketId === marketId) state.set(found.row.productId, found.row)
    return state
  }

  private async fetchChanges(): Promise<void> {
    const { pool } = this.database
    const { horizon, changed } = await changesSince(pool, this.horizon)
    // A database that was put back to an earlier state counts its transactions from there: what is known here may never have been.
    if (this.horizon !== null && Number(horizon) < Number(this.horizon)) return this.forget()
    const fresh = changed.filter(
      ({ transaction, productId }) => !this.seen.has(`${transaction} ${productId}`),
    )
    const ids = [...new Set(fresh.map(({ productId }) => productId))]
    const rows = new Map<string, { marketId: string; row: IndexRow }>()
    for (let from = 0; from < ids.length; from += 500)
      for (const found of await rowsOfProducts(pool, ids.slice(from, from + 500)))
        rows.set(found.row.productId, found)
    // A product leaves the market of its change, and is in the one that its row names.
    const byMarket = new Map<string, Map<string, IndexRow | null>>()
    const note = (marketId: string, productId: string, row: IndexRow | null) => {
      const changes = byMarket.get(marketId) ?? new Map<string, IndexRow | null>()
      byMarket.set(marketId, changes.set(productId, row))
    }
    for (const { marketId, productId } of fresh) note(marketId, productId, null)
    for (const [productId, { marketId, row }] of rows) note(marketId, productId, row)
    for (const [marketId, changes] of byMarket) {
      this.shards.get(marketId)?.apply(changes)
      for (const productId of changes.keys()) this.loading.get(marketId)?.changed.add(productId)
    }
    this.horizon = horizon
    this.seen = new Set(changed.map(({ transaction, productId }) => `${transaction} ${productId}`))
    this.lastRefresh = performance.now()
  }

  private poll(): void {
    if (this.timer !== null || this.stopped) return
    const next = async () => {
      try {
        await this.refresh()
      } catch (error) {
        if (!this.stopped) this.logger.warn({ err: error }, 'changes for search could not be fetched')
      }
      if (!this.stopped) this.timer = setTimeout(next, pollMs).unref()
    }
    this.timer = setTimeout(next, pollMs).unref()
  }
}

const pause = () => new Promise<void>((resolve) => setImmediate(resolve))

async function packed(builder: SegmentBuilder): Promise<Segment> {
  const packing = builder.finish()
  let since = performance.now()
  for (;;) {
    const { done, value } = packing.next()
    if (done) return value
    if (performance.now() - since < sliceMs) continue
    await pause()
    since = performance.now()
  }
}
