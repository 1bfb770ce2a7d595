import type { Money as Amount } from '#shared/money.ts'
import type { OrderView } from '#shared/trade/shapes.ts'
import { useTexts } from '#web/src/texts/texts.ts'
import { Money, moneyText } from '#web/src/ui/money.tsx'
import { MoneyBar, type MoneyKind } from '#web/src/ui/money-bar.tsx'
import { Panel } from '#web/src/ui/panel.tsx'
import style from './order-money.module.css'
import { orderTexts } from './order-texts.ts'

/** Where the order's money is: released, held, frozen for a shortage, gone back, or still to pay; and what the total is made of. */
export function OrderMoney({ order }: { order: OrderView }) {
  const t = useTexts(orderTexts)
  const { released, held, short, refunded, total } = order
  const amount = (value: number): Amount => ({ amount: value, currency: total.currency })
  const unpaid = order.state === 'placed'
  const cells: readonly { kind: MoneyKind; name: string; value: Amount; note: string; always: boolean }[] = [
    {
      kind: 'due',
      name: t('money.due'),
      value: amount(unpaid ? total.amount : 0),
      note: t('money.due.text'),
      always: false,
    },
    {
      kind: 'released',
      name: t('money.released'),
      value: released,
      note: released.amount > 0 ? t('money.released.text') : t('money.released.none'),
      always: !unpaid,
    },
    {
      kind: 'held',
      name: t('money.held'),
      value: amount(held.amount - short.amount),
      note: held.amount > short.amount ? t('money.held.text') : t('money.held.none'),
      always: !unpaid,
    },
    { kind: 'frozen', name: t('money.short'), value: short, note: t('money.short.text'), always: false },
    {
      kind: 'back',
      name: t('money.refunded'),
      value: refunded,
      note: refunded.amount > 0 ? t('money.refunded.text') : t('money.refunded.none'),
      always: !unpaid,
    },
  ]
  const shown = cells.filter((cell) => cell.always || cell.value.amount > 0)
  return (
    <Panel title={t('money.title')} note={t('money.total', { total: moneyText(total) })} flush>
      <div className={style.body}>
        <MoneyBar
          tall
          label={shown.map((cell) => `${cell.name} ${moneyText(cell.value)}`).join(', ')}
          parts={shown.map((cell) => ({ kind: cell.kind, amount: cell.value.amount }))}
        />
        <dl className={style.cells}>
          {shown.map((cell) => (
            <div key={cell.kind} data-kind={cell.kind}>
              <dt>{cell.name}</dt>
              <dd>
                <b>
                  <Money value={cell.value} />
                </b>
                <small>{cell.note}</small>
              </dd>
            </div>
          ))}
        </dl>
        <p className={style.made}>
          <span>{t('money.goods', { amount: moneyText(order.goods) })}</span>
          <span>{t('money.freight', { amount: moneyText(order.freight) })}</span>
          {order.commission !== null && order.commission.amount > 0 && (
            <span>{t('money.commission', { amount: moneyText(order.commission) })}</span>
          )}
        </p>
      </div>
    </Panel>
  )
}
