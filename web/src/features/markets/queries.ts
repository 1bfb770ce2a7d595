import { queryOptions } from '@tanstack/react-query'
import { getMarket, getShowcase, listMarkets } from '#web/src/api/provisional.ts'
import type { Call } from '#shared/http.ts'

/** All markets of this installation. */
export const listMarketsQuery = (call: Call) =>
  queryOptions({ queryKey: ['markets'], queryFn: () => call(listMarkets, {}) })

/** A market as visitors see it: who runs it, its categories, its complaint line. */
export const getMarketQuery = (call: Call, market: string) =>
  queryOptions({ queryKey: ['market', market], queryFn: () => call(getMarket, { params: { market } }), staleTime: 300_000 })

/** Goods and shops for a market's home page. */
export const showcaseQuery = (call: Call, market: string) =>
  queryOptions({ queryKey: ['showcase', market], queryFn: () => call(getShowcase, { params: { market } }) })
