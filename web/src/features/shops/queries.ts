import { queryOptions } from '@tanstack/react-query'
import type { Call } from '#shared/http.ts'
import { getShop, listShops } from '#web/src/api/provisional.ts'

/** A shop as buyers see it. */
export const getShopQuery = (call: Call, market: string, shop: string) =>
  queryOptions({ queryKey: ['shop', market, shop], queryFn: () => call(getShop, { params: { market, shop } }) })

/** Shops of a market, newest verification first. */
export const listShopsQuery = (call: Call, market: string) =>
  queryOptions({ queryKey: ['shops', market], queryFn: () => call(listShops, { params: { market } }) })
