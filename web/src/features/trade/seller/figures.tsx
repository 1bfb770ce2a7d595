import type { ReactNode } from 'react'
import type { TodayView } from '#shared/trade/shapes.ts'
import { paths, type ShopPlace } from '#web/src/paths.ts'
import { useTexts } from '#web/src/texts/texts.ts'
import { Link } from '#web/src/ui/link.tsx'
import { BigMoney, moneyText } from '#web/src/ui/money.tsx'
import style from './figures.module.css'
import { sellerTexts } from './texts.ts'

/** How it goes, counted from the tables: each figure opens what it is counted from. */
export function Figures({ place, today }: { place: ShopPlace; today: TodayView }) {
  const t = useTexts(sellerTexts)
  const { week, dispatchedIn48h: dispatch, repeatBuyers: repeat } = today
  return (
    <section className={style.figures}>
      <Figure
        to={paths.shopOrders(place)}
        name={t('fig.week')}
        text={`${t('fig.week.text', { count: week.orders })} · ${compared(week, t)}`}
      >
        <BigMoney value={week.amount} size="l" />
      </Figure>
      <Figure to={paths.shopMoney(place)} name={t('fig.held')} text={t('fig.held.text')}>
        <BigMoney value={today.held} size="l" />
      </Figure>
      <Figure to={paths.shopMoney(place)} name={t('fig.payable')} text={t('fig.payable.text')}>
        <BigMoney value={today.payable} size="l" />
      </Figure>
      <Figure
        to={paths.shopOrders(place, { tab: 'completed' })}
        name={t('fig.dispatch')}
        text={dispatch === null ? t('fig.dispatch.none') : t('fig.dispatch.text', dispatch)}
      >
        <Share part={dispatch?.inTime ?? 0} of={dispatch?.shipped ?? 0} />
      </Figure>
      <Figure
        to={paths.shopOrders(place)}
        name={t('fig.repeat')}
        text={repeat.buyers === 0 ? t('fig.repeat.none') : t('fig.repeat.text', repeat)}
      >
        <Share part={repeat.repeating} of={repeat.buyers} />
      </Figure>
    </section>
  )
}

function Figure({
  to,
  name,
  text,
  children,
}: {
  to: string
  name: string
  text: string
  children: ReactNode
}) {
  return (
    <Link to={to} className={style.figure}>
      <span>{name}</span>
      {children}
      <small>{text}</small>
    </Link>
  )
}

/** A share as a figure and a stroke; a dash where nothing was counted. */
function Share({ part, of }: { part: number; of: number }) {
  if (of === 0) return <b className={style.value}>–</b>
  const percent = (part / of) * 100
  return (
    <>
      <b className={style.value}>
        {percent === 100 || percent === 0 ? percent : percent.toFixed(1)}
        <small>%</small>
      </b>
      <i className={style.track}>
        <i style={{ width: `${percent}%` }} />
      </i>
    </>
  )
}

function compared(
  { amount, previousAmount: before }: TodayView['week'],
  t: (
    key: 'fig.week.first' | 'fig.week.same' | 'fig.week.up' | 'fig.week.down' | 'fig.week.before',
    values?: { percent: string } | { amount: string },
  ) => string,
): string {
  if (before.amount === 0) return t('fig.week.first')
  const change = ((amount.amount - before.amount) / before.amount) * 100
  const percent = `${Math.abs(change).toFixed(1)}%`
  // Against next to nothing a percentage says nothing: the sum does.
  if (change > 300) return t('fig.week.before', { amount: moneyText(before) })
  if (Math.abs(change) < 0.05) return t('fig.week.same')
  return t(change > 0 ? 'fig.week.up' : 'fig.week.down', { percent })
}
