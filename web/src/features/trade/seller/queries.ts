import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { Call } from '#shared/http.ts'
import { getOrder, getShopToday, listShopOrders } from '#shared/trade/contract.ts'
import type { OrderTab } from '#shared/trade/states.ts'

type Shop = { market: string; shopId: string }

/** What waits for the shop's staff, counted now. */
export const todayQuery = (call: Call, { market, shopId }: Shop) =>
  queryOptions({
    queryKey: ['today', market, shopId],
    queryFn: () => call(getShopToday, { params: { market, shopId } }),
    staleTime: 30_000,
  })

/** Orders of a shop, newest first, page by page. */
export const shopOrdersQuery = (call: Call, { market, shopId }: Shop, tab: OrderTab, q: string | undefined) =>
  infiniteQueryOptions({
    queryKey: ['shop-orders', market, shopId, tab, q ?? ''],
    queryFn: ({ pageParam }) =>
      call(listShopOrders, {
        params: { market, shopId },
        query: { tab, limit: 20, ...(q ? { q } : {}), ...(pageParam === '' ? {} : { cursor: pageParam }) },
      }),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    staleTime: 10_000,
  })

/** One order in full. */
export const shopOrderQuery = (call: Call, market: string, orderId: string) =>
  queryOptions({
    queryKey: ['order', market, orderId],
    queryFn: () => call(getOrder, { params: { market, orderId } }),
    staleTime: 5_000,
  })
