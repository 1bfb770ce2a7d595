import { queryOptions } from '@tanstack/react-query'
import type { Call } from '#shared/http.ts'
import { getShop, listShops } from '#shared/shops/contract.ts'

/** A shop as buyers see it. */
export const getShopQuery = (call: Call, market: string, shopId: string) =>
  queryOptions({
    queryKey: ['shop', market, shopId],
    queryFn: () => call(getShop, { params: { market, shopId } }),
  })

/** Shops of a market, newest first. */
export const listShopsQuery = (call: Call, market: string, limit: number) =>
  queryOptions({
    queryKey: ['shops', market, limit],
    queryFn: () => call(listShops, { params: { market }, query: { limit } }),
  })
