import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import type { ReviewRemark } from '#shared/catalogue/views.ts'
import { inLocale } from '#shared/text.ts'
import { statusOf } from '#web/src/api/call.ts'
import { getProductQuery } from '#web/src/features/catalogue/queries.ts'
import { asDocument } from '#web/src/features/catalogue/reviews/as-document.ts'
import { reviewQuery } from '#web/src/features/catalogue/reviews/queries.ts'
import { reviewPatience } from '#web/src/features/catalogue/reviews/queue.tsx'
import {
  BuyerView,
  ChangedPanel,
  ReportsPanel,
  type Reviewed,
  RulesPanel,
  useFieldNames,
} from '#web/src/features/catalogue/reviews/review-case.tsx'
import { ReviewDecision } from '#web/src/features/catalogue/reviews/review-decision.tsx'
import style from '#web/src/features/catalogue/reviews/reviews.module.css'
import { reviewTexts } from '#web/src/features/catalogue/reviews/texts.ts'
import { type Market, marketQuery } from '#web/src/features/markets/queries.ts'
import { PowerPanel } from '#web/src/features/shops/admissions/case-file.tsx'
import { usePageContext, useSession } from '#web/src/page-context.ts'
import { paths } from '#web/src/paths.ts'
import { useLocale, useTexts } from '#web/src/texts/texts.ts'
import { ButtonLink } from '#web/src/ui/button.tsx'
import { dateText } from '#web/src/ui/date.tsx'
import { Link } from '#web/src/ui/link.tsx'
import { Loaded, Rows } from '#web/src/ui/loaded.tsx'
import { ConsolePage, PageHead } from '#web/src/ui/page-head.tsx'
import { Empty } from '#web/src/ui/states.tsx'
import { WaitedSince } from '#web/src/ui/waited.tsx'

/** `/console/$market/reviews/$productId`: a listing as buyers would see it, beside what the rules say of it. */
export function ReviewPage() {
  const t = useTexts(reviewTexts)
  const { market = '', productId = '' } = useParams({ strict: false })
  const { call } = usePageContext()
  const review = useQuery({ ...reviewQuery(call, market, productId), retry: false })
  const view = useQuery(marketQuery(call, market))
  if (statusOf(review.error) === 404)
    return (
      <ConsolePage>
        <Empty
          level={1}
          title={t('gone.title')}
          actions={<ButtonLink to={paths.reviews(market)}>{t('next')}</ButtonLink>}
        >
          {t('gone.text')}
        </Empty>
      </ConsolePage>
    )
  return (
    <ConsolePage>
      <Loaded query={review} waiting={<Rows count={10} height={28} />}>
        {(product) => (
          <Loaded query={view}>
            {(own) => <Case key={product.version} market={own} product={product} />}
          </Loaded>
        )}
      </Loaded>
    </ConsolePage>
  )
}

function Case({ market, product }: { market: Market; product: Reviewed }) {
  const t = useTexts(reviewTexts)
  const locale = useLocale()
  const { call } = usePageContext()
  const session = useSession()
  const [remarks, setRemarks] = useState<readonly ReviewRemark[]>([])
  const { pointers, nameOf } = useFieldNames(product.draft.categoryId)
  const listed = useQuery({
    ...getProductQuery(call, product.id),
    enabled: product.changed !== null,
    retry: false,
  })
  const holds =
    session?.markets.find((one) => one.marketSlug === market.slug)?.powers.includes('review_listings') ??
    false
  const may = product.actions.includes('approve')
  return (
    <>
      <PageHead
        title={inLocale(product.draft.title, locale)}
        crumbs={<Link to={paths.reviews(market.slug)}>{t('title')}</Link>}
      >
        {t('case.meta', {
          shop: inLocale(product.shopName, locale),
          styleNo: product.draft.styleNo,
          date: product.submittedAt === null ? '–' : dateText(product.submittedAt, locale, 'minute'),
        })}{' '}
        {product.submittedAt !== null && (
          <WaitedSince since={product.submittedAt} patience={reviewPatience} />
        )}
      </PageHead>
      <div className={style.columns}>
        <div className={style.main}>
          <BuyerView market={market.slug} document={asDocument(product, market)} />
        </div>
        <div className={style.rail}>
          <RulesPanel
            product={product}
            nameOf={nameOf}
            onRemark={(remark) => setRemarks((all) => [...all, remark])}
          />
          <ChangedPanel market={market.slug} product={product} listed={listed.data} nameOf={nameOf} />
          <ReportsPanel product={product} />
          {may && (
            <ReviewDecision
              market={market.slug}
              product={product}
              pointers={pointers}
              nameOf={nameOf}
              remarks={remarks}
              onRemarks={setRemarks}
            />
          )}
          <PowerPanel
            view={market}
            power="review_listings"
            mayDecide={may}
            own={holds && !may}
            intro={t('power.text')}
          />
        </div>
      </div>
    </>
  )
}
