import { useSearch } from '@tanstack/react-router'
import { OrderTab } from '#shared/trade/states.ts'
import { OrdersPanel } from '#web/src/features/trade/seller/orders-panel.tsx'
import { sellerTexts } from '#web/src/features/trade/seller/texts.ts'
import { paths } from '#web/src/paths.ts'
import { choiceOf, textOf } from '#web/src/search-params.ts'
import { useTexts } from '#web/src/texts/texts.ts'
import { ButtonLink } from '#web/src/ui/button.tsx'
import { ConsolePage, PageHead } from '#web/src/ui/page-head.tsx'
import { useShopPlace } from '#web/src/ui/use-place.ts'

/** `/shop/$market/$shopId/orders`. */
export function ShopOrdersPage() {
  const t = useTexts(sellerTexts)
  const place = useShopPlace()
  const search = useSearch({ strict: false })
  const tab = choiceOf(search, 'tab', OrderTab.options) ?? 'all'
  const q = textOf(search, 'q')
  return (
    <ConsolePage>
      <PageHead
        title={t('orders')}
        actions={
          q !== undefined && (
            <ButtonLink size="s" to={paths.shopOrders(place)}>
              {t('orders.clear')}
            </ButtonLink>
          )
        }
      />
      <OrdersPanel
        place={place}
        tab={tab}
        q={q}
        tabPath={(key) => paths.shopOrders(place, { q, ...(key === 'all' ? {} : { tab: key }) })}
      />
    </ConsolePage>
  )
}
