import { useInfiniteQuery } from '@tanstack/react-query'
import { categoryById } from '#shared/catalogue/categories.ts'
import type { ApplicationItem, ApplicationStatus } from '#shared/shops/shapes.ts'
import { inLocale } from '#shared/text.ts'
import { usePageContext } from '#web/src/page-context.ts'
import { paths } from '#web/src/paths.ts'
import { useLocale, useTexts } from '#web/src/texts/texts.ts'
import { Button, ButtonLink } from '#web/src/ui/button.tsx'
import { classes } from '#web/src/ui/class-names.ts'
import { dateText } from '#web/src/ui/date.tsx'
import { Link } from '#web/src/ui/link.tsx'
import { LinkTabs } from '#web/src/ui/link-tabs.tsx'
import { Loaded, Rows } from '#web/src/ui/loaded.tsx'
import { Panel } from '#web/src/ui/panel.tsx'
import { type StateTone, StateWord } from '#web/src/ui/state-word.tsx'
import { Empty } from '#web/src/ui/states.tsx'
import table from '#web/src/ui/table.module.css'
import { applicationsQuery } from './queries.ts'
import style from './queue.module.css'
import { admissionTexts } from './texts.ts'

export type QueueStatus = Exclude<ApplicationStatus, 'draft'>
export const queueTabs = [
  'submitted',
  'verified',
  'returned',
  'admitted',
  'refused',
  'withdrawn',
] as const satisfies readonly QueueStatus[]
export const applicationTones: Record<ApplicationStatus, StateTone> = {
  draft: 'idle',
  submitted: 'wait',
  returned: 'hold',
  verified: 'go',
  admitted: 'ok',
  refused: 'bad',
  withdrawn: 'idle',
}

/** Applications by where they stand, the oldest first, with how long they wait. */
export function AdmissionQueue({ market, status }: { market: string; status: QueueStatus | undefined }) {
  const t = useTexts(admissionTexts)
  const { call } = usePageContext()
  const query = useInfiniteQuery(applicationsQuery(call, market, status))
  return (
    <Panel flush>
      <LinkTabs
        label={t('title')}
        chosen={status ?? 'all'}
        tabs={[
          ...queueTabs.map((key) => ({
            key,
            name: t(`tab.${key}`),
            to: paths.admissions(market, key === 'submitted' ? {} : { status: key }),
          })),
          { key: 'all', name: t('tab.all'), to: paths.admissions(market, { status: 'all' }) },
        ]}
      />
      <Loaded query={query} waiting={<Rows count={6} height={28} />}>
        {(data) => {
          const items = data.pages.flatMap((page) => page.items)
          if (items.length === 0) return <Empty title={t('empty')}>{t('empty.text')}</Empty>
          return (
            <>
              <div className={table.scroll}>
                <table className={classes(table.table, table.cards)}>
                  <thead>
                    <tr>
                      <th scope="col">{t('col.shop')}</th>
                      <th scope="col">{t('col.state')}</th>
                      <th scope="col">{t('col.enterprise')}</th>
                      <th scope="col">{t('col.categories')}</th>
                      <th scope="col">{t('col.submitted')}</th>
                      <th scope="col">{t('col.waiting')}</th>
                      <th scope="col" data-number>
                        {t('col.act')}
                      </th>
                    </tr>
                  </thead>
                  <tbody>
                    {items.map((item) => (
                      <Row key={item.id} market={market} item={item} />
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

function Row({ market, item }: { market: string; item: ApplicationItem }) {
  const t = useTexts(admissionTexts)
  const locale = useLocale()
  const to = paths.admission(market, item.id)
  const names = item.categoryIds.map((id) => {
    const name = categoryById(id)?.name
    return name === undefined ? id : inLocale(name, locale)
  })
  const open = item.status === 'submitted' || item.status === 'verified'
  return (
    <tr>
      <td className={table.strong}>
        <Link to={to}>{inLocale(item.shopName, locale)}</Link>
      </td>
      <td>
        <StateWord tone={applicationTones[item.status]}>{t(`state.${item.status}`)}</StateWord>
      </td>
      <td data-wide>{inLocale(item.organisationName, locale)}</td>
      <td data-wide className={style.categories}>
        {names.join(locale === 'zh' ? '、' : ', ')}
      </td>
      <td className="num">{item.submittedAt === null ? '' : dateText(item.submittedAt, locale)}</td>
      <td>{item.waitingHours !== null && <Waiting hours={item.waitingHours} />}</td>
      <td data-number>
        {open ? (
          <ButtonLink size="s" to={to}>
            {t('handle')}
          </ButtonLink>
        ) : (
          <Link to={to}>{t('view')}</Link>
        )}
      </td>
    </tr>
  )
}

/** How long somebody has waited, with its level: gold after three days, rust after seven. */
export function Waiting({ hours }: { hours: number }) {
  const t = useTexts(admissionTexts)
  const level = hours >= 168 ? 'late' : hours >= 72 ? 'soon' : 'calm'
  return (
    <span className={style.waiting} data-level={level}>
      {hours < 48
        ? t('waiting.hours', { count: hours })
        : t('waiting.days', { count: Math.floor(hours / 24) })}
    </span>
  )
}
