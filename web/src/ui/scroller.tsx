import type { ReactNode } from 'react'

type ScrollerProps = { label: string; className?: string | undefined; busy?: boolean; children: ReactNode }

/** A table wider than its place: it scrolls sideways, by keys too. */
export function Scroller({ label, className, busy, children }: ScrollerProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: who has no pointer must reach it to scroll (WCAG 2.1.1).
    <section className={className} aria-label={label} aria-busy={busy || undefined} tabIndex={0}>
      {children}
    </section>
  )
}
