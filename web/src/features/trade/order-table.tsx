import { inLocale } from '#shared/text.ts'
import type { OrderSummary } from '#shared/trade/shapes.ts'
import { paths } from '#web/src/paths.ts'
import { useLocale, useTexts } from '#web/src/texts/texts.ts'
import { ButtonLink } from '#web/src/ui/button.tsx'
import { Link } from '#web/src/ui/link.tsx'
import { MatrixGlyph } from '#web/src/ui/matrix-glyph.tsx'
import { Money, moneyText } from '#web/src/ui/money.tsx'
import { MoneyBar } from '#web/src/ui/money-bar.tsx'
import { count } from '#web/src/ui/quantity.ts'
import { Clock, StateWord } from '#web/src/ui/state-word.tsx'
import { stateTone } from './order-facts.ts'
import { orderListTexts } from './order-list-texts.ts'
import style from './order-table.module.css'
import { shortTime } from './order-time.ts'

type TableProps = {
  market: string
  items: readonly OrderSummary[]
  side: 'buyer' | 'shop'
  orderPath?: (orderId: string) => string
  /** The table stands on the purchase's own page: paying is offered there, not in each row. */
  inPurchase?: boolean
}

/** Orders as a dense table, as cards on a phone: who, what (as a tiny matrix), how it stands, where the money is, what is due, what next. */
export function OrderTable({
  market,
  items,
  side,
  orderPath = (orderId) => paths.order(market, orderId),
  inPurchase = false,
}: TableProps) {
  const t = useTexts(orderListTexts)
  return (
    <table className={style.table}>
      <thead>
        <tr>
          <th scope="col">{t('list.number')}</th>
          <th scope="col">{side === 'buyer' ? t('list.shop') : t('list.buyer')}</th>
          <th scope="col">{t('list.goods')}</th>
          <th scope="col">{t('list.state')}</th>
          <th scope="col" className={style.right}>
            {t('list.amount')}
          </th>
          <th scope="col" className={style.moneyColumn}>
            {t('list.money')}
          </th>
          <th scope="col">{t('list.due')}</th>
          <th scope="col" className={style.right}>
            {t('list.next')}
          </th>
        </tr>
      </thead>
      <tbody>
        {items.map((order) => (
          <Row
            key={order.id}
            order={order}
            market={market}
            side={side}
            to={orderPath(order.id)}
            inPurchase={inPurchase}
          />
        ))}
      </tbody>
    </table>
  )
}

function Row({
  order,
  market,
  side,
  to,
  inPurchase,
}: {
  order: OrderSummary
  market: string
  side: 'buyer' | 'shop'
  to: string
  inPurchase: boolean
}) {
  const t = useTexts(orderListTexts)
  const locale = useLocale()
  const { summary, due } = order
  return (
    <tr>
      <td className={style.number}>
        <Link className="link num" to={to}>
          {order.number}
        </Link>
        <small className="num">{shortTime(order.placedAt, locale)}</small>
      </td>
      <td className={style.party}>
        {side === 'buyer' ? (
          <Link to={paths.shop(market, order.shop.id)}>{inLocale(order.shop.name, locale)}</Link>
        ) : (
          <>
            {order.buyer.name}
            <small>{order.buyer.place}</small>
          </>
        )}
      </td>
      <td className={style.goods}>
        <span className={style.glyph}>
          <MatrixGlyph
            colours={summary.colours}
            sizes={summary.sizes}
            share={summary.quantity === 0 ? 0 : order.shipped / summary.quantity}
          />
        </span>
        <span className={style.title}>
          <span>
            {inLocale(order.title, locale)}
            {summary.products > 1 && ` ${t('list.products', { count: summary.products })}`}
          </span>
          <small className="num">
            {t('list.spread', {
              colours: summary.colours,
              sizes: summary.sizes,
              count: count(summary.quantity),
            })}
          </small>
        </span>
      </td>
      <td className={style.state}>
        <StateWord tone={stateTone[order.state]}>{t(`state.${order.state}`)}</StateWord>
      </td>
      <td className={style.amount}>
        <b>
          <Money value={order.total} />
        </b>
      </td>
      <td className={style.money}>
        <OrderMoneyBar order={order} />
      </td>
      <td className={style.due}>
        {due !== null && (
          <Clock at={due.at} before={t(`due.${due.what}`, { date: shortTime(due.at, locale) })} />
        )}
      </td>
      <td className={style.next}>
        <Next order={order} market={market} side={side} to={to} inPurchase={inPurchase} />
      </td>
    </tr>
  )
}

/** Where an order's money is, as a bar and in figures. */
export function OrderMoneyBar({ order }: { order: OrderSummary }) {
  const t = useTexts(orderListTexts)
  const ended = order.state === 'cancelled' || order.state === 'expired'
  const due = order.state === 'placed' ? order.total.amount : 0
  const back = ended ? 0 : Math.max(0, order.total.amount - order.released.amount - order.held.amount - due)
  const figure = (amount: number) => moneyText({ amount, currency: order.total.currency })
  const words = [
    order.released.amount > 0 && t('money.bar.released', { amount: figure(order.released.amount) }),
    order.held.amount > 0 && t('money.bar.held', { amount: figure(order.held.amount) }),
    due > 0 && t('money.bar.due', { amount: figure(due) }),
    back > 0 && t('money.bar.refunded', { amount: figure(back) }),
  ].filter((word) => word !== false)
  if (words.length === 0) return null
  const label = words.join(' · ')
  return (
    <>
      <MoneyBar
        label={label}
        parts={[
          { kind: 'released', amount: order.released.amount },
          { kind: 'held', amount: order.held.amount },
          { kind: 'due', amount: due },
          { kind: 'back', amount: back },
        ]}
      />
      <small className="num" aria-hidden="true">
        {label}
      </small>
    </>
  )
}

/** The one thing to do next from a list; everything else is on the order's page. */
function Next({
  order,
  market,
  side,
  to,
  inPurchase,
}: {
  order: OrderSummary
  market: string
  side: 'buyer' | 'shop'
  to: string
  inPurchase: boolean
}) {
  const t = useTexts(orderListTexts)
  const { actions } = order
  if (side === 'buyer' && order.state === 'placed' && !inPurchase)
    return (
      <ButtonLink size="s" kind="outline" to={paths.purchase(market, order.purchaseId)}>
        {t('next.pay')}
      </ButtonLink>
    )
  const word = actions.includes('receive')
    ? 'next.receive'
    : actions.includes('confirm-receipt')
      ? 'next.confirm'
      : actions.includes('waive-shortage') || actions.includes('refund-shortage')
        ? 'next.shortage'
        : null
  if (word === null)
    return (
      <Link className="link" to={to} aria-label={`${t('next.view')} ${order.number}`}>
        {t('next.view')}
      </Link>
    )
  return (
    <ButtonLink size="s" to={to}>
      {t(word)}
    </ButtonLink>
  )
}
