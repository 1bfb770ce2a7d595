import './ui/base.css'
import './ui/mantine.css'
import manifest from 'virtual:client-manifest'
import { dehydrate } from '@tanstack/react-query'
import { createMemoryHistory } from '@tanstack/react-router'
import { renderToString } from 'react-dom/server'
import { getSession } from '#shared/accounts/contract.ts'
import type { Call } from '#shared/http.ts'
import type { Locale } from '#shared/text.ts'
import { statusOf } from './api/call.ts'
import { createQueryClient } from './api/query-client.ts'
import { App } from './app.tsx'
import { pageAssets } from './assets.ts'
import { type PageHead, renderHead, scriptJson } from './head.ts'
import { createAppRouter } from './router.tsx'
import { createLanguage } from './texts/texts.ts'

export type RenderRequest = {
  /** Path and query as asked for, with `/en` where it stands. */
  url: string
  locale: Locale
  /** Scheme and host of the site, for canonical addresses. */
  origin: string
  /** The CSP nonce of this answer. */
  nonce: string
  call: Call
  /** Whether the reader has a session; who they are is asked with `call`. */
  signedIn: boolean
}
export type Rendered = { status: number; redirect?: string; head: string; html: string; state: string }

/**
 * Renders one page: finds its route, loads its data with `call`, and returns the parts of index.html's placeholders. A missing thing is
 * a 404 with a page that helps; a failed call is a 500 or the call's own status with the error page; only a bug throws.
 */
export async function render({
  url,
  locale,
  origin,
  nonce,
  call,
  signedIn,
}: RenderRequest): Promise<Rendered> {
  const session = signedIn ? await call(getSession, {}) : null
  const queryClient = createQueryClient()
  const context = { locale, i18n: createLanguage(locale), call, queryClient, origin, session }
  const router = createAppRouter(context, createMemoryHistory({ initialEntries: [url] }), nonce)
  await router.load()
  const result = router._serverResult
  if (result?.type === 'redirect')
    return {
      status: result.redirect.status,
      redirect: result.redirect.options.href ?? '/',
      head: '',
      html: '',
      state: '',
    }

  const html = renderToString(<App router={router} context={context} />)
  const matches = router.state.matches
  const failed = matches.find((match) => match.status === 'error')
  const status = result?.status === 404 ? 404 : failed ? statusOf(failed.error) || 500 : 200
  const page = matches.findLast((match) => match.staticData?.module !== undefined)
  const loaded = matches.findLast((match) => match.loaderData !== undefined)?.loaderData
  const head: PageHead =
    status === 200 && isHead(loaded) ? loaded : { title: locale === 'zh' ? '集市' : 'Jishi' }
  const assets = pageAssets(manifest, page?.staticData.module, nonce)
  const state = scriptJson({ queries: dehydrate(queryClient), session })
  queryClient.clear()
  return {
    status,
    head: `${renderHead(head, { locale, origin, nonce })}\n    ${assets.head}`,
    html,
    state: `<script id="state" type="application/json" nonce="${nonce}">${state}</script>\n    ${assets.end}`,
  }
}

function isHead(value: unknown): value is PageHead {
  return typeof value === 'object' && value !== null && 'title' in value && typeof value.title === 'string'
}
