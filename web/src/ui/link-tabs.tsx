import { Link } from './link.tsx'
import style from './link-tabs.module.css'
import { count as full } from './quantity.ts'

export type Tab = { key: string; name: string; to: string; count?: number }

/** Views of one list or page as links: the chosen one is in the URL. */
export function LinkTabs({ tabs, chosen, label }: { tabs: readonly Tab[]; chosen: string; label: string }) {
  return (
    <nav className={style.tabs} aria-label={label}>
      {tabs.map(({ key, name, to, count }) => (
        <Link
          key={key}
          to={to}
          replace
          keepScroll
          data-on={key === chosen || undefined}
          aria-current={key === chosen ? 'page' : undefined}
        >
          {name}
          {count !== undefined && <small className="num">{full(count)}</small>}
        </Link>
      ))}
    </nav>
  )
}
