import { queryOptions } from '@tanstack/react-query'
import type { Call } from '#shared/http.ts'
import { getCart } from '#shared/trade/contract.ts'

/** The cart of the acting organisation in this market. */
export const cartQuery = (call: Call, market: string) =>
  queryOptions({
    queryKey: ['cart', market],
    queryFn: () => call(getCart, { params: { market } }),
    staleTime: 10_000,
  })
