import { IconCheck } from '@tabler/icons-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { useTexts } from '#web/src/texts/texts.ts'
import { Button } from '#web/src/ui/button.tsx'
import style from './application-step.module.css'
import { applicationTexts } from './application-texts.ts'

type StepProps = {
  no: number
  title: string
  /** `now` is open; `done` shows its summary and can be opened again; `ahead` waits. */
  state: 'done' | 'now' | 'ahead'
  summary?: ReactNode
  onEdit?: (() => void) | undefined
  children: ReactNode
}

/** One step of the application, on one page with the others: its content when it is its turn, else what was entered. */
export function ApplicationStep({ no, title, state, summary, onEdit, children }: StepProps) {
  const t = useTexts(applicationTexts)
  const section = useRef<HTMLElement>(null)
  const before = useRef(state)
  // A step that opens comes into view; the one that is open when the page comes stays where it is.
  useEffect(() => {
    if (state === 'now' && before.current !== 'now')
      section.current?.scrollIntoView({ block: 'nearest', behavior: 'smooth' })
    before.current = state
  }, [state])
  return (
    <section
      ref={section}
      className={style.step}
      data-state={state}
      aria-current={state === 'now' ? 'step' : undefined}
    >
      <header>
        <span className={style.no}>
          {state === 'done' ? <IconCheck size={16} stroke={2.4} aria-hidden="true" /> : no}
        </span>
        <h2>{title}</h2>
        {state === 'done' && onEdit !== undefined && (
          <Button size="s" kind="quiet" aria-label={`${t('edit')} ${title}`} onClick={onEdit}>
            {t('edit')}
          </Button>
        )}
      </header>
      {state === 'now' && <div className={style.body}>{children}</div>}
      {state === 'done' && summary !== undefined && <div className={style.summary}>{summary}</div>}
    </section>
  )
}
