import {
  IconBuildingStore,
  IconCash,
  IconClipboardCheck,
  IconFileText,
  IconHome,
  IconWorldWww,
} from '@tabler/icons-react'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Outlet, useParams } from '@tanstack/react-router'
import { inLocale } from '#shared/text.ts'
import { listReviewsQuery } from '#web/src/features/catalogue/reviews/queries.ts'
import { marketQuery } from '#web/src/features/markets/queries.ts'
import { usePageContext } from '#web/src/page-context.ts'
import { paths } from '#web/src/paths.ts'
import { useLocale, useTexts } from '#web/src/texts/texts.ts'
import { ButtonLink } from '#web/src/ui/button.tsx'
import { Empty } from '#web/src/ui/states.tsx'
import './faces.css'
import { Frame, type NavGroup } from './frame.tsx'
import { Place } from './place.tsx'
import { frameTexts } from './texts.ts'

/** `/console/$market/…`: the operator's console, for those whom the charter gives a power. Only the desks they may use are shown. */
export function ConsoleLayout() {
  const t = useTexts(frameTexts)
  const locale = useLocale()
  const { market = '' } = useParams({ strict: false })
  const { session, call } = usePageContext()
  const own = session?.markets.find((one) => one.marketSlug === market)
  const powers = own?.powers ?? []
  const { data: view } = useQuery(marketQuery(call, market))
  const groups = useGroups(market, powers)
  if (own === undefined || powers.length === 0)
    return (
      <main className="wrap" id="main">
        <Empty
          level={1}
          title={t('noPower.title')}
          actions={<ButtonLink to={paths.home(market)}>{t('home')}</ButtonLink>}
        >
          {t('noPower.text')}
        </Empty>
      </main>
    )
  const others = (session?.markets ?? []).filter((one) => one.marketSlug !== market && one.powers.length > 0)
  return (
    <Frame
      face="console"
      title={inLocale(own.marketName, locale)}
      subtitle={t('console')}
      home={paths.console(market)}
      groups={groups}
      place={
        <Place
          name={session?.acting ? inLocale(session.acting.name, locale) : (session?.person.name ?? '')}
          state={view === undefined ? '' : t(view.ownership)}
          good={false}
          label={t('switchMarket')}
          others={others.map((one) => ({
            name: inLocale(one.marketName, locale),
            note: t('console'),
            to: paths.console(one.marketSlug),
          }))}
        />
      }
      foot={null}
    >
      <Outlet />
    </Frame>
  )
}

function useGroups(market: string, powers: readonly string[]): NavGroup[] {
  const t = useTexts(frameTexts)
  const { call } = usePageContext()
  const reviewer = powers.includes('review_listings')
  const { data: reviews } = useInfiniteQuery({ ...listReviewsQuery(call, market), enabled: reviewer })
  const settles = powers.includes('settle') || powers.includes('inspect')
  return [
    {
      items: [
        { to: paths.console(market), name: t('overview'), icon: IconHome, exact: true },
        ...(powers.includes('admit_shops')
          ? [{ to: paths.admissions(market), name: t('admissions'), icon: IconBuildingStore }]
          : []),
        ...(reviewer
          ? [
              {
                to: paths.reviews(market),
                name: t('reviews'),
                icon: IconClipboardCheck,
                count: reviews?.pages[0]?.waiting,
                hot: true,
              },
            ]
          : []),
        ...(settles ? [{ to: paths.settlement(market), name: t('settlement'), icon: IconCash }] : []),
      ],
    },
    {
      title: t('market'),
      items: [
        { to: paths.about(market), name: t('charter'), icon: IconFileText },
        { to: paths.home(market), name: t('storefrontMarket'), icon: IconWorldWww },
      ],
    },
  ]
}
