import { IconPrinter } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { inLocale } from '#shared/text.ts'
import type { OrderView } from '#shared/trade/shapes.ts'
import { useCall } from '#web/src/page-context.ts'
import { paths } from '#web/src/paths.ts'
import { useLocale, useTexts } from '#web/src/texts/texts.ts'
import { Button } from '#web/src/ui/button.tsx'
import { dateText } from '#web/src/ui/date.tsx'
import { Link } from '#web/src/ui/link.tsx'
import { moneyText } from '#web/src/ui/money.tsx'
import { Facts, Panel } from '#web/src/ui/panel.tsx'
import { count } from '#web/src/ui/quantity.ts'
import { OrderActions } from './order-actions.tsx'
import { headline } from './order-facts.ts'
import { OrderGoods } from './order-goods.tsx'
import { orderListTexts } from './order-list-texts.ts'
import { OrderMoney } from './order-money.tsx'
import style from './order-page.module.css'
import { OrderProgress } from './order-progress.tsx'
import { OrderShipments } from './order-shipments.tsx'
import { orderTexts } from './order-texts.ts'
import { OrderTimeline } from './order-timeline.tsx'
import { orderQuery } from './queries.ts'

/** An order as its buyer sees it: what can be done now, how far it is, where goods and money are, and who did what when. */
export function OrderPage({ market, orderId }: { market: string; orderId: string }) {
  const { data: order } = useQuery({
    ...orderQuery(useCall(), market, orderId),
    // Money is released by a job a moment after the confirmation.
    refetchInterval: ({ state }) =>
      state.data?.state === 'received' && state.data.held.amount > state.data.short.amount ? 3_000 : false,
  })
  return order === undefined ? null : <Shown order={order} market={market} />
}

function Shown({ order, market }: { order: OrderView; market: string }) {
  const t = useTexts(orderTexts)
  const list = useTexts(orderListTexts)
  const locale = useLocale()
  const title = useHeadline(order)
  return (
    <>
      <nav className={style.crumb}>
        <Link to={paths.orders(market)}>{list('list.title')}</Link> / <b className="num">{order.number}</b>
      </nav>
      <header className={style.top}>
        <div>
          <h1>{title}</h1>
          <p>
            {t('order.seller')}{' '}
            <Link className="link" to={paths.shop(market, order.shop.id)}>
              {inLocale(order.shop.name, locale)}
            </Link>{' '}
            · {t('order.placed', { date: dateText(order.placedAt, locale, 'minute') })} ·{' '}
            <Link className="link" to={paths.purchase(market, order.purchaseId)}>
              {t('order.purchase')}
            </Link>
            {order.securedAt !== null && ` · ${t('order.secured')}`}
          </p>
        </div>
        <span className="only-desk no-print">
          <Button size="s" onClick={() => window.print()}>
            <IconPrinter size={17} stroke={1.6} aria-hidden="true" />
            {t('do.print')}
          </Button>
        </span>
      </header>
      <div className={style.grid}>
        <div className={style.progress}>
          <OrderProgress order={order} />
        </div>
        <div className={style.act}>
          <OrderActions order={order} market={market} />
        </div>
        <div className={style.main}>
          <OrderMoney order={order} />
          <OrderGoods order={order} market={market} />
          <OrderShipments order={order} />
        </div>
        <div className={style.side}>
          <OrderTimeline order={order} />
          <OrderDelivery order={order} />
        </div>
      </div>
    </>
  )
}

/** The situation in one sentence. */
export function useHeadline(order: OrderView): string {
  const t = useTexts(orderTexts)
  const { key, facts } = headline(order)
  const figures = Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, count(value)]))
  const amount = moneyText(key === 'cancelled.refunded' ? order.refunded : order.short)
  return t(`head.${key}`, { ...figures, amount })
}

/** Where the goods go, how, and what the buyer wrote. */
export function OrderDelivery({ order }: { order: OrderView }) {
  const t = useTexts(orderTexts)
  return (
    <Panel title={t('facts.title')} flush>
      <div className={style.delivery}>
        <Facts
          rows={[
            [
              t('facts.to'),
              <span key="to">
                {order.shipTo.recipient} <span className="num">{order.shipTo.phone}</span>
                <small>{order.shipTo.text}</small>
              </span>,
            ],
            [t('facts.mode'), t(`facts.mode.${order.freightMode}`)],
            [t('facts.buyer'), order.buyer.name],
            order.buyerReference === '' ? null : [t('facts.reference'), order.buyerReference],
            order.remark === '' ? null : [t('facts.remark'), order.remark],
          ]}
        />
      </div>
    </Panel>
  )
}
