import type { ReactNode } from 'react'
import { classes } from './class-names.ts'
import style from './panel.module.css'

type PanelProps = {
  title?: ReactNode
  note?: ReactNode
  aside?: ReactNode
  children: ReactNode
  className?: string | undefined
  id?: string
  flush?: boolean
}

/** White paper on porcelain with one hairline. Never a panel inside a panel: divide with lines. `flush` leaves the padding to the content. */
export function Panel({ title, note, aside, children, className, id, flush }: PanelProps) {
  return (
    <section className={classes(style.panel, flush && style.flush, className)} id={id}>
      {title !== undefined && (
        <header className={style.head}>
          <h2>{title}</h2>
          {note !== undefined && <small>{note}</small>}
          {aside !== undefined && <span className={style.aside}>{aside}</span>}
        </header>
      )}
      {children}
    </section>
  )
}

type FactsProps = {
  rows: readonly (
    | readonly [term: string, fact: ReactNode]
    | null
  )[] /** Long terms, on a page of its own rather than in a rail. */
  wide?: boolean
}

/** Terms and what they are, one under the other: facts of a shop, of freight, of an order. */
export function Facts({ rows, wide }: FactsProps) {
  return (
    <dl className={style.facts} data-wide={wide || undefined}>
      {rows.map((row) =>
        row === null ? null : (
          <div key={row[0]}>
            <dt>{row[0]}</dt>
            <dd>{row[1]}</dd>
          </div>
        ),
      )}
    </dl>
  )
}
