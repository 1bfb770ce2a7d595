import { infiniteQueryOptions } from '@tanstack/react-query'
import type { Call } from '#shared/http.ts'
import { listApplications } from '#shared/shops/contract.ts'
import type { ApplicationStatus } from '#shared/shops/shapes.ts'

/** The queue of the admitting office, oldest first, page by page. */
export const applicationsQuery = (
  call: Call,
  market: string,
  status: Exclude<ApplicationStatus, 'draft'> | undefined,
) =>
  infiniteQueryOptions({
    queryKey: ['applications', market, status ?? ''],
    queryFn: ({ pageParam }) =>
      call(listApplications, {
        params: { market },
        query: {
          limit: 30,
          ...(status ? { status } : {}),
          ...(pageParam === '' ? {} : { cursor: pageParam }),
        },
      }),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    staleTime: 5_000,
  })
