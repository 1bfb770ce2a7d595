import './ui/base.css'
import './ui/mantine.css'
import { hydrate } from '@tanstack/react-query'
import { createBrowserHistory } from '@tanstack/react-router'
import { hydrateRoot } from 'react-dom/client'
import { callByFetch } from './api/call.ts'
import { createQueryClient } from './api/query-client.ts'
import { watchingSession } from './api/session.ts'
import { App } from './app.tsx'
import { inLanguage, paths, readLanguage } from './paths.ts'
import { createAppRouter } from './router.tsx'
import { createLanguage } from './texts/texts.ts'

const nonce = document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce ?? ''
// The library that keeps the page still behind a sheet writes a style element of its own and asks this name for the nonce.
Reflect.set(globalThis, '__webpack_nonce__', nonce)
const { locale } = readLanguage(location.pathname)
const state = JSON.parse(document.getElementById('state')?.textContent ?? '{}')
const queryClient = createQueryClient()
hydrate(queryClient, state.queries)

// A session that has ended leads to signing in, and from there back to this page.
const askToSignIn = () =>
  location.assign(inLanguage(locale, paths.signIn(readLanguage(location.pathname).path + location.search)))
const call = watchingSession(callByFetch(locale), askToSignIn)
const context = {
  locale,
  i18n: createLanguage(locale),
  call,
  queryClient,
  origin: location.origin,
  session: state.session ?? null,
}
const router = createAppRouter(context, createBrowserHistory(), nonce)
// The server rendered this page already: no suspense boundary around it, or the first render would not match.
router.ssr = { manifest: undefined }
await router.load()
const container = document.getElementById('app')
if (container) hydrateRoot(container, <App router={router} context={context} />)
