import { useTexts } from '#web/src/texts/texts.ts'
import { uiTexts } from './texts.ts'
import { useNow } from './use-now.ts'
import style from './waited.module.css'

/** After how many hours a wait is gold, and after how many rust. */
export type Patience = { soon: number; late: number }

/** How long something has waited, with its level. */
export function Waited({ hours, patience: { soon, late } }: { hours: number; patience: Patience }) {
  const t = useTexts(uiTexts)
  return (
    <span className={style.waited} data-level={hours >= late ? 'late' : hours >= soon ? 'soon' : 'calm'}>
      {hours < 1
        ? t('waited.fresh')
        : hours < 48
          ? t('waited.hours', { count: hours })
          : t('waited.days', { count: Math.floor(hours / 24) })}
    </span>
  )
}

/** The same from a moment on; nothing until the browser's clock is known. */
export function WaitedSince({ since, patience }: { since: string; patience: Patience }) {
  const now = useNow()
  if (now === null) return null
  return <Waited hours={Math.floor((now - Date.parse(since)) / 3_600_000)} patience={patience} />
}
