import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { RowState } from '#shared/catalogue/import.ts'
import {
  getImport,
  type ImportState,
  listImportRows,
  listImports,
} from '#shared/catalogue/import-contract.ts'
import type { Call } from '#shared/http.ts'

type Shop = { market: string; shopId: string }
const works = (state: ImportState | undefined): boolean => state === 'checking' || state === 'importing'

/** Lists that the shop uploaded, newest first; asked again while one of them is worked on. */
export const importsQuery = (call: Call, { market, shopId }: Shop) =>
  queryOptions({
    queryKey: ['imports', market, shopId],
    queryFn: () => call(listImports, { params: { market, shop: shopId }, query: { limit: 20 } }),
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data?.items.some((one) => works(one.state)) ? 1500 : false),
  })

/** One list; asked again each moment while it is read or written. */
export const importQuery = (call: Call, { market, shopId }: Shop, id: string) =>
  queryOptions({
    queryKey: ['import', market, shopId, id],
    queryFn: () => call(getImport, { params: { market, shop: shopId, import: id } }),
    staleTime: 0,
    refetchInterval: ({ state }) => (works(state.data?.state) ? 700 : false),
  })

/** Rows of a list in one state, or all. `version` makes a list that was read again be fetched again; the old rows stay until then. */
export const importRowsQuery = (
  call: Call,
  { market, shopId }: Shop,
  id: string,
  version: number,
  filter: RowState | undefined,
) =>
  infiniteQueryOptions({
    queryKey: ['import-rows', market, shopId, id, filter ?? 'all', version],
    queryFn: ({ pageParam }) =>
      call(listImportRows, {
        params: { market, shop: shopId, import: id },
        query: {
          limit: 100,
          ...(filter ? { filter } : {}),
          ...(pageParam === '' ? {} : { cursor: pageParam }),
        },
      }),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    staleTime: 60_000,
    placeholderData: keepPreviousData,
  })
