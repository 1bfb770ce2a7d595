import {
  IconBuildingStore,
  IconHome,
  IconListDetails,
  IconReportMedical,
  IconSettings,
  IconTag,
  IconUpload,
  IconWallet,
} from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Outlet, useParams, useRouterState } from '@tanstack/react-router'
import { inLocale } from '#shared/text.ts'
import { marketQuery } from '#web/src/features/markets/queries.ts'
import { getShopQuery } from '#web/src/features/shops/queries.ts'
import { todayQuery } from '#web/src/features/trade/seller/queries.ts'
import { usePageContext } from '#web/src/page-context.ts'
import { paths } from '#web/src/paths.ts'
import { useLocale, useTexts } from '#web/src/texts/texts.ts'
import { ButtonLink } from '#web/src/ui/button.tsx'
import { dateText } from '#web/src/ui/date.tsx'
import { Link } from '#web/src/ui/link.tsx'
import { Empty } from '#web/src/ui/states.tsx'
import './faces.css'
import { Frame, type NavGroup } from './frame.tsx'
import { Place } from './place.tsx'
import { frameTexts } from './texts.ts'

/** `/shop/$market/$shopId/…`: the seller's workbench around its pages, for those who staff the shop. */
export function WorkbenchLayout() {
  const t = useTexts(frameTexts)
  const locale = useLocale()
  const { market = '', shopId = '' } = useParams({ strict: false })
  const { session } = usePageContext()
  const own = session?.shops.find((shop) => shop.shopId === shopId && shop.marketSlug === market)
  const here = useRouterState({ select: (state) => state.location.pathname })
  const groups = useGroups({ market, shopId }, own !== undefined)
  if (own === undefined)
    return (
      <main className="wrap" id="main">
        <Empty
          level={1}
          title={t('noShop.title')}
          actions={<ButtonLink to={paths.home(market)}>{t('home')}</ButtonLink>}
        >
          {t('noShop.text')}
        </Empty>
      </main>
    )
  const place = { market, shopId }
  const inProducts = /\/(products|import|reports)/.test(here)
  return (
    <Frame
      face="workbench"
      title={inLocale(own.marketName, locale)}
      subtitle={t('workbench')}
      home={paths.workbench(place)}
      groups={groups}
      place={<ShopPlace name={inLocale(own.name, locale)} />}
      foot={<Office />}
      find={
        inProducts
          ? { placeholder: t('find.products'), to: (q) => paths.shopProducts(place, { q }) }
          : { placeholder: t('find.orders'), to: (q) => paths.shopOrders(place, { q }) }
      }
    >
      <Outlet />
    </Frame>
  )
}

function useGroups(place: { market: string; shopId: string }, staffed: boolean): NavGroup[] {
  const t = useTexts(frameTexts)
  const { call } = usePageContext()
  const { data: today } = useQuery({ ...todayQuery(call, place), enabled: staffed })
  const shop = { market: place.market, shopId: place.shopId }
  const waiting = today === undefined ? undefined : today.toShip.count + today.shortages.count
  return [
    {
      items: [
        {
          to: paths.workbench(shop),
          name: t('today'),
          icon: IconHome,
          count: waiting,
          hot: true,
          exact: true,
        },
        { to: paths.shopOrders(shop), name: t('orders'), icon: IconListDetails, count: today?.toShip.count },
      ],
    },
    {
      title: t('goods'),
      items: [
        { to: paths.shopProducts(shop), name: t('products'), icon: IconTag },
        { to: paths.imports(shop), name: t('import'), icon: IconUpload },
        { to: paths.testReports(shop), name: t('reports'), icon: IconReportMedical },
      ],
    },
    {
      title: t('dealings'),
      items: [{ to: paths.shopMoney(shop), name: t('money'), icon: IconWallet }],
    },
    {
      title: t('shop'),
      items: [
        { to: paths.shopSettings(shop), name: t('settings'), icon: IconSettings },
        { to: paths.shop(shop.market, shop.shopId), name: t('storefront'), icon: IconBuildingStore },
      ],
    },
  ]
}

/** Which shop this is, until when it is verified, and the others of the same person. */
function ShopPlace({ name }: { name: string }) {
  const t = useTexts(frameTexts)
  const locale = useLocale()
  const { market = '', shopId = '' } = useParams({ strict: false })
  const { call, session } = usePageContext()
  const { data: shop } = useQuery(getShopQuery(call, market, shopId))
  const state =
    shop === undefined
      ? ''
      : shop.status !== 'open'
        ? t(`status.${shop.status}`)
        : shop.nextVerificationOn === null
          ? t('notVerified')
          : t('verifiedUntil', { date: dateText(shop.nextVerificationOn, locale) })
  const others = (session?.shops ?? []).filter((one) => one.shopId !== shopId)
  return (
    <Place
      name={name}
      state={state}
      good={shop?.status === 'open' && shop.nextVerificationOn !== null}
      label={t('switch')}
      others={others.map((one) => ({
        name: inLocale(one.name, locale),
        note: inLocale(one.marketName, locale),
        to: paths.workbench({ market: one.marketSlug, shopId: one.shopId }),
      }))}
    />
  )
}

/** Whom to ask: the market's office. */
function Office() {
  const t = useTexts(frameTexts)
  const locale = useLocale()
  const { market = '' } = useParams({ strict: false })
  const { call } = usePageContext()
  const { data } = useQuery(marketQuery(call, market))
  if (data === undefined) return null
  return (
    <>
      {t('office')}
      <br />
      <span className="num">{data.contact.phone}</span>
      <br />
      {inLocale(data.contact.complaintHours, locale)}
      <br />
      <Link to={paths.home(market)}>{t('storefrontMarket')}</Link>
    </>
  )
}
