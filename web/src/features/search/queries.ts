import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { Call } from '#shared/http.ts'
import { searchProducts, suggestWords } from '#shared/search/contract.ts'
import { type Asked, pageSize } from './choice.ts'

/** Results page by page; the first page carries the facets and what was understood. */
export const searchQuery = (call: Call, market: string, asked: Asked) =>
  infiniteQueryOptions({
    queryKey: ['search', market, asked],
    queryFn: ({ pageParam }) =>
      call(searchProducts, {
        params: { market },
        query: { ...asked, limit: pageSize, ...(pageParam === '' ? {} : { cursor: pageParam }) },
      }),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  })

type ShelfChoice = Partial<
  Pick<Asked, 'category' | 'shop' | 'sort' | 'quantity' | 'leadTimeMax' | 'mixedBatch' | 'ownGoods'>
>

/** A few goods for a shelf of another page: no facets, one page. */
export const shelfQuery = (call: Call, market: string, asked: ShelfChoice, limit: number) =>
  queryOptions({
    queryKey: ['shelf', market, asked, limit],
    queryFn: () => call(searchProducts, { params: { market }, query: { ...asked, limit, facets: 'false' } }),
  })

/** Completions of what is being typed in the search box. */
export const suggestQuery = (call: Call, market: string, q: string) =>
  queryOptions({
    queryKey: ['suggest', market, q],
    queryFn: () => call(suggestWords, { params: { market }, query: { q: q.slice(0, 60), limit: 8 } }),
    enabled: q.length > 0,
    staleTime: 300_000,
  })
