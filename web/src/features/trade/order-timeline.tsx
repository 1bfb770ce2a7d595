import { useState } from 'react'
import { type Currency, money } from '#shared/money.ts'
import type { OrderView } from '#shared/trade/shapes.ts'
import { useLocale, useTexts } from '#web/src/texts/texts.ts'
import { moneyText } from '#web/src/ui/money.tsx'
import { Panel } from '#web/src/ui/panel.tsx'
import { count } from '#web/src/ui/quantity.ts'
import { chronological } from './order-facts.ts'
import { orderTexts } from './order-texts.ts'
import { shortTime } from './order-time.ts'
import style from './order-timeline.module.css'

type Entry = OrderView['timeline'][number]
const shownAtFirst = 7

/** Who did what when, the newest first. */
export function OrderTimeline({ order }: { order: OrderView }) {
  const t = useTexts(orderTexts)
  const [all, setAll] = useState(false)
  const entries = chronological(order.timeline).toReversed()
  const shown = all ? entries : entries.slice(0, shownAtFirst)
  return (
    <Panel
      title={t('time.title')}
      aside={
        entries.length > shownAtFirst && (
          <button type="button" className={`link no-print`} onClick={() => setAll(!all)}>
            {all ? t('time.less') : t('time.all', { count: entries.length })}
          </button>
        )
      }
      flush
    >
      <ol className={style.line}>
        {shown.map((entry) => (
          <TimelineItem
            key={`${entry.at} ${entry.what} ${String(entry.facts['no'] ?? '')}`}
            entry={entry}
            currency={order.total.currency}
          />
        ))}
      </ol>
    </Panel>
  )
}

const number = (value: unknown): number | null => (typeof value === 'number' ? value : null)

function TimelineItem({ entry, currency }: { entry: Entry; currency: Currency }) {
  const t = useTexts(orderTexts)
  const locale = useLocale()
  const short = number(entry.facts['short']) ?? 0
  const quantity = number(entry.facts['quantity'])
  const amount = number(entry.facts['amount']) ?? number(entry.facts['total'])
  const details = [
    quantity !== null && t(entry.what === 'receive' ? 'time.got' : 'time.pieces', { count: count(quantity) }),
    short > 0 && t('time.short', { amount: moneyText(money(short, currency)) }),
    amount !== null && amount > 0 && moneyText(money(amount, currency)),
    typeof entry.facts['trackingNo'] === 'string' && entry.facts['trackingNo'],
  ].filter((detail) => typeof detail === 'string')
  return (
    <li data-tone={short > 0 ? 'bad' : undefined}>
      <p>
        <b>{t(`time.${entry.what}`, { no: number(entry.facts['no']) ?? '' })}</b>{' '}
        <time dateTime={entry.at} className="num">
          {shortTime(entry.at, locale)}
        </time>
      </p>
      <p className={style.by}>
        {t(`side.${entry.by.side}`)}
        {entry.by.name !== null && ` · ${entry.by.name}`}
      </p>
      {details.length > 0 && <p className="num">{details.join(locale === 'zh' ? '，' : ', ')}</p>}
      {entry.reason !== '' && entry.by.side !== 'system' && <p className={style.reason}>{entry.reason}</p>}
    </li>
  )
}
