import { IconAlertTriangle, IconCircleCheck, IconClock, IconInfoCircle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import style from './note.module.css'

const icons = {
  sea: IconInfoCircle,
  gold: IconClock,
  rust: IconAlertTriangle,
  leaf: IconCircleCheck,
} as const

/** A sentence that must not be missed, on its tinted ground: sea tells, gold waits, rust refuses, leaf is done. */
export function Note({
  tone = 'sea',
  children,
  live,
  className,
}: {
  tone?: keyof typeof icons
  children: ReactNode
  /** Read out when it appears. */
  live?: boolean
  className?: string | undefined
}) {
  const Icon = icons[tone]
  return (
    <div
      className={className ? `${style.note} ${className}` : style.note}
      data-tone={tone}
      role={live ? 'alert' : undefined}
    >
      <Icon size={18} stroke={1.7} aria-hidden="true" />
      <div>{children}</div>
    </div>
  )
}
