import { useState } from 'react'
import { classes } from './class-names.ts'
import style from './stepper.module.css'

type StepperProps = {
  value: number
  onChange: (value: number) => void
  label: string
  less: string
  more: string
  step?: number
  min?: number
  max?: number
  size?: 's' | 'm' | 'l'
  filled?: boolean
  disabled?: boolean
}

/** A quantity with − and +. Typing is taken when the field is left or Enter is pressed; what is no number is put back. Arrow keys step. */
export function Stepper({
  value,
  onChange,
  label,
  less,
  more,
  step = 1,
  min = 0,
  max = 1_000_000,
  size = 's',
  filled,
  disabled,
}: StepperProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const put = (next: number) => {
    setTyped(null)
    const clamped = Math.min(max, Math.max(min, next))
    if (clamped !== value) onChange(clamped)
  }
  const take = () => {
    if (typed === null) return
    const number = Number(typed.replace(/[,\s]/g, ''))
    put(typed.trim() === '' ? min : Number.isFinite(number) ? Math.round(number) : value)
  }
  return (
    <span className={classes(style.stepper, filled && style.filled)} data-size={size}>
      <button
        type="button"
        aria-label={less}
        disabled={disabled || value <= min}
        onClick={() => put(value - step)}
      >
        −
      </button>
      <input
        className="num"
        inputMode="numeric"
        aria-label={label}
        disabled={disabled}
        value={typed ?? (value === 0 && min === 0 ? '' : value)}
        placeholder="0"
        onChange={(event) => setTyped(event.target.value)}
        onFocus={(event) => event.target.select()}
        onBlur={take}
        onKeyDown={(event) => {
          if (event.key === 'Enter') take()
          if (event.key === 'ArrowUp') put(value + step)
          if (event.key === 'ArrowDown') put(value - step)
        }}
      />
      <button
        type="button"
        aria-label={more}
        disabled={disabled || value >= max}
        onClick={() => put(value + step)}
      >
        +
      </button>
    </span>
  )
}
