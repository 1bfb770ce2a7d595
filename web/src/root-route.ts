import { createRootRouteWithContext } from '@tanstack/react-router'
import type { PageContext } from './page-context.ts'
import { ErrorPage, NotFoundPage } from './shell/error-page.tsx'
import { Root } from './shell/root.tsx'

/** The root of all pages. */
export const rootRoute = createRootRouteWithContext<PageContext>()({
  component: Root,
  notFoundComponent: NotFoundPage,
  errorComponent: ErrorPage,
})
