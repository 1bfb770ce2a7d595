import { QueryClient } from '@tanstack/react-query'

/** One cache per page load in the browser, one per request on the server. Public pages may be a minute old (performance: prepared reads). */
export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 60_000,
        gcTime: typeof document === 'undefined' ? Number.POSITIVE_INFINITY : 5 * 60_000,
        retry: 1,
        refetchOnWindowFocus: false,
      },
    },
  })
