import { IconTag, IconUpload } from '@tabler/icons-react'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { deliversSomewhere } from '#shared/shops/freight.ts'
import { shopProductsQuery } from '#web/src/features/catalogue/seller/queries.ts'
import { PayoutBlocked } from '#web/src/features/payments/payout-account.tsx'
import { getShopQuery } from '#web/src/features/shops/queries.ts'
import { Figures } from '#web/src/features/trade/seller/figures.tsx'
import { headline } from '#web/src/features/trade/seller/headline.ts'
import { Lanes } from '#web/src/features/trade/seller/lanes.tsx'
import { OrdersPanel } from '#web/src/features/trade/seller/orders-panel.tsx'
import { todayQuery } from '#web/src/features/trade/seller/queries.ts'
import { sellerTexts } from '#web/src/features/trade/seller/texts.ts'
import { usePageContext } from '#web/src/page-context.ts'
import { paths, type ShopPlace } from '#web/src/paths.ts'
import { useTexts } from '#web/src/texts/texts.ts'
import { ButtonLink } from '#web/src/ui/button.tsx'
import { Link } from '#web/src/ui/link.tsx'
import { Loaded } from '#web/src/ui/loaded.tsx'
import { Note } from '#web/src/ui/note.tsx'
import { ConsolePage, PageHead } from '#web/src/ui/page-head.tsx'
import { Placeholder } from '#web/src/ui/states.tsx'
import { useShopPlace } from '#web/src/ui/use-place.ts'

/** `/shop/$market/$shopId`: what waits, how it goes, the newest orders. */
export function TodayPage() {
  const t = useTexts(sellerTexts)
  const place = useShopPlace()
  const { call } = usePageContext()
  const today = useQuery(todayQuery(call, place))
  const products = useInfiniteQuery(shopProductsQuery(call, place, 'sent_back', undefined))
  const first = products.data?.pages[0]
  const sentBack = { total: first?.counts.sent_back ?? 0, items: first?.items ?? [] }
  const head = headline(today.data, sentBack.total, t)
  return (
    <ConsolePage>
      <PageHead
        title={head?.title ?? <Placeholder height={29} width={320} />}
        actions={
          <>
            <ButtonLink size="s" to={paths.imports(place)}>
              <IconUpload size={16} stroke={1.7} aria-hidden="true" />
              {t('import')}
            </ButtonLink>
            <ButtonLink size="s" kind="primary" to={paths.newProduct(place)}>
              <IconTag size={16} stroke={1.7} aria-hidden="true" />
              {t('newProduct')}
            </ButtonLink>
          </>
        }
      >
        {head?.text}
      </PageHead>
      <NoFreight place={place} />
      <PayoutBlocked place={place} />
      <Loaded query={today} waiting={<Placeholder height={360} />}>
        {(data) => (
          <>
            <Lanes place={place} today={data} sentBack={sentBack} />
            <Figures place={place} today={data} />
          </>
        )}
      </Loaded>
      <OrdersPanel
        place={place}
        tab="all"
        tabPath={(tab) => paths.shopOrders(place, tab === 'all' ? {} : { tab })}
      />
    </ConsolePage>
  )
}

/** A shop whose freight nobody can work out sells nothing, however many goods it lists: said first, with the way to mend it. */
function NoFreight({ place }: { place: ShopPlace }) {
  const t = useTexts(sellerTexts)
  const { call } = usePageContext()
  const { data: shop } = useQuery(getShopQuery(call, place.market, place.shopId))
  if (shop === undefined || (shop.terms !== null && deliversSomewhere(shop.terms.freight))) return null
  return (
    <Note tone="gold">
      <b>{t('start.freight')}</b> {t('start.freight.text')}{' '}
      <Link to={paths.shopSettings(place, 'freight')}>{t('start.freight.go')}</Link>
    </Note>
  )
}
