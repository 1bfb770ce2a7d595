import { IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import type { OrderView } from '#shared/trade/shapes.ts'
import { paths, type ShopPlace } from '#web/src/paths.ts'
import { useLocale, useTexts } from '#web/src/texts/texts.ts'
import { Button } from '#web/src/ui/button.tsx'
import { dateText } from '#web/src/ui/date.tsx'
import { Link } from '#web/src/ui/link.tsx'
import { moneyText } from '#web/src/ui/money.tsx'
import { ConsolePage, PageHead } from '#web/src/ui/page-head.tsx'
import { count } from '#web/src/ui/quantity.ts'
import { headline } from '../order-facts.ts'
import { OrderGoods } from '../order-goods.tsx'
import { OrderMoney } from '../order-money.tsx'
import { OrderDelivery, useHeadline } from '../order-page.tsx'
import { OrderProgress } from '../order-progress.tsx'
import { OrderShipments } from '../order-shipments.tsx'
import { OrderTimeline } from '../order-timeline.tsx'
import { ShopActions } from './shop-actions.tsx'
import style from './shop-order.module.css'
import { sellerTexts } from './texts.ts'

/** An order as its shop sees it: the same goods, money and history as the buyer's page, and what the shop can do. */
export function ShopOrder({ place, order, ship }: { place: ShopPlace; order: OrderView; ship: boolean }) {
  const t = useTexts(sellerTexts)
  const locale = useLocale()
  const [shipping, setShipping] = useState(ship)
  const common = useHeadline(order)
  const title = ownHeadline(order, common)
  return (
    <ConsolePage>
      <PageHead
        title={title}
        crumbs={
          <>
            <Link to={paths.shopOrders(place)}>{t('order.back')}</Link> /{' '}
            <span className="num">{order.number}</span>
          </>
        }
        actions={
          <Button size="s" onClick={() => window.print()}>
            <IconPrinter size={16} stroke={1.7} aria-hidden="true" />
            {t('order.print')}
          </Button>
        }
      >
        {t('order.meta', { buyer: order.buyer.name, date: dateText(order.placedAt, locale, 'minute') })}
      </PageHead>
      <OrderProgress order={order} />
      <div className={style.columns}>
        <div className={style.act}>
          <ShopActions place={place} order={order} shipping={shipping} onShipping={setShipping} />
        </div>
        <div className={style.main}>
          <OrderGoods order={order} market={place.market} />
          <OrderShipments order={order} />
          <OrderMoney order={order} />
        </div>
        <div className={style.side}>
          <OrderDelivery order={order} />
          <OrderTimeline order={order} />
        </div>
      </div>
    </ConsolePage>
  )

  /** The situation from the shop's side, where it differs from the buyer's. */
  function ownHeadline(given: OrderView, otherwise: string): string {
    const { state, due, short } = given
    if (short.amount > 0 && (state === 'received' || state === 'completed'))
      return t('head.short', { amount: moneyText(short) })
    if (state === 'secured' && due !== null)
      return due.overdue ? t('head.late') : t('head.secured', { date: dateText(due.at, locale, 'minute') })
    const { key, facts } = headline(given)
    const own = ownHeads.find((one) => one === key)
    const figures = Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, count(value)]))
    return own === undefined ? otherwise : t(`head.${own}`, figures)
  }
}

/** Situations that the shop reads in words of its own: the buyer's ask the buyer to act. */
const ownHeads = [
  'placed',
  'in_production',
  'shipped',
  'shipped.counted',
  'shipped.short',
  'received',
  'completed',
] as const
