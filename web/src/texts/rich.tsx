import { Fragment, type ReactNode } from 'react'

/**
 * A said text whose `<b>…</b>` parts are set in bold. Texts are ours, values in them may be anything: nothing else is read as markup,
 * and React escapes it all.
 */
export function Rich({ children }: { children: string }): ReactNode {
  return children.split(/<b>(.*?)<\/b>/).map((part, index) => {
    // The parts alternate plain and bold, and never move: their place is their identity.
    const key = `${index}`
    return index % 2 === 1 ? <b key={key}>{part}</b> : <Fragment key={key}>{part}</Fragment>
  })
}
