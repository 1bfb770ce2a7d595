import { IconTruckDelivery } from '@tabler/icons-react'
import { inLocale } from '#shared/text.ts'
import type { OrderView, ShipmentView } from '#shared/trade/shapes.ts'
import { useLocale, useTexts } from '#web/src/texts/texts.ts'
import { CopyButton } from '#web/src/ui/copy-button.tsx'
import { Panel } from '#web/src/ui/panel.tsx'
import { count } from '#web/src/ui/quantity.ts'
import { StateWord } from '#web/src/ui/state-word.tsx'
import { orderGoodsTexts } from './order-goods-texts.ts'
import style from './order-shipments.module.css'
import { shortDay, shortTime } from './order-time.ts'

export const sentIn = (shipment: ShipmentView): number =>
  shipment.lines.reduce((sum, line) => sum + line.quantity, 0)
const gotOf = (shipment: ShipmentView): number =>
  shipment.lines.reduce((sum, line) => sum + (line.received ?? 0), 0)

/** What was sent, with carrier and tracking number, and what was counted of it; what is still to come stands last. */
export function OrderShipments({ order }: { order: OrderView }) {
  const t = useTexts(orderGoodsTexts)
  const locale = useLocale()
  const rest = order.summary.quantity - order.shipped
  const shipping = ['secured', 'in_production', 'partly_shipped'].includes(order.state)
  if (order.shipments.length === 0 && !shipping) return null
  return (
    <Panel
      title={t('ship.title')}
      note={
        order.shipments.length === 0 ? t('ship.none') : t('ship.count', { count: order.shipments.length })
      }
      flush
    >
      <ul className={style.list}>
        {order.shipments.map((shipment) => (
          <Shipment key={shipment.id} shipment={shipment} />
        ))}
        {shipping && rest > 0 && (
          <li>
            <div>
              <b>{t('ship.rest', { count: count(rest) })}</b>
            </div>
            <p className={style.how}>
              {order.due?.what === 'ship' && t('ship.by', { date: shortDay(order.due.at, locale) })}
            </p>
            <StateWord tone="wait">{t('ship.pending')}</StateWord>
          </li>
        )}
      </ul>
    </Panel>
  )
}

function Shipment({ shipment }: { shipment: ShipmentView }) {
  const t = useTexts(orderGoodsTexts)
  const locale = useLocale()
  const sent = sentIn(shipment)
  const got = gotOf(shipment)
  const counted = shipment.state === 'received'
  return (
    <li>
      <div>
        <b>{t('ship.no', { no: shipment.no })}</b>
        <small className="num">
          {t('ship.pieces', { count: count(sent) })}
          {shipment.cartons !== null && ` · ${t('ship.cartons', { count: shipment.cartons })}`}
        </small>
      </div>
      <div className={style.how}>
        <p className={style.carrier}>
          <IconTruckDelivery size={17} stroke={1.6} aria-hidden="true" />
          {inLocale(shipment.carrier.name, locale)} <span className="num">{shipment.trackingNo}</span>
          <span className="no-print">
            <CopyButton text={shipment.trackingNo} what={t('ship.track')} slim />
          </span>
        </p>
        <small className="num">
          {t('ship.sent', { date: shortTime(shipment.shippedAt, locale) })}
          {counted &&
            shipment.receivedAt !== null &&
            ` → ${t('ship.received', { date: shortTime(shipment.receivedAt, locale), got: count(got), sent: count(sent) })}`}
        </small>
        {shipment.note !== '' && <small>{shipment.note}</small>}
      </div>
      <StateWord tone={!counted ? 'go' : got < sent ? 'bad' : 'ok'}>
        {!counted
          ? t('ship.state.shipped')
          : got < sent
            ? t('ship.state.short', { count: sent - got })
            : t('ship.state.received')}
      </StateWord>
    </li>
  )
}
