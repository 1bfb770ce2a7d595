import type { ReactNode } from 'react'
import type { SellerProductLine } from '#shared/catalogue/views.ts'
import { inLocale } from '#shared/text.ts'
import type { OrderSummary, TodayView } from '#shared/trade/shapes.ts'
import { paths, type ShopPlace } from '#web/src/paths.ts'
import { useLocale, useTexts } from '#web/src/texts/texts.ts'
import { AgeBar } from '#web/src/ui/age-bar.tsx'
import { dateText } from '#web/src/ui/date.tsx'
import { Link } from '#web/src/ui/link.tsx'
import { Money, moneyText } from '#web/src/ui/money.tsx'
import { count } from '#web/src/ui/quantity.ts'
import { Clock } from '#web/src/ui/state-word.tsx'
import style from './lanes.module.css'
import { sellerTexts } from './texts.ts'

type SentBack = { total: number; items: readonly SellerProductLine[] }
type LanesProps = { place: ShopPlace; today: TodayView; sentBack: SentBack }

/** What waits, in lanes side by side: each with its number, its age, the first three and the way to all. */
export function Lanes({ place, today, sentBack }: LanesProps) {
  return (
    <section className={style.lanes}>
      <ShipLane place={place} toShip={today.toShip} />
      <ShortLane place={place} shortages={today.shortages} />
      <SentBackLane place={place} sentBack={sentBack} />
      <WaitLane place={place} today={today} />
    </section>
  )
}

type LaneProps = {
  number: number
  name: string
  clock?: ReactNode
  bar: ReactNode
  text: string
  more?: ReactNode
  children: ReactNode
}

function Lane({ number, name, clock, bar, text, more, children }: LaneProps) {
  return (
    <article className={style.lane}>
      <h2>
        <b className="num">{count(number)}</b>
        <span>{name}</span>
        {clock}
      </h2>
      {bar}
      <p>{text}</p>
      {children}
      {more !== undefined && <footer>{more}</footer>}
    </article>
  )
}

function ShipLane({ place, toShip }: { place: ShopPlace; toShip: TodayView['toShip'] }) {
  const t = useTexts(sellerTexts)
  const ages = t('lane.ship.ages', { a: toShip.under24h, b: toShip.under48h, c: toShip.over48h })
  const oldest = toShip.oldestHours
  return (
    <Lane
      number={toShip.count}
      name={t('lane.ship')}
      clock={
        oldest !== null && (
          <small className={style.age} data-level={oldest >= 48 ? 'late' : oldest >= 24 ? 'soon' : 'calm'}>
            {oldest >= 48
              ? t('lane.oldestDays', { days: Math.floor(oldest / 24), hours: oldest % 24 })
              : t('lane.oldest', { count: oldest })}
          </small>
        )
      }
      bar={
        <AgeBar
          label={ages}
          parts={[
            { level: 'calm', count: toShip.under24h },
            { level: 'soon', count: toShip.under48h },
            { level: 'late', count: toShip.over48h },
          ]}
        />
      }
      text={toShip.count === 0 ? t('lane.ship.none') : ages}
      more={
        toShip.count > 0 && (
          <Link to={paths.shopOrders(place, { tab: 'to_ship' })}>
            {t('lane.all', { count: toShip.count })}
          </Link>
        )
      }
    >
      <ul>
        {toShip.items.slice(0, 3).map((order) => (
          <OrderItem
            key={order.id}
            place={place}
            order={order}
            act={t('ship')}
            to={`${paths.shopOrder(place, order.id)}?ship=1`}
          />
        ))}
      </ul>
    </Lane>
  )
}

function OrderItem({
  place,
  order,
  act,
  to,
}: {
  place: ShopPlace
  order: OrderSummary
  act: string
  to?: string
}) {
  const t = useTexts(sellerTexts)
  const locale = useLocale()
  return (
    <li>
      <span className={style.who}>{order.buyer.name}</span>
      {order.due === null ? (
        <span />
      ) : (
        <Clock
          at={order.due.at}
          before={t(`due.${order.due.what}`, { date: dateText(order.due.at, locale) })}
        />
      )}
      <small>
        {inLocale(order.title, locale)} · {count(order.summary.quantity - order.shipped)}
      </small>
      <Link to={to ?? paths.shopOrder(place, order.id)}>{act}</Link>
    </li>
  )
}

