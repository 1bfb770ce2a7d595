import { useState } from 'react'
import { money } from '#shared/money.ts'
import { cancelOrder, confirmReceipt, waiveShortage } from '#shared/trade/contract.ts'
import type { OrderView, ShipmentView } from '#shared/trade/shapes.ts'
import { useCall } from '#web/src/page-context.ts'
import { paths } from '#web/src/paths.ts'
import { useLocale, useTexts } from '#web/src/texts/texts.ts'
import { Button, ButtonLink } from '#web/src/ui/button.tsx'
import { dateText } from '#web/src/ui/date.tsx'
import { Confirm } from '#web/src/ui/dialog.tsx'
import { TextArea } from '#web/src/ui/field.tsx'
import { moneyText } from '#web/src/ui/money.tsx'
import { Note } from '#web/src/ui/note.tsx'
import { Panel } from '#web/src/ui/panel.tsx'
import { count } from '#web/src/ui/quantity.ts'
import style from './order-actions.module.css'
import { wouldRelease } from './order-facts.ts'
import { orderGoodsTexts } from './order-goods-texts.ts'
import { orderListTexts } from './order-list-texts.ts'
import { sentIn } from './order-shipments.tsx'
import { orderTexts } from './order-texts.ts'
import { ReceiveDialog } from './receive-dialog.tsx'
import { useOrderTaken } from './use-order-act.ts'

type Asking = 'confirm' | 'cancel' | 'waive' | null

/**
 * What the buyer can do now, from the order's `actions`: the main act filled, its consequence in words beneath. On a phone the main act
 * docks at the lower edge.
 */
export function OrderActions({ order, market }: { order: OrderView; market: string }) {
  const t = useTexts(orderTexts)
  const [asking, setAsking] = useState<Asking>(null)
  const [counting, setCounting] = useState<ShipmentView | null>(null)
  const { actions } = order
  const toCount = order.shipments.filter((shipment) => shipment.actions.includes('receive'))
  const first = toCount[0]
  const mayConfirm = actions.includes('confirm-receipt')
  const release = moneyText(money(wouldRelease(order), order.total.currency))
  return (
    <Panel title={t('do.title')} className={style.panel} flush>
      <div className={style.body}>
        <Waiting order={order} />
        <div className={style.main}>
          {order.state === 'placed' && (
            <ButtonLink kind="primary" size="l" wide to={paths.purchase(market, order.purchaseId)}>
              {t('do.pay')}
            </ButtonLink>
          )}
          {first !== undefined && (
            <Button kind="primary" size="l" wide onClick={() => setCounting(first)}>
              {t('do.receive', { no: first.no, count: count(sentIn(first)) })}
            </Button>
          )}
          {mayConfirm && first === undefined && (
            <Button kind="primary" size="l" wide onClick={() => setAsking('confirm')}>
              {t('do.confirm', { amount: release })}
            </Button>
          )}
        </div>
        {mayConfirm && <Consequence order={order} uncounted={toCount.length} />}
        <div className={style.others}>
          {toCount.slice(1).map((shipment) => (
            <Button key={shipment.id} onClick={() => setCounting(shipment)}>
              {t('do.receive', { no: shipment.no, count: count(sentIn(shipment)) })}
            </Button>
          ))}
          {mayConfirm && first !== undefined && (
            <Button onClick={() => setAsking('confirm')}>{t('do.confirm', { amount: release })}</Button>
          )}
          {actions.includes('waive-shortage') && (
            <Button onClick={() => setAsking('waive')}>{t('do.waive')}</Button>
          )}
          {actions.includes('cancel') && (
            <Button kind="danger" onClick={() => setAsking('cancel')}>
              {t('do.cancel')}
            </Button>
          )}
        </div>
      </div>
      <ReceiveDialog market={market} order={order} shipment={counting} onClose={() => setCounting(null)} />
      <ConfirmDialog
        order={order}
        market={market}
        uncounted={toCount.length}
        opened={asking === 'confirm'}
        onClose={() => setAsking(null)}
      />
      <WaiveDialog
        order={order}
        market={market}
        opened={asking === 'waive'}
        onClose={() => setAsking(null)}
      />
      <CancelDialog
        order={order}
        market={market}
        opened={asking === 'cancel'}
        onClose={() => setAsking(null)}
      />
    </Panel>
  )
}

