import { useInfiniteQuery } from '@tanstack/react-query'
import { useParams, useSearch } from '@tanstack/react-router'
import { applicationsQuery } from '#web/src/features/shops/admissions/queries.ts'
import { AdmissionQueue, queueTabs } from '#web/src/features/shops/admissions/queue.tsx'
import { admissionTexts } from '#web/src/features/shops/admissions/texts.ts'
import { usePageContext } from '#web/src/page-context.ts'
import { choiceOf, textOf } from '#web/src/search-params.ts'
import { useTexts } from '#web/src/texts/texts.ts'
import { ConsolePage, PageHead } from '#web/src/ui/page-head.tsx'

/** `/console/$market/admissions`. */
export function AdmissionsPage() {
  const t = useTexts(admissionTexts)
  const { market = '' } = useParams({ strict: false })
  const { call } = usePageContext()
  const search = useSearch({ strict: false })
  const status =
    textOf(search, 'status') === 'all' ? undefined : (choiceOf(search, 'status', queueTabs) ?? 'submitted')
  const submitted = useInfiniteQuery(applicationsQuery(call, market, 'submitted'))
  const verified = useInfiniteQuery(applicationsQuery(call, market, 'verified'))
  const waiting = [submitted, verified].flatMap(
    (query) => query.data?.pages.flatMap((page) => page.items) ?? [],
  )
  const late = waiting.filter((one) => (one.waitingHours ?? 0) >= 168).length
  const known = submitted.data !== undefined && verified.data !== undefined
  return (
    <ConsolePage>
      <PageHead
        title={
          !known
            ? t('title')
            : waiting.length === 0
              ? t('head.none')
              : late > 0
                ? t('head.late', { count: waiting.length, late })
                : t('head.some', { count: waiting.length })
        }
      >
        {t('text')}
      </PageHead>
      <AdmissionQueue market={market} status={status} />
    </ConsolePage>
  )
}