function ShortLane({ place, shortages }: { place: ShopPlace; shortages: TodayView['shortages'] }) {
  const t = useTexts(sellerTexts)
  const locale = useLocale()
  return (
    <Lane
      number={shortages.count}
      name={t('lane.short')}
      bar={<AgeBar label={t('lane.short')} parts={[{ level: 'late', count: shortages.count }]} />}
      text={shortages.count === 0 ? t('lane.short.none') : t('lane.short.text')}
      more={
        shortages.count > 0 && (
          <Link to={paths.shopOrders(place, { tab: 'received' })}>
            {t('lane.all', { count: shortages.count })}
          </Link>
        )
      }
    >
      <ul>
        {shortages.items.slice(0, 3).map((order) => (
          <li key={order.id}>
            <span className={style.who}>{order.buyer.name}</span>
            <Money value={order.held} />
            <small>
              {order.number} · {inLocale(order.title, locale)}
            </small>
            <Link to={paths.shopOrder(place, order.id)}>{t('lane.short.act')}</Link>
          </li>
        ))}
      </ul>
    </Lane>
  )
}

function SentBackLane({ place, sentBack }: { place: ShopPlace; sentBack: SentBack }) {
  const t = useTexts(sellerTexts)
  const locale = useLocale()
  return (
    <Lane
      number={sentBack.total}
      name={t('lane.back')}
      bar={<AgeBar label={t('lane.back')} parts={[{ level: 'soon', count: sentBack.total }]} />}
      text={sentBack.total === 0 ? t('lane.back.none') : t('lane.back.text')}
      more={
        sentBack.total > 0 && (
          <Link to={paths.shopProducts(place, { status: 'sent_back' })}>
            {t('lane.allProducts', { count: sentBack.total })}
          </Link>
        )
      }
    >
      <ul>
        {sentBack.items.slice(0, 3).map((product) => (
          <li key={product.id}>
            <span className={style.who}>{inLocale(product.title, locale)}</span>
            <small className={style.date}>{dateText(product.updatedAt, locale)}</small>
            <small>
              {product.styleNo} · {t('lane.back.remarks', { count: product.remarkCount })}
            </small>
            <Link to={paths.editProduct(place, product.id)}>{t('lane.back.act')}</Link>
          </li>
        ))}
      </ul>
    </Lane>
  )
}

function WaitLane({ place, today }: { place: ShopPlace; today: TodayView }) {
  const t = useTexts(sellerTexts)
  const locale = useLocale()
  const { awaitingPayment, toConfirm } = today
  return (
    <Lane
      number={awaitingPayment.count + toConfirm.count}
      name={t('lane.wait')}
      bar={
        <AgeBar
          label={t('lane.wait')}
          parts={[{ level: 'calm', count: awaitingPayment.count + toConfirm.count }]}
        />
      }
      text={t('lane.wait.text')}
    >
      <ul>
        <li>
          <span className={style.who}>
            {t('lane.wait.pay')} <b className="num">{awaitingPayment.count}</b>
          </span>
          <Link to={paths.shopOrders(place, { tab: 'to_pay' })}>{t('lane.view')}</Link>
          <small className={style.full}>
            {t('lane.wait.payText', { amount: moneyText(awaitingPayment.amount) })}
          </small>
        </li>
        <li>
          <span className={style.who}>
            {t('lane.wait.confirm')} <b className="num">{toConfirm.count}</b>
          </span>
          <Link to={paths.shopOrders(place, { tab: 'to_confirm' })}>{t('lane.view')}</Link>
          <small className={style.full}>
            {toConfirm.nextAutoConfirmAt === null
              ? t('lane.wait.confirmNone')
              : t('lane.wait.confirmText', { date: dateText(toConfirm.nextAutoConfirmAt, locale) })}
          </small>
        </li>
      </ul>
    </Lane>
  )
}
