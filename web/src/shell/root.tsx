import { Outlet, useRouterState } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useTexts } from '#web/src/texts/texts.ts'
import { Toasts } from '#web/src/ui/toasts.tsx'
import style from './root.module.css'
import { shellTexts } from './texts.ts'

/**
 * Around every page: the way to skip the header, the tab's title after a change of page, a line while the next page loads, and the
 * toasts, which stand inside the router since some of them carry links.
 */
export function Root() {
  const t = useTexts(shellTexts)
  const loading = useRouterState({ select: (state) => state.status === 'pending' })
  const title = useRouterState({
    select: (state) =>
      titleOf(state.matches.findLast((match) => titleOf(match.loaderData) !== '')?.loaderData),
  })
  // The document lives outside React: the server wrote its first title, later ones are set here.
  useEffect(() => {
    if (title !== '') document.title = title
  }, [title])
  return (
    <Toasts>
      <a className="skip" href="#main">
        {t('skip')}
      </a>
      <div
        className={style.progress}
        data-on={loading || undefined}
        role="progressbar"
        aria-label={t('loading')}
        aria-hidden={!loading}
      />
      <Outlet />
    </Toasts>
  )
}

function titleOf(data: unknown): string {
  return typeof data === 'object' && data !== null && 'title' in data && typeof data.title === 'string'
    ? data.title
    : ''
}
