import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { getReview, listReviews } from '#shared/catalogue/contract.ts'
import type { Call } from '#shared/http.ts'

/** Listings that wait for review, oldest first, page by page. */
export const listReviewsQuery = (call: Call, market: string) =>
  infiniteQueryOptions({
    queryKey: ['reviews', market],
    queryFn: ({ pageParam }) =>
      call(listReviews, {
        params: { market },
        query: { limit: 30, ...(pageParam === '' ? {} : { cursor: pageParam }) },
      }),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    staleTime: 10_000,
  })

/** One listing under review. */
export const reviewQuery = (call: Call, market: string, product: string) =>
  queryOptions({
    queryKey: ['review', market, product],
    queryFn: () => call(getReview, { params: { market, product } }),
    staleTime: 0,
  })
