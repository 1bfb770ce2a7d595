import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { useMemo } from 'react'
import { Page, type PageContext } from './page-context.ts'
import type { AppRouter } from './router.tsx'
import { Language } from './texts/texts.ts'

/** Everything around the pages, the same on the server and in the browser. */
export function App({ router, context }: { router: AppRouter; context: PageContext }) {
  const language = useMemo(() => ({ locale: context.locale, i18n: context.i18n }), [context])
  return (
    <Page value={context}>
      <Language value={language}>
        <QueryClientProvider client={context.queryClient}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </Language>
    </Page>
  )
}
