import { queryOptions } from '@tanstack/react-query'
import type { Call } from '#shared/http.ts'
import { getCartCount } from '#web/src/api/provisional.ts'

/** How many lines the buyer's cart holds in this market. */
export const cartCountQuery = (call: Call, market: string) =>
  queryOptions({ queryKey: ['cart-count', market], queryFn: () => call(getCartCount, { params: { market } }) })
