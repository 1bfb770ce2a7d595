import { useInfiniteQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { listReviewsQuery } from '#web/src/features/catalogue/reviews/queries.ts'
import { ReviewQueue } from '#web/src/features/catalogue/reviews/queue.tsx'
import { reviewTexts } from '#web/src/features/catalogue/reviews/texts.ts'
import { usePageContext } from '#web/src/page-context.ts'
import { useTexts } from '#web/src/texts/texts.ts'
import { ConsolePage, PageHead } from '#web/src/ui/page-head.tsx'

/** `/console/$market/reviews`. */
export function ReviewsPage() {
  const t = useTexts(reviewTexts)
  const { market = '' } = useParams({ strict: false })
  const { call } = usePageContext()
  const waiting = useInfiniteQuery(listReviewsQuery(call, market)).data?.pages[0]?.waiting
  return (
    <ConsolePage>
      <PageHead
        title={
          waiting === undefined
            ? t('title')
            : waiting === 0
              ? t('head.none')
              : t('head.some', { count: waiting })
        }
      >
        {t('text')}
      </PageHead>
      <ReviewQueue market={market} />
    </ConsolePage>
  )
}
