import { queryOptions } from '@tanstack/react-query'
import { getProduct } from '#shared/catalogue/contract.ts'
import type { Call } from '#shared/http.ts'

/** A listed product with everything its page shows. */
export const getProductQuery = (call: Call, product: string) =>
  queryOptions({ queryKey: ['product', product], queryFn: () => call(getProduct, { params: { product } }) })
