import { type Money as Amount, currencyDigits, formatAmount } from '#shared/money.ts'
import style from './money.module.css'

const symbols: Record<Amount['currency'], string> = {
  CNY: '¥',
  USD: 'US$',
  EUR: '€',
  AED: 'AED ',
  JPY: 'JP¥',
}

/** "¥1,980.00" as text, for labels and titles. Always with the currency's sign. */
export const moneyText = (money: Amount): string =>
  `${money.amount < 0 ? '−' : ''}${symbols[money.currency]}${formatAmount({ ...money, amount: Math.abs(money.amount) })}`

/** An amount in running text or a table: tabular figures, no break inside. */
export function Money({ value }: { value: Amount }) {
  return <span className={style.plain}>{moneyText(value)}</span>
}

/** A price as the thing to look at: small sign, large whole part, small fraction. One text for a screen reader. */
export function BigMoney({ value, size = 'm' }: { value: Amount; size?: 's' | 'm' | 'l' | 'xl' }) {
  const text = formatAmount(value)
  const digits = currencyDigits[value.currency]
  const whole = digits === 0 ? text : text.slice(0, -(digits + 1))
  const fraction = digits === 0 ? '' : text.slice(-(digits + 1))
  return (
    <b className={style.big} data-size={size}>
      <span aria-hidden="true">
        <small>{symbols[value.currency]}</small>
        {whole}
        <small>{fraction}</small>
      </span>
      <span className="visually-hidden">{moneyText(value)}</span>
    </b>
  )
}
