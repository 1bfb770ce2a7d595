import { sql } from 'drizzle-orm'
import { type Database, inMarket } from '#server/platform/db.ts'

/** Gives `count` numbers like `JS261124-0466`, unique in the market. */
export type TakeNumbers = (marketId: string, at: Date, count: number) => Promise<string[]>

/** Numbers that a process takes ahead for the next orders of the day: fewer visits to the counter, small gaps after a restart. */
const block = 20

const dayIn = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Shanghai',
  year: '2-digit',
  month: '2-digit',
  day: '2-digit',
})

/**
 * Order numbers by market and day (Beijing time). The counter's row is visited in a transaction of its own and for several numbers at
 * once: were it in the checkout's, all checkouts of a market would stand in line behind each other's commit.
 */
export function numberTaker(database: Database): TakeNumbers {
  const ahead = new Map<string, { next: number; last: number }>()
  const refill = async (marketId: string, day: string, count: number) => {
    const size = Math.max(count, block)
    const { rows } = await inMarket(database, marketId, (tx) =>
      tx.execute<{ last: number }>(
        sql`insert into order_number_days (market_id, day, last) values (${marketId}, ${day}, ${size})
          on conflict (market_id, day) do update set last = order_number_days.last + ${size} returning last`,
      ),
    )
    const last = rows[0]?.last ?? 0
    return { next: last - size + 1, last }
  }
  // Who finds the range empty waits for whoever already fetches the next one.
  const fetching = new Map<string, Promise<void>>()
  const fetchNext = (marketId: string, day: string, count: number) => {
    const key = `${marketId} ${day}`
    const known = fetching.get(key)
    if (known) return known
    const fetched = refill(marketId, day, count)
      .then((range) => {
        if (ahead.size > 2000) ahead.clear()
        ahead.set(key, range)
      })
      .finally(() => fetching.delete(key))
    fetching.set(key, fetched)
    return fetched
  }
  return async (marketId, at, count) => {
    const day = dayIn.format(at).replaceAll('-', '')
    for (;;) {
      // Taking from the range has no pause in it, so two requests never take the same number.
      const range = ahead.get(`${marketId} ${day}`)
      if (range !== undefined && range.last - range.next + 1 >= count) {
        const first = range.next
        range.next += count
        return numbersFrom(day, first, count)
      }
      await fetchNext(marketId, day, count)
    }
  }
}

const numbersFrom = (day: string, first: number, count: number) =>
  Array.from({ length: count }, (_, index) => `JS${day}-${String(first + index).padStart(4, '0')}`)
