import { useInfiniteQuery } from '@tanstack/react-query'
import { categoryById } from '#shared/catalogue/categories.ts'
import type { ApplicationItem, ApplicationStatus } from '#shared/shops/shapes.ts'
import { inLocale } from '#shared/text.ts'
import { usePageContext } from '#web/src/page-context.ts'
import { paths } from '#web/src/paths.ts'
import { useLocale, useTexts } from '#web/src/texts/texts.ts'
import { ButtonLink } from '#web/src/ui/button.tsx'
import { dateText } from '#web/src/ui/date.tsx'
import { Link } from '#web/src/ui/link.tsx'
import { LinkTabs } from '#web/src/ui/link-tabs.tsx'
import { PagedTable } from '#web/src/ui/paged-table.tsx'
import { Panel } from '#web/src/ui/panel.tsx'
import { type StateTone, StateWord } from '#web/src/ui/state-word.tsx'
import { Empty } from '#web/src/ui/states.tsx'
import table from '#web/src/ui/table.module.css'
import { type Patience, Waited } from '#web/src/ui/waited.tsx'
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
      <PagedTable
        query={query}
        rowHeight={28}
        empty={<Empty title={t('empty')}>{t('empty.text')}</Empty>}
        more={t('more')}
        columns={[
          t('col.shop'),
          t('col.state'),
          t('col.enterprise'),
          t('col.categories'),
          t('col.submitted'),
          t('col.waiting'),
          { name: t('col.act'), right: true },
        ]}
        row={(item) => <Row key={item.id} market={market} item={item} />}
      />
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
      <td data-name={t('col.enterprise')}>{inLocale(item.organisationName, locale)}</td>
      <td data-name={t('col.categories')} className={style.categories}>
        {names.join(locale === 'zh' ? '、' : ', ')}
      </td>
      <td className="num" data-name={t('col.submitted')}>
        {item.submittedAt === null ? '' : dateText(item.submittedAt, locale)}
      </td>
      <td data-name={t('col.waiting')}>
        {item.waitingHours !== null && <Waited hours={item.waitingHours} patience={admissionPatience} />}
      </td>
      <td data-act>
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

/** An applicant who waits is gold after three days, rust after seven. */
export const admissionPatience: Patience = { soon: 72, late: 168 }
