import type { Counts, SearchAsk } from '../port.ts'

const keptMs = 30_000
const most = 500

/**
 * Facet counts of recent questions, for half a minute: the few broad words that many buyers use make the whole load of counting.
 * Pages themselves are never kept. Small, and empty after a change that this process made.
 */
export function countsKept() {
  const kept = new Map<string, { counts: Counts; until: number }>()
  // What is counted does not depend on the order or the page.
  const keyOf = ({
    marketIds,
    words,
    choices,
    quantity,
    priceMin,
    priceMax,
    moqMax,
    leadTimeMax,
  }: SearchAsk): string =>
    JSON.stringify([marketIds, words, choices, quantity, priceMin, priceMax, moqMax, leadTimeMax])
  return {
    find(ask: SearchAsk): Counts | null {
      const known = kept.get(keyOf(ask))
      return known && known.until > performance.now() ? known.counts : null
    },
    keep(ask: SearchAsk, counts: Counts): void {
      const oldest = kept.keys().next().value
      if (kept.size >= most && oldest !== undefined) kept.delete(oldest)
      kept.set(keyOf(ask), { counts, until: performance.now() + keptMs })
    },
    forget: () => kept.clear(),
  }
}
