import { useInfiniteQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { powers as allPowers } from '#shared/markets/shapes.ts'
import { inLocale } from '#shared/text.ts'
import { listReviewsQuery } from '#web/src/features/catalogue/reviews/queries.ts'
import { reviewPatience } from '#web/src/features/catalogue/reviews/queue.tsx'
import { payoutsQuery, receiptsQuery } from '#web/src/features/payments/queries.ts'
import { applicationsQuery } from '#web/src/features/shops/admissions/queries.ts'
import { admissionTexts } from '#web/src/features/shops/admissions/texts.ts'
import { usePageContext } from '#web/src/page-context.ts'
import { paths } from '#web/src/paths.ts'
import { useLocale, useTexts } from '#web/src/texts/texts.ts'
import { ButtonLink } from '#web/src/ui/button.tsx'
import { Tag } from '#web/src/ui/chip.tsx'
import { classes } from '#web/src/ui/class-names.ts'
import { Link } from '#web/src/ui/link.tsx'
import { ConsolePage, PageHead } from '#web/src/ui/page-head.tsx'
import { Panel } from '#web/src/ui/panel.tsx'
import { count } from '#web/src/ui/quantity.ts'
import { Placeholder } from '#web/src/ui/states.tsx'
import table from '#web/src/ui/table.module.css'
import { WaitedSince } from '#web/src/ui/waited.tsx'

type Queue = {
  key: string
  name: string
  to: string
  waiting: number | undefined
  more: boolean
  oldest: string | undefined
}

/** `/console/$market`: the queues that the reader may work on, and the powers they rest on. */
export function OverviewPage() {
  const t = useTexts(admissionTexts)
  const locale = useLocale()
  const { market = '' } = useParams({ strict: false })
  const { session } = usePageContext()
  const powers = session?.markets.find((one) => one.marketSlug === market)?.powers ?? []
  const queues = useQueues(market, powers)
  const known = queues.every((queue) => queue.waiting !== undefined)
  const total = queues.reduce((sum, queue) => sum + (queue.waiting ?? 0), 0)
  return (
    <ConsolePage>
      <PageHead
        title={
          !known ? (
            <Placeholder height={29} width={260} />
          ) : total === 0 ? (
            t('overview.none')
          ) : (
            t('overview.head', { count: total })
          )
        }
      />
      <Panel flush title={t('overview.queues')}>
        <div className={table.scroll}>
          <table className={classes(table.table, table.cards)}>
            <thead>
              <tr>
                <th scope="col">{t('overview.queue')}</th>
                <th scope="col" data-number>
                  {t('overview.count')}
                </th>
                <th scope="col">{t('overview.oldest')}</th>
                <th scope="col" data-number>
                  {t('col.act')}
                </th>
              </tr>
            </thead>
            <tbody>
              {queues.map((queue) => (
                <tr key={queue.key}>
                  <td className={table.strong}>
                    <Link to={queue.to}>{queue.name}</Link>
                  </td>
                  <td data-number className={table.strong}>
                    {queue.waiting === undefined
                      ? '…'
                      : `${count(queue.waiting)}${queue.more && queue.waiting > 0 ? '+' : ''}`}
                  </td>
                  <td>
                    {queue.oldest !== undefined && (
                      <WaitedSince since={queue.oldest} patience={reviewPatience} />
                    )}
                  </td>
                  <td data-number>
                    <ButtonLink size="s" to={queue.to}>
                      {t('overview.open')}
                    </ButtonLink>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </Panel>
      <Panel
        title={t('overview.powers')}
        note={t('overview.powers.text', {
          name: session?.acting ? inLocale(session.acting.name, locale) : '',
        })}
      >
        <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8, paddingTop: 4 }}>
          {allPowers
            .filter((power) => powers.includes(power))
            .map((power) => (
              <Tag key={power}>{t(`power.${power}`)}</Tag>
            ))}
        </div>
      </Panel>
    </ConsolePage>
  )
}

/** The queues behind the reader's powers, each with how much waits and since when. */
function useQueues(market: string, powers: readonly string[]): Queue[] {
  const t = useTexts(admissionTexts)
  const { call } = usePageContext()
  const admits = powers.includes('admit_shops')
  const reviewer = powers.includes('review_listings')
  const settles = powers.includes('settle') || powers.includes('inspect')
  const submitted = useInfiniteQuery({ ...applicationsQuery(call, market, 'submitted'), enabled: admits })
    .data?.pages[0]
  const verified = useInfiniteQuery({ ...applicationsQuery(call, market, 'verified'), enabled: admits }).data
    ?.pages[0]
  const reviews = useInfiniteQuery({ ...listReviewsQuery(call, market), enabled: reviewer }).data?.pages[0]
  const receipts = useInfiniteQuery({ ...receiptsQuery(call, market, undefined), enabled: settles }).data
    ?.pages[0]
  const payouts = useInfiniteQuery({ ...payoutsQuery(call, market, 'instructed'), enabled: settles }).data
    ?.pages[0]
  const open = receipts?.items.filter((one) => one.actions.includes('return'))
  return [
    ...(admits
      ? [
          {
            key: 'submitted',
            name: t('overview.submitted'),
            to: paths.admissions(market),
            waiting: submitted?.items.length,
            more: submitted?.nextCursor != null,
            oldest: submitted?.items[0]?.submittedAt ?? undefined,
          },
          {
            key: 'verified',
            name: t('overview.verified'),
            to: paths.admissions(market, { status: 'verified' }),
            waiting: verified?.items.length,
            more: verified?.nextCursor != null,
            oldest: verified?.items[0]?.changedAt,
          },
        ]
      : []),
    ...(reviewer
      ? [
          {
            key: 'reviews',
            name: t('overview.listing'),
            to: paths.reviews(market),
            waiting: reviews?.waiting,
            more: false,
            oldest: reviews?.items[0]?.submittedAt,
          },
        ]
      : []),
    ...(settles
      ? [
          {
            key: 'receipts',
            name: t('overview.receipts'),
            to: paths.settlement(market),
            waiting: open?.length,
            more: receipts?.nextCursor != null,
            oldest: open?.at(-1)?.recordedAt,
          },
          {
            key: 'payouts',
            name: t('overview.payouts'),
            to: paths.settlement(market, { tab: 'payouts', state: 'instructed' }),
            waiting: payouts?.items.length,
            more: payouts?.nextCursor != null,
            oldest: payouts?.items.at(-1)?.createdAt,
          },
        ]
      : []),
  ]
}
