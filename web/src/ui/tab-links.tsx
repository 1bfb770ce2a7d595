import { Link } from './link.tsx'
import style from './tab-links.module.css'

/** Parts of one page under one heading; each has its own address. */
export function TabLinks({
  tabs,
  current,
}: {
  tabs: readonly { key: string; name: string; to: string; count?: number | undefined }[]
  current: string
}) {
  return (
    <nav className={style.tabs}>
      {tabs.map((tab) => (
        <Link key={tab.key} to={tab.to} keepScroll aria-current={tab.key === current ? 'page' : undefined}>
          {tab.name}
          {tab.count !== undefined && <small className="num">{tab.count}</small>}
        </Link>
      ))}
    </nav>
  )
}
