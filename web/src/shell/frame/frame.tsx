import { type Icon, IconMenu2, IconSearch } from '@tabler/icons-react'
import { useRouterState } from '@tanstack/react-router'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { readLanguage } from '#web/src/paths.ts'
import { useTexts } from '#web/src/texts/texts.ts'
import { Sheet } from '#web/src/ui/drawer.tsx'
import { Link, useGo } from '#web/src/ui/link.tsx'
import { Mantine } from '#web/src/ui/mantine.tsx'
import { count as full } from '#web/src/ui/quantity.ts'
import { MarketMark } from '../market-mark.tsx'
import style from './frame.module.css'
import { useScheme } from './scheme.ts'
import { frameTexts } from './texts.ts'
import { UserMenu } from './user-menu.tsx'

export type NavItem = {
  to: string
  name: string
  icon: Icon
  count?: number | undefined
  hot?: boolean
  exact?: boolean
}
export type NavGroup = { title?: string; items: readonly NavItem[] }
type FrameProps = {
  face: 'workbench' | 'console'
  title: string
  subtitle: string
  home: string
  groups: readonly NavGroup[]
  /** Under the mark: which shop or market this is, and the others one could go to. */
  place: ReactNode
  foot: ReactNode
  /** Where the search box leads, with its words; none without it. */
  find?: { placeholder: string; to: (words: string) => string }
  children: ReactNode
}

/** A console around its pages: navigation at the side (a drawer on a phone), search and account above. */
export function Frame({ face, title, subtitle, home, groups, place, foot, find, children }: FrameProps) {
  const t = useTexts(frameTexts)
  const [menu, setMenu] = useState(false)
  const [scheme, setScheme] = useScheme()
  const here = useRouterState({ select: (state) => readLanguage(state.location.pathname).path })
  const items = groups.flatMap((group) => group.items)
  const current = items.filter((item) => isHere(item, here)).sort((a, b) => b.to.length - a.to.length)[0]
  const navigation = (
    <>
      {place}
      {groups.map((group, index) => (
        <section key={group.title ?? String(index)}>
          {group.title !== undefined && <h2>{group.title}</h2>}
          <ul>
            {group.items.map((item) => (
              <NavLink key={item.to} item={item} on={item === current} onFollow={() => setMenu(false)} />
            ))}
          </ul>
        </section>
      ))}
    </>
  )
  return (
    <Mantine>
      <div className={style.frame} data-face={face} data-scheme={scheme}>
        <nav className={style.nav} aria-label={subtitle}>
          <div className={style.inside}>
            <Link className={style.mark} to={home}>
              <MarketMark size={36} />
              <span>
                <b>{title}</b>
                <small>{subtitle}</small>
              </span>
            </Link>
            {navigation}
            <div className={style.foot}>{foot}</div>
          </div>
        </nav>
        <div className={style.page}>
          <header className={style.top}>
            <button type="button" className={style.menu} aria-label={t('menu')} onClick={() => setMenu(true)}>
              <IconMenu2 size={22} stroke={1.6} aria-hidden="true" />
            </button>
            <span className={style.here}>{current?.name ?? title}</span>
            {find !== undefined && <Find key={here} placeholder={find.placeholder} to={find.to} />}
            <UserMenu scheme={scheme} onScheme={setScheme} />
          </header>
          {children}
        </div>
        <Sheet opened={menu} onClose={() => setMenu(false)} title={title} closeLabel={t('close')} side="left">
          <nav className={style.drawer} aria-label={subtitle}>
            {navigation}
            <div className={style.foot}>{foot}</div>
          </nav>
        </Sheet>
      </div>
    </Mantine>
  )
}

const isHere = (item: NavItem, here: string): boolean => {
  const path = item.to.split('?')[0] ?? item.to
  return item.exact ? here === path : here === path || here.startsWith(`${path}/`)
}

function NavLink({ item, on, onFollow }: { item: NavItem; on: boolean; onFollow: () => void }) {
  const { icon: ItemIcon } = item
  return (
    <li>
      <Link to={item.to} onClick={onFollow} data-on={on || undefined} aria-current={on ? 'page' : undefined}>
        <ItemIcon size={18} stroke={1.6} aria-hidden="true" />
        <span>{item.name}</span>
        {item.count !== undefined && item.count > 0 && (
          <small className="num" data-hot={item.hot || undefined}>
            {full(item.count)}
          </small>
        )}
      </Link>
    </li>
  )
}

/** Looks for something from every page; the slash key leads here. */
function Find({ placeholder, to }: { placeholder: string; to: (words: string) => string }) {
  const go = useGo()
  const box = useRef<HTMLInputElement>(null)
  // The key is heard on the whole document, which is outside React.
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const typing =
        event.target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)
      if (event.key !== '/' || typing || event.metaKey || event.ctrlKey) return
      event.preventDefault()
      box.current?.focus()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])
  return (
    <search className={style.search}>
      <form
        className={style.find}
        onSubmit={(event) => {
          event.preventDefault()
          const words = box.current?.value.trim() ?? ''
          if (words !== '') void go(to(words))
        }}
      >
        <IconSearch size={16} stroke={1.6} aria-hidden="true" />
        <input ref={box} type="search" maxLength={60} placeholder={placeholder} aria-label={placeholder} />
        {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: a key's picture is not focusable. */}
        <kbd aria-hidden="true">/</kbd>
      </form>
    </search>
  )
}
