import type { QueryClient } from '@tanstack/react-query'
import type { i18n } from 'i18next'
import { createContext, useContext } from 'react'
import type { SessionView } from '#shared/accounts/shapes.ts'
import type { Call } from '#shared/http.ts'
import type { Locale } from '#shared/text.ts'

/** What every route's loader and every feature gets: the reader's language, the way to the server, the cache, the session. */
export type PageContext = {
  locale: Locale
  i18n: i18n
  call: Call
  queryClient: QueryClient
  /** Scheme and host, for canonical addresses. */
  origin: string
  session: SessionView | null
}

export const Page = createContext<PageContext | null>(null)

export function usePageContext(): PageContext {
  const context = useContext(Page)
  if (context === null) throw new Error('Page context is missing above this component')
  return context
}

export const useCall = (): Call => usePageContext().call
export const useSession = (): SessionView | null => usePageContext().session
