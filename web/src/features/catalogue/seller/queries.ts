import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { getShopProduct, getStock, listShopProducts, listTestReports } from '#shared/catalogue/contract.ts'
import type { ProductStatus } from '#shared/catalogue/product.ts'
import type { Call } from '#shared/http.ts'

type Shop = { market: string; shopId: string }

/** Products of a shop, newest change first, page by page; every page carries the counts of the tabs. */
export const shopProductsQuery = (
  call: Call,
  { market, shopId }: Shop,
  status: ProductStatus | undefined,
  q: string | undefined,
) =>
  infiniteQueryOptions({
    queryKey: ['shop-products', market, shopId, status ?? '', q ?? ''],
    queryFn: ({ pageParam }) =>
      call(listShopProducts, {
        params: { market, shop: shopId },
        query: {
          limit: 30,
          ...(status ? { status } : {}),
          ...(q ? { q } : {}),
          ...(pageParam === '' ? {} : { cursor: pageParam }),
        },
      }),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    staleTime: 10_000,
  })

/** A product as its shop sees it. */
export const shopProductQuery = (call: Call, { market, shopId }: Shop, product: string) =>
  queryOptions({
    queryKey: ['shop-product', market, shopId, product],
    queryFn: () => call(getShopProduct, { params: { market, shop: shopId, product } }),
    staleTime: 0,
  })

/** Stock of each SKU of a product. */
export const stockQuery = (call: Call, { market, shopId }: Shop, product: string) =>
  queryOptions({
    queryKey: ['stock', market, shopId, product],
    queryFn: () => call(getStock, { params: { market, shop: shopId, product } }),
    staleTime: 0,
  })

/** Test reports of a shop. */
export const testReportsQuery = (call: Call, { market, shopId }: Shop) =>
  infiniteQueryOptions({
    queryKey: ['test-reports', market, shopId],
    queryFn: ({ pageParam }) =>
      call(listTestReports, {
        params: { market, shop: shopId },
        query: { limit: 50, ...(pageParam === '' ? {} : { cursor: pageParam }) },
      }),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    staleTime: 10_000,
  })
