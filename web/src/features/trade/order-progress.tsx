import type { CSSProperties } from 'react'
import type { OrderView } from '#shared/trade/shapes.ts'
import { useLocale, useTexts } from '#web/src/texts/texts.ts'
import { chronological } from './order-facts.ts'
import style from './order-progress.module.css'
import { orderTexts } from './order-texts.ts'
import { shortDay, shortTime } from './order-time.ts'

type Step = { key: string; name: string; lines: string[]; state: 'done' | 'part' | 'ahead' | 'ended' }

/** The order's way from placing to release, with when and by whom; what is ahead says until when. */
export function OrderProgress({ order }: { order: OrderView }) {
  const steps = useSteps(order)
  return (
    <section className={style.panel}>
      <ol className={style.steps} style={{ '--steps': steps.length } as CSSProperties}>
        {steps.map((step) => (
          <li
            key={step.key}
            data-state={step.state}
            aria-current={step.state === 'part' ? 'step' : undefined}
          >
            <b>{step.name}</b>
            <span className="num">
              {step.lines.map((line) => (
                <span key={line}>{line}</span>
              ))}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}

function useSteps(order: OrderView): Step[] {
  const t = useTexts(orderTexts)
  const locale = useLocale()
  const timeline = chronological(order.timeline)
  const happened = (...whats: string[]) => timeline.findLast((entry) => whats.includes(entry.what))
  const lines = (entry: OrderView['timeline'][number] | undefined, ...more: string[]) =>
    entry === undefined
      ? more
      : [shortTime(entry.at, locale), ...(entry.by.name === null ? [] : [entry.by.name]), ...more]
  const ended = order.state === 'cancelled' || order.state === 'expired'
  const step = (
    key: Step['key'],
    name: string,
    entry: ReturnType<typeof happened>,
    ahead: string[] = [],
  ): Step =>
    entry === undefined
      ? { key, name, lines: ahead, state: 'ahead' }
      : { key, name, lines: lines(entry), state: 'done' }
  const due = order.due === null ? null : { ...order.due, day: shortDay(order.due.at, locale) }
  const until = (what: string) => (due?.what === what ? [t('step.until', { date: due.day })] : [])
  const steps: Step[] = [
    step('place', t('step.place'), happened('place')),
    step('pay', t('step.pay'), happened('settle'), until('pay')),
  ]
  if (ended) {
    const end = happened('cancel', 'expire')
    return [
      ...steps.filter((one) => one.state === 'done'),
      {
        key: 'end',
        name: t(order.state === 'expired' ? 'step.expired' : 'step.cancelled'),
        lines: lines(end),
        state: 'ended',
      },
    ]
  }
  const made = happened('start_production')
  if (made !== undefined) steps.push(step('make', t('step.make'), made))
  const { quantity } = order.summary
  steps.push(
    partial(
      'ship',
      t('step.ship'),
      order.shipped,
      quantity,
      happened('ship_rest', 'ship_part'),
      until('ship'),
    ),
  )
  steps.push(partial('receive', t('step.receive'), order.received, quantity, happened('receive'), []))
  const confirmed = happened('confirm', 'auto_confirm')
  steps.push(
    step(
      'confirm',
      t('step.confirm'),
      confirmed,
      due?.what === 'auto-confirm' ? [t('step.auto', { date: due.day })] : [],
    ),
  )
  steps.push(step('release', t('step.release'), happened('release')))
  return steps

  function partial(
    key: string,
    name: string,
    done: number,
    all: number,
    entry: ReturnType<typeof happened>,
    ahead: string[],
  ): Step {
    if (entry === undefined || done === 0) return { key, name, lines: ahead, state: 'ahead' }
    const whole = done >= all || order.receivedAt !== null
    return {
      key,
      name,
      lines: [shortTime(entry.at, locale), t('step.pieces', { done, all }), ...(whole ? [] : ahead)],
      state: whole ? 'done' : 'part',
    }
  }
}
