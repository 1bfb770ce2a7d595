import { Outlet, useRouterState } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useTexts } from '#web/src/texts/texts.ts'
import style from './root.module.css'
import { shellTexts } from './texts.ts'

/** Around every page: the way to skip the header, the tab's title after a change of page, and a line while the next page loads. */
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
    <>
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
    </>
  )
}

function titleOf(data: unknown): string {
  return typeof data === 'object' && data !== null && 'title' in data && typeof data.title === 'string'
    ? data.title
    : ''
}
