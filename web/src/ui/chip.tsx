import { IconX } from '@tabler/icons-react'
import style from './chip.module.css'

/** A chosen filter that can be taken away: what it is about, its value, and a cross. */
export function Chip({
  term,
  value,
  onRemove,
  removeLabel,
}: {
  term: string
  value: string
  onRemove: () => void
  removeLabel: string
}) {
  return (
    <button type="button" className={style.chip} onClick={onRemove} aria-label={removeLabel}>
      <em>{term}</em>
      {value}
      <IconX size={14} stroke={1.8} aria-hidden="true" />
    </button>
  )
}

/** A small word on a tinted ground: a property worth a glance. */
export function Tag({
  children,
  tone = 'sea',
}: {
  children: string
  tone?: 'sea' | 'gold' | 'leaf' | 'rust' | 'plain'
}) {
  return (
    <span className={style.tag} data-tone={tone}>
      {children}
    </span>
  )
}
