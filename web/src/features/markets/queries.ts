import { queryOptions } from '@tanstack/react-query'
import type { Call } from '#shared/http.ts'
import { getMarket, listMarkets } from '#web/src/api/provisional.ts'

/** All markets of this installation. */
export const listMarketsQuery = (call: Call) =>
  queryOptions({ queryKey: ['markets'], queryFn: () => call(listMarkets, {}) })

/** A market as visitors see it: who runs it, its categories, its complaint line. */
export const getMarketQuery = (call: Call, market: string) =>
  queryOptions({
    queryKey: ['market', market],
    queryFn: () => call(getMarket, { params: { market } }),
    staleTime: 300_000,
  })
