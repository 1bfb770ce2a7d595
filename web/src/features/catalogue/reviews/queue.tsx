import { useInfiniteQuery } from '@tanstack/react-query'
import { categoryById } from '#shared/catalogue/categories.ts'
import type { ReviewLine } from '#shared/catalogue/views.ts'
import { inLocale } from '#shared/text.ts'
import { usePageContext } from '#web/src/page-context.ts'
import { paths } from '#web/src/paths.ts'
import { useLocale, useTexts } from '#web/src/texts/texts.ts'
import { ButtonLink } from '#web/src/ui/button.tsx'
import { Tag } from '#web/src/ui/chip.tsx'
import { dateText } from '#web/src/ui/date.tsx'
import { Link } from '#web/src/ui/link.tsx'
import { PagedTable } from '#web/src/ui/paged-table.tsx'
import { Panel } from '#web/src/ui/panel.tsx'
import { Picture } from '#web/src/ui/picture.tsx'
import { Empty } from '#web/src/ui/states.tsx'
import { type Patience, WaitedSince } from '#web/src/ui/waited.tsx'
import { listReviewsQuery } from './queries.ts'
import style from './reviews.module.css'
import { reviewTexts } from './texts.ts'

/** Listings that wait, the oldest first. */
export function ReviewQueue({ market }: { market: string }) {
  const t = useTexts(reviewTexts)
  const { call } = usePageContext()
  const query = useInfiniteQuery(listReviewsQuery(call, market))
  return (
    <Panel flush>
      <PagedTable
        query={query}
        rowHeight={32}
        empty={<Empty title={t('empty')}>{t('empty.text')}</Empty>}
        more={t('more')}
        columns={[
          t('col.goods'),
          t('col.kind'),
          t('col.shop'),
          t('col.category'),
          t('col.submitted'),
          t('col.waiting'),
          { name: t('col.act'), right: true },
        ]}
        row={(item) => <Row key={item.productId} market={market} item={item} />}
      />
    </Panel>
  )
}

function Row({ market, item }: { market: string; item: ReviewLine }) {
  const t = useTexts(reviewTexts)
  const locale = useLocale()
  const category = categoryById(item.categoryId)
  const to = paths.review(market, item.productId)
  return (
    <tr>
      <td>
        <span className={style.goods}>
          <Picture
            mediaId={item.mediaId}
            alt=""
            sizes="32px"
            width={32}
            height={40}
            className={style.thumb ?? ''}
          />
          <Link to={to}>{inLocale(item.title, locale)}</Link>
        </span>
      </td>
      <td>
        <Tag tone={item.relisting ? 'sea' : 'plain'}>{t(item.relisting ? 'kind.again' : 'kind.first')}</Tag>
      </td>
      <td data-name={t('col.shop')}>{inLocale(item.shopName, locale)}</td>
      <td data-name={t('col.category')}>
        {category === undefined ? item.categoryId : inLocale(category.name, locale)}
      </td>
      <td className="num" data-name={t('col.submitted')}>
        {dateText(item.submittedAt, locale)}
      </td>
      <td data-name={t('col.waiting')}>
        <WaitedSince since={item.submittedAt} patience={reviewPatience} />
      </td>
      <td data-act>
        <ButtonLink size="s" to={to}>
          {t('handle')}
        </ButtonLink>
      </td>
    </tr>
  )
}

/** A listing that waits is gold after a day, rust after three. */
export const reviewPatience: Patience = { soon: 24, late: 72 }
