import { queryOptions } from '@tanstack/react-query'
import type { Call } from '#shared/http.ts'
import { getShop } from '#web/src/api/provisional.ts'

/** A shop as buyers see it. */
export const getShopQuery = (call: Call, market: string, shopId: string) =>
  queryOptions({ queryKey: ['shop', market, shopId], queryFn: () => call(getShop, { params: { market, shopId } }) })
