import type { ReactNode } from 'react'
import style from './page-head.module.css'

type HeadProps = { title: ReactNode; crumbs?: ReactNode; children?: ReactNode; actions?: ReactNode }

/** The heading of a console's page: it states the situation; below it facts, beside it what can be done. */
export function PageHead({ title, crumbs, children, actions }: HeadProps) {
  return (
    <header className={style.head}>
      <div className={style.words}>
        {crumbs !== undefined && <nav className={style.crumbs}>{crumbs}</nav>}
        <h1>{title}</h1>
        {children !== undefined && <div className={style.sub}>{children}</div>}
      </div>
      {actions !== undefined && <div className={style.actions}>{actions}</div>}
    </header>
  )
}

/** The place of a console's page beside the navigation. */
export function ConsolePage({ children, docked }: { children: ReactNode; docked?: boolean }) {
  return (
    <main id="main" className={style.page} data-docked={docked || undefined}>
      {children}
    </main>
  )
}
