import { type ErrorComponentProps, useParams, useRouter } from '@tanstack/react-router'
import { ProblemError } from '#web/src/api/call.ts'
import { paths } from '#web/src/paths.ts'
import { useTexts } from '#web/src/texts/texts.ts'
import { Button, ButtonLink } from '#web/src/ui/button.tsx'
import { Empty, Failure } from '#web/src/ui/states.tsx'
import { shellTexts } from './texts.ts'

/** What is shown where a thing is not there, or not for this reader. */
export function NotFoundPage() {
  const t = useTexts(shellTexts)
  const { market } = useParams({ strict: false })
  return (
    <main className="wrap" id="main">
      <Empty
        level={1}
        title={t('missing.title')}
        actions={
          <>
            {market !== undefined && (
              <ButtonLink kind="primary" to={paths.home(market)}>
                {t('missing.home')}
              </ButtonLink>
            )}
            <ButtonLink to={paths.markets()}>{t('missing.markets')}</ButtonLink>
          </>
        }
      >
        {t('missing.text')}
      </Empty>
    </main>
  )
}

/** What is shown when a page's data could not be had. An answer of the server says what was wrong; anything else is the network or us. */
export function ErrorPage({ error }: ErrorComponentProps) {
  const t = useTexts(shellTexts)
  const router = useRouter()
  const text =
    error instanceof ProblemError
      ? error.message
      : error instanceof TypeError
        ? t('failed.network')
        : t('failed.text')
  return (
    <main className="wrap" id="main">
      <Failure
        level={1}
        title={t('failed.title')}
        actions={
          <Button kind="primary" onClick={() => void router.invalidate()}>
            {t('failed.retry')}
          </Button>
        }
      >
        {text}
      </Failure>
    </main>
  )
}
