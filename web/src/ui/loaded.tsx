import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { statusOf } from '#web/src/api/call.ts'
import { useTexts } from '#web/src/texts/texts.ts'
import { Button } from './button.tsx'
import { Empty, Failure, Placeholder } from './states.tsx'
import { uiTexts } from './texts.ts'
import { failureText } from './use-form.ts'

type LoadedProps<T> = {
  query: Pick<UseQueryResult<T>, 'data' | 'error' | 'refetch' | 'isFetching'>
  /** What stands in the place until the answer has come. */
  waiting?: ReactNode
  children: (data: T) => ReactNode
}

/** Shows what a query brought: a grey place before, what went wrong and the way on after a failure. Old data stays while new is fetched. */
export function Loaded<T>({ query, waiting, children }: LoadedProps<T>) {
  const t = useTexts(uiTexts)
  if (query.data !== undefined) return children(query.data)
  if (query.error === null) return <div aria-busy="true">{waiting ?? <Rows count={6} />}</div>
  if (statusOf(query.error) === 404) return <Empty title={t('gone')}>{t('gone.text')}</Empty>
  return (
    <Failure
      title={t('loadFailed')}
      actions={
        <Button busy={query.isFetching} onClick={() => void query.refetch()}>
          {t('retry')}
        </Button>
      }
    >
      {failureText(query.error, t)}
    </Failure>
  )
}

/** Grey lines in the place of a list. */
export function Rows({ count, height = 20 }: { count: number; height?: number }) {
  return (
    <div style={{ display: 'grid', gap: 18, padding: '18px 16px' }}>
      {Array.from({ length: count }, (_, index) => (
        <Placeholder key={String(index)} height={height} width={`${96 - ((index * 13) % 30)}%`} />
      ))}
    </div>
  )
}
