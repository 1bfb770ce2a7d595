import { useInfiniteQuery } from '@tanstack/react-query'
import { categoryById } from '#shared/catalogue/categories.ts'
import type { ReviewLine } from '#shared/catalogue/views.ts'
import { inLocale } from '#shared/text.ts'
import { usePageContext } from '#web/src/page-context.ts'
import { paths } from '#web/src/paths.ts'
import { useLocale, useTexts } from '#web/src/texts/texts.ts'
import { Button, ButtonLink } from '#web/src/ui/button.tsx'
import { Tag } from '#web/src/ui/chip.tsx'
import { classes } from '#web/src/ui/class-names.ts'
import { dateText } from '#web/src/ui/date.tsx'
import { Link } from '#web/src/ui/link.tsx'
import { Loaded, Rows } from '#web/src/ui/loaded.tsx'
import { Panel } from '#web/src/ui/panel.tsx'
import { Picture } from '#web/src/ui/picture.tsx'
import { Empty } from '#web/src/ui/states.tsx'
import table from '#web/src/ui/table.module.css'
import { useNow } from '#web/src/ui/use-now.ts'
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
      <Loaded query={query} waiting={<Rows count={8} height={32} />}>
        {(data) => {
          const items = data.pages.flatMap((page) => page.items)
          if (items.length === 0) return <Empty title={t('empty')}>{t('empty.text')}</Empty>
          return (
            <>
              <div className={table.scroll}>
                <table className={classes(table.table, table.cards)}>
                  <thead>
                    <tr>
                      <th scope="col">{t('col.goods')}</th>
                      <th scope="col">{t('col.kind')}</th>
                      <th scope="col">{t('col.shop')}</th>
                      <th scope="col">{t('col.category')}</th>
                      <th scope="col">{t('col.submitted')}</th>
                      <th scope="col">{t('col.waiting')}</th>
                      <th scope="col" data-number>
                        {t('col.act')}
                      </th>
                    </tr>
                  </thead>
                  <tbody>
                    {items.map((item) => (
                      <Row key={item.productId} market={market} item={item} />
                    ))}
                  </tbody>
                </table>
              </div>
              {query.hasNextPage && (
                <div className={table.foot}>
                  <Button size="s" busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                    {t('more')}
                  </Button>
                </div>
              )}
            </>
          )
        }}
      </Loaded>
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
      <td data-wide>{inLocale(item.shopName, locale)}</td>
      <td>{category === undefined ? item.categoryId : inLocale(category.name, locale)}</td>
      <td className="num">{dateText(item.submittedAt, locale)}</td>
      <td>
        <Waited since={item.submittedAt} />
      </td>
      <td data-number>
        <ButtonLink size="s" to={to}>
          {t('handle')}
        </ButtonLink>
      </td>
    </tr>
  )
}

/** How long a listing waits: gold after a day, rust after three. */
export function Waited({ since }: { since: string }) {
  const t = useTexts(reviewTexts)
  const now = useNow()
  if (now === null) return null
  const hours = Math.floor((now - Date.parse(since)) / 3_600_000)
  return (
    <span className={style.waited} data-level={hours >= 72 ? 'late' : hours >= 24 ? 'soon' : 'calm'}>
      {hours < 1
        ? t('waiting.fresh')
        : hours < 48
          ? t('waiting.hours', { count: hours })
          : t('waiting.days', { count: Math.floor(hours / 24) })}
    </span>
  )
}
