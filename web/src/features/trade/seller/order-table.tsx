import { inLocale } from '#shared/text.ts'
import type { OrderSummary } from '#shared/trade/shapes.ts'
import { paths, type ShopPlace } from '#web/src/paths.ts'
import { useLocale, useTexts } from '#web/src/texts/texts.ts'
import { ButtonLink } from '#web/src/ui/button.tsx'
import { classes } from '#web/src/ui/class-names.ts'
import { dateText } from '#web/src/ui/date.tsx'
import { Link } from '#web/src/ui/link.tsx'
import { MatrixGlyph } from '#web/src/ui/matrix-glyph.tsx'
import { Money } from '#web/src/ui/money.tsx'
import { MoneyBar } from '#web/src/ui/money-bar.tsx'
import { count } from '#web/src/ui/quantity.ts'
import { Clock, StateWord } from '#web/src/ui/state-word.tsx'
import table from '#web/src/ui/table.module.css'
import { moneyParts, moneyWords, stateTones } from './order-money.ts'
import style from './order-table.module.css'
import { sellerTexts } from './texts.ts'

/** Orders of a shop, one a line: shape of the order as a glyph, its money as a bar, its deadline as a clock, its next step. */
export function OrderTable({ place, orders }: { place: ShopPlace; orders: readonly OrderSummary[] }) {
  const t = useTexts(sellerTexts)
  return (
    <div className={table.scroll}>
      <table className={classes(table.table, style.orders)}>
        <thead>
          <tr>
            <th scope="col">{t('col.number')}</th>
            <th scope="col">{t('col.buyer')}</th>
            <th scope="col">{t('col.goods')}</th>
            <th scope="col">{t('col.state')}</th>
            <th scope="col" data-number>
              {t('col.total')}
            </th>
            <th scope="col" className={style.moneyHead}>
              {t('col.money')}
            </th>
            <th scope="col">{t('col.due')}</th>
            <th scope="col" data-number>
              {t('col.next')}
            </th>
          </tr>
        </thead>
        <tbody>
          {orders.map((order) => (
            <OrderRow key={order.id} place={place} order={order} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function OrderRow({ place, order }: { place: ShopPlace; order: OrderSummary }) {
  const t = useTexts(sellerTexts)
  const locale = useLocale()
  const { summary } = order
  const words = moneyWords(order, t)
  const title = inLocale(order.title, locale)
  const to = paths.shopOrder(place, order.id)
  const shape = {
    products: summary.products,
    colours: summary.colours,
    sizes: summary.sizes,
    quantity: count(summary.quantity),
  }
  return (
    <tr>
      <td className={style.number}>
        <Link to={to} className={table.strong}>
          {order.number}
        </Link>
        <small>{dateText(order.placedAt, locale, 'minute')}</small>
      </td>
      <td className={style.buyer}>
        <span>{order.buyer.name}</span>
        <small>{order.buyer.place}</small>
      </td>
      <td className={style.goods}>
        <div>
          <span className={style.glyph}>
            <MatrixGlyph
              colours={summary.colours}
              sizes={summary.sizes}
              share={summary.quantity === 0 ? 0 : order.shipped / summary.quantity}
            />
          </span>
          <span className={style.title}>
            <span title={title}>
              {summary.products > 1 ? t('goods.more', { title, count: summary.products }) : title}
            </span>
            <small>
              {t('goods.shape', shape)}
              {order.state === 'partly_shipped' &&
                ` · ${t('goods.shipped', { shipped: count(order.shipped), quantity: count(summary.quantity) })}`}
            </small>
          </span>
        </div>
      </td>
      <td className={style.state}>
        <StateWord tone={order.due?.overdue ? 'bad' : stateTones[order.state]}>
          {t(`state.${order.state}`)}
        </StateWord>
      </td>
      <td data-number className={classes(table.strong, style.total)}>
        <Money value={order.total} />
      </td>
      <td className={style.money}>
        {words === '' ? (
          <small>{t('money.none')}</small>
        ) : (
          <>
            <MoneyBar parts={moneyParts(order)} label={words} />
            <small className="num">{words}</small>
          </>
        )}
      </td>
      <td className={style.due}>
        {order.due !== null && (
          <Clock
            at={order.due.at}
            before={t(`due.${order.due.what}`, { date: dateText(order.due.at, locale) })}
          />
        )}
      </td>
      <td data-number className={style.next}>
        {order.actions.includes('ship') ? (
          <ButtonLink size="s" to={`${to}?ship=1`}>
            {t('ship')}
          </ButtonLink>
        ) : (
          <Link to={to}>{t('view')}</Link>
        )}
      </td>
    </tr>
  )
}
