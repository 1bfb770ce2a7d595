import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { Call } from '#shared/http.ts'
import { searchProducts, suggest } from '#web/src/api/provisional.ts'
import type { toSearchQuery } from './choice.ts'

type Asked = ReturnType<typeof toSearchQuery>

/** Results page by page; the first page carries the facets and what was understood. */
export const searchQuery = (call: Call, market: string, asked: Asked) =>
  infiniteQueryOptions({
    queryKey: ['search', market, asked],
    queryFn: ({ pageParam }) =>
      call(searchProducts, { params: { market }, query: { ...asked, ...(pageParam === '' ? {} : { cursor: pageParam }), limit: 28 } }),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  })

/** Completions of what is being typed in the search box. */
export const suggestQuery = (call: Call, market: string, q: string) =>
  queryOptions({
    queryKey: ['suggest', market, q],
    queryFn: () => call(suggest, { params: { market }, query: { q } }),
    enabled: q.length > 0,
    staleTime: 300_000,
  })
