import { queryOptions } from '@tanstack/react-query'
import type { Call } from '#shared/http.ts'
import { getShopToday } from '#shared/trade/contract.ts'

type Shop = { market: string; shopId: string }

/** What waits for the shop's staff, counted now. */
export const todayQuery = (call: Call, { market, shopId }: Shop) =>
  queryOptions({
    queryKey: ['today', market, shopId],
    queryFn: () => call(getShopToday, { params: { market, shopId } }),
    staleTime: 30_000,
  })
