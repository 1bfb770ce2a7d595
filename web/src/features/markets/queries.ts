import { queryOptions } from '@tanstack/react-query'
import { listCategories } from '#shared/catalogue/contract.ts'
import type { CategoryNode } from '#shared/catalogue/views.ts'
import type { Call } from '#shared/http.ts'
import { getMarket, listMarkets } from '#shared/markets/contract.ts'
import type { MarketView } from '#shared/markets/shapes.ts'

/** A market with its categories: what every page of its storefront shows around the goods. */
export type Market = MarketView & { categories: CategoryNode[] }

/** All markets of this installation. */
export const listMarketsQuery = (call: Call) =>
  queryOptions({ queryKey: ['markets'], queryFn: () => call(listMarkets, {}) })

/** A market by its slug as visitors see it: who runs it, its categories, its complaint line. */
export const marketQuery = (call: Call, market: string) =>
  queryOptions({
    queryKey: ['market', market],
    queryFn: async (): Promise<Market> => {
      const params = { market }
      const [view, categories] = await Promise.all([
        call(getMarket, { params }),
        call(listCategories, { params }),
      ])
      return { ...view, categories: categories.items }
    },
    staleTime: 300_000,
  })
