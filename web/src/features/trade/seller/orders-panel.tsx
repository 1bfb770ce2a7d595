import { useInfiniteQuery } from '@tanstack/react-query'
import { OrderTab, orderTabs } from '#shared/trade/states.ts'
import { usePageContext } from '#web/src/page-context.ts'
import type { ShopPlace } from '#web/src/paths.ts'
import { useTexts } from '#web/src/texts/texts.ts'
import { Button } from '#web/src/ui/button.tsx'
import { LinkTabs } from '#web/src/ui/link-tabs.tsx'
import { Loaded, Rows } from '#web/src/ui/loaded.tsx'
import { MoneyKey } from '#web/src/ui/money-bar.tsx'
import { Panel } from '#web/src/ui/panel.tsx'
import { count } from '#web/src/ui/quantity.ts'
import { Empty } from '#web/src/ui/states.tsx'
import table from '#web/src/ui/table.module.css'
import { shopOrdersQuery } from '../queries.ts'
import { OrderTable } from './order-table.tsx'
import { sellerTexts } from './texts.ts'

type OrdersProps = {
  place: ShopPlace
  tab: OrderTab
  q?: string | undefined
  tabPath: (tab: OrderTab) => string
}

const tabs = OrderTab.options.filter((tab) => orderTabs[tab].length > 0)

/** Orders of the shop by what they ask of it, page by page. */
export function OrdersPanel({ place, tab, q, tabPath }: OrdersProps) {
  const t = useTexts(sellerTexts)
  const { call } = usePageContext()
  const orders = useInfiniteQuery(shopOrdersQuery(call, place.market, place.shopId, tab, q ?? ''))
  const counts = orders.data?.pages[0]?.counts
  return (
    <Panel
      flush
      title={q === undefined ? t('orders') : t('orders.search', { q })}
      note={counts === undefined ? undefined : t('orders.count', { count: counts[tab] })}
      aside={
        <MoneyKey
          items={[
            ['released', t('key.released')],
            ['held', t('key.held')],
            ['due', t('key.due')],
          ]}
        />
      }
    >
      <LinkTabs
        label={t('orders')}
        chosen={tab}
        tabs={tabs.map((key) => ({
          key,
          name: t(`tab.${key}`),
          to: tabPath(key),
          ...(counts === undefined ? {} : { count: counts[key] }),
        }))}
      />
      <Loaded query={orders} waiting={<Rows count={8} height={30} />}>
        {(data) => {
          const items = data.pages.flatMap((page) => page.items)
          if (items.length === 0) return <NoOrders tab={tab} q={q} />
          return (
            <>
              <OrderTable place={place} orders={items} />
              <div className={table.foot}>
                <span>{t('shown', { count: items.length, shown: count(items.length) })}</span>
                {orders.hasNextPage && (
                  <Button
                    size="s"
                    busy={orders.isFetchingNextPage}
                    onClick={() => void orders.fetchNextPage()}
                  >
                    {t('more')}
                  </Button>
                )}
              </div>
            </>
          )
        }}
      </Loaded>
    </Panel>
  )
}

function NoOrders({ tab, q }: { tab: OrderTab; q: string | undefined }) {
  const t = useTexts(sellerTexts)
  if (q !== undefined) return <Empty title={t('empty.search', { q })}>{t('empty.searchText')}</Empty>
  return tab === 'all' ? (
    <Empty title={t('empty.title')}>{t('empty.text')}</Empty>
  ) : (
    <Empty title={t('empty.tab')} />
  )
}
