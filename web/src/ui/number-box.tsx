import { type InputHTMLAttributes, useState } from 'react'
import { parseUnits, unitsText } from './amount.ts'

type NumberBoxProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'value' | 'onChange' | 'type'> & {
  /** Whole number of the smallest unit; null: nothing, or nothing that can be read. */
  value: number | null
  onChange: (value: number | null) => void
  /** Digits after the point: 2 for yuan and fen. */
  digits?: number
  /** Nought stands as an empty box. */
  blankZero?: boolean
}

/** A box for a number. Keeps what is typed while it is typed, and shows the number's own form when it is left. */
export function NumberBox({ value, onChange, digits = 0, blankZero, onBlur, ...rest }: NumberBoxProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const own = value === null || (blankZero && value === 0) ? '' : unitsText(value, digits)
  return (
    <input
      inputMode={digits > 0 ? 'decimal' : 'numeric'}
      autoComplete="off"
      {...rest}
      value={typed ?? own}
      onChange={(event) => {
        setTyped(event.target.value)
        onChange(
          event.target.value.trim() === '' ? (blankZero ? 0 : null) : parseUnits(event.target.value, digits),
        )
      }}
      onFocus={(event) => event.target.select()}
      onBlur={(event) => {
        // What cannot be read stays, so that it can be mended.
        if (typed === null || typed.trim() === '' || parseUnits(typed, digits) !== null) setTyped(null)
        onBlur?.(event)
      }}
    />
  )
}
