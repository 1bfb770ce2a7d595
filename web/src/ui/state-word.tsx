import { IconClock } from '@tabler/icons-react'
import { useTexts } from '#web/src/texts/texts.ts'
import style from './state-word.module.css'
import { uiTexts } from './texts.ts'
import { useNow } from './use-now.ts'

export type StateTone = 'wait' | 'go' | 'ok' | 'bad' | 'hold' | 'idle'

/** A state is a dot and a word. */
export function StateWord({ tone, children }: { tone: StateTone; children: string }) {
  return (
    <span className={style.state} data-tone={tone}>
      {children}
    </span>
  )
}

const hour = 3_600_000

/**
 * A clock: icon, words and a level. Before the browser has taken over, and with `before` alone, it shows the words given; then how much
 * time is left, gold below 24 hours, rust when it is over.
 */
export function Clock({ at, before }: { at: string; before: string }) {
  const t = useTexts(uiTexts)
  const now = useNow()
  const left = now === null ? null : Date.parse(at) - now
  const level = left === null || left > 24 * hour ? 'calm' : left > 0 ? 'soon' : 'late'
  return (
    <span className={style.clock} data-level={level} title={before}>
      <IconClock size={13} stroke={1.8} aria-hidden="true" />
      {left === null ? before : t(...spanOf(left))}
    </span>
  )
}

type Span = `${'left' | 'late'}.${'days' | 'hours' | 'minutes'}`

/** How much time is left or over, in the largest unit that says enough: two days and more in days, then hours, then minutes. */
function spanOf(left: number): [Span, { count: number }] {
  const side = left > 0 ? 'left' : 'late'
  const span = Math.abs(left)
  if (span >= 48 * hour) return [`${side}.days`, { count: Math.floor(span / (24 * hour)) }]
  if (span >= hour) return [`${side}.hours`, { count: Math.floor(span / hour) }]
  return [`${side}.minutes`, { count: Math.max(1, Math.floor(span / 60_000)) }]
}
