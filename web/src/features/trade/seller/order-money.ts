import type { OrderSummary } from '#shared/trade/shapes.ts'
import type { OrderState } from '#shared/trade/states.ts'
import type { Say } from '#web/src/texts/texts.ts'
import { moneyText } from '#web/src/ui/money.tsx'
import type { MoneyPart } from '#web/src/ui/money-bar.tsx'
import type { StateTone } from '#web/src/ui/state-word.tsx'

/** The dot before an order's state. */
export const stateTones: Readonly<Record<OrderState, StateTone>> = {
  placed: 'hold',
  secured: 'wait',
  in_production: 'go',
  partly_shipped: 'wait',
  shipped: 'go',
  received: 'hold',
  completed: 'ok',
  cancelled: 'idle',
  expired: 'idle',
}

type MoneyOf = Pick<OrderSummary, 'state' | 'total' | 'held' | 'released'>

/**
 * An order's total as parts of the money bar: released, held, and for the rest either not yet paid or gone back. Of an order that ended
 * before anything was released a list does not tell whether it was ever paid: nothing is claimed.
 */
export function moneyParts(order: MoneyOf): MoneyPart[] {
  const rest = order.total.amount - order.held.amount - order.released.amount
  const ended = order.state === 'cancelled' || order.state === 'expired'
  return [
    { kind: 'released', amount: order.released.amount },
    { kind: 'held', amount: order.held.amount },
    {
      kind: order.state === 'placed' ? 'due' : 'back',
      amount: ended && order.released.amount === 0 ? 0 : rest,
    },
  ]
}

/** The same in words: every figure that is not nought. */
export function moneyWords(
  order: MoneyOf,
  t: Say<'money.released' | 'money.held' | 'money.due' | 'money.back'>,
): string {
  return moneyParts(order)
    .filter((part) => part.amount > 0)
    .map(({ kind, amount }) => {
      const words = { amount: moneyText({ amount, currency: order.total.currency }) }
      if (kind === 'released') return t('money.released', words)
      if (kind === 'held') return t('money.held', words)
      return kind === 'due' ? t('money.due', words) : t('money.back', words)
    })
    .join(' · ')
}
