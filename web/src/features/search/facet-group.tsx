import type { ReactNode } from 'react'
import style from './facets.module.css'

/** One way to narrow results, with its name and a note beside it. */
export function FacetGroup({ title, note, children }: { title: string; note?: string; children: ReactNode }) {
  return (
    <fieldset className={style.group}>
      <legend>
        {title}
        {note && <small>{note}</small>}
      </legend>
      {children}
    </fieldset>
  )
}
