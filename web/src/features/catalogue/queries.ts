import { queryOptions } from '@tanstack/react-query'
import type { Call } from '#shared/http.ts'
import { getProduct } from '#web/src/api/provisional.ts'

/** A listed product with everything its page shows. */
export const getProductQuery = (call: Call, market: string, productId: string) =>
  queryOptions({
    queryKey: ['product', market, productId],
    queryFn: () => call(getProduct, { params: { market, productId } }),
  })
