import type { CSSProperties } from 'react'
import { classes } from './class-names.ts'
import style from './money-bar.module.css'

export type MoneyKind = 'released' | 'held' | 'frozen' | 'due' | 'back'
export type MoneyPart = { kind: MoneyKind; amount: number }

/**
 * One code for money everywhere: leaf released, light sea held, rust frozen, hatched unpaid, grey gone back. Parts of nothing are left out;
 * `label` says the figures, since colour is never alone.
 */
export function MoneyBar({
  parts,
  label,
  tall,
}: {
  parts: readonly MoneyPart[]
  label: string
  tall?: boolean
}) {
  return (
    <span className={classes(style.bar, tall && style.tall)} role="img" aria-label={label}>
      {parts
        .filter((part) => part.amount > 0)
        .map((part) => (
          <i
            key={part.kind}
            data-kind={part.kind}
            style={{ flexGrow: part.amount } satisfies CSSProperties}
          />
        ))}
    </span>
  )
}

/** The same code as a legend beside a heading. */
export function MoneyKey({ items }: { items: readonly (readonly [kind: MoneyKind, word: string])[] }) {
  return (
    <span className={style.key}>
      {items.map(([kind, word]) => (
        <span key={kind}>
          <i data-kind={kind} />
          {word}
        </span>
      ))}
    </span>
  )
}