/** What is being waited for, or by when the clock acts for the buyer. */
function Waiting({ order }: { order: OrderView }) {
  const t = useTexts(orderTexts)
  const goods = useTexts(orderGoodsTexts)
  const list = useTexts(orderListTexts)
  const locale = useLocale()
  const { due, state } = order
  if (due?.what === 'auto-confirm')
    return <Note tone="gold">{t('do.confirm.auto', { date: dateText(due.at, locale, 'minute') })}</Note>
  if (due?.what === 'ship')
    return (
      <Note tone={due.overdue ? 'rust' : 'sea'}>
        {state === 'secured' && `${t('do.nothing.secured')} `}
        {goods('ship.by', { date: dateText(due.at, locale, 'minute') })}
      </Note>
    )
  if (order.state === 'received' && order.short.amount > 0)
    return <Note tone="gold">{t('do.short.wait', { amount: moneyText(order.short) })}</Note>
  if (due?.what === 'pay')
    return <Note tone="gold">{list('due.pay', { date: dateText(due.at, locale, 'minute') })}</Note>
  if (order.actions.length > 0) return null
  const key =
    state === 'cancelled' || state === 'expired'
      ? 'closed'
      : state === 'received' || state === 'completed'
        ? state
        : 'other'
  return <p className={style.quiet}>{t(`do.nothing.${key}`)}</p>
}

function Consequence({ order, uncounted }: { order: OrderView; uncounted: number }) {
  const t = useTexts(orderTexts)
  return (
    <p className={style.quiet}>
      {t('do.confirm.text', { amount: moneyText(money(wouldRelease(order), order.total.currency)) })}
      {order.short.amount > 0 && ` ${t('do.confirm.short', { amount: moneyText(order.short) })}`}
      {uncounted > 0 && ` ${t('do.confirm.uncounted', { count: uncounted })}`}
    </p>
  )
}

type DialogProps = { order: OrderView; market: string; opened: boolean; onClose: () => void }

function ConfirmDialog({ order, market, uncounted, opened, onClose }: DialogProps & { uncounted: number }) {
  const t = useTexts(orderTexts)
  const call = useCall()
  const taken = useOrderTaken(market)
  const confirm = async () =>
    taken(
      await call(confirmReceipt, { params: { market, orderId: order.id }, body: {} }),
      t('do.confirm.done'),
    )
  return (
    <Confirm
      opened={opened}
      onClose={onClose}
      kind="primary"
      title={t('do.confirm.title')}
      action={t('do.confirm', { amount: moneyText(money(wouldRelease(order), order.total.currency)) })}
      onConfirm={confirm}
    >
      <Consequence order={order} uncounted={uncounted} />
    </Confirm>
  )
}

function WaiveDialog({ order, market, opened, onClose }: DialogProps) {
  const t = useTexts(orderTexts)
  const call = useCall()
  const taken = useOrderTaken(market)
  const amount = moneyText(order.short)
  const waive = async () =>
    taken(
      await call(waiveShortage, { params: { market, orderId: order.id }, body: {} }),
      t('do.waive.done', { amount }),
    )
  return (
    <Confirm
      opened={opened}
      onClose={onClose}
      title={t('do.waive.title')}
      action={t('do.waive')}
      onConfirm={waive}
    >
      {t('do.waive.text', { amount })}
    </Confirm>
  )
}

function CancelDialog({ order, market, opened, onClose }: DialogProps) {
  const t = useTexts(orderTexts)
  const call = useCall()
  const taken = useOrderTaken(market)
  const [reason, setReason] = useState('')
  const [told, setTold] = useState(false)
  const amount = moneyText(order.total)
  const missing = reason.trim().length < 2
  const cancel = async () => {
    setTold(true)
    if (missing) return false
    taken(
      await call(cancelOrder, { params: { market, orderId: order.id }, body: { reason } }),
      t('do.cancel.done', { amount }),
    )
  }
  return (
    <Confirm
      opened={opened}
      onClose={onClose}
      title={t('do.cancel.title', { number: order.number })}
      action={t('do.cancel')}
      onConfirm={cancel}
    >
      <p>{t('do.cancel.text', { amount })}</p>
      <TextArea
        className={style.reason}
        label={t('do.cancel.reason')}
        maxLength={300}
        value={reason}
        onChange={setReason}
        error={told && missing ? t('do.cancel.reason.missing') : undefined}
      />
    </Confirm>
  )
}
