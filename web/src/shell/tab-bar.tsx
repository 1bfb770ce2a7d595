import { IconCategory, IconHome, IconReceipt, IconShoppingBag, IconUser } from '@tabler/icons-react'
import { useRouterState } from '@tanstack/react-router'
import type { Market } from '#web/src/features/markets/queries.ts'
import { useSession } from '#web/src/page-context.ts'
import { paths } from '#web/src/paths.ts'
import { useTexts } from '#web/src/texts/texts.ts'
import { classes } from '#web/src/ui/class-names.ts'
import { Link } from '#web/src/ui/link.tsx'
import style from './tab-bar.module.css'
import { shellTexts } from './texts.ts'

/** The five places a thumb reaches on a phone. */
export function TabBar({ market, onMenu }: { market: Market; onMenu: () => void }) {
  const t = useTexts(shellTexts)
  const session = useSession()
  const here = useRouterState({ select: (state) => state.location.pathname.replace(/^\/en/, '') })
  const browsing = /\/(c|search)(\/|$)/.test(here)
  const tab = (to: string, name: string, Icon: typeof IconHome) => (
    <Link
      to={to}
      className={classes(here === to && style.on)}
      aria-current={here === to ? 'page' : undefined}
    >
      <Icon size={23} stroke={1.6} aria-hidden="true" />
      {name}
    </Link>
  )
  return (
    <nav className={style.bar} aria-label={t('main')}>
      {tab(paths.home(market.slug), t('tab.home'), IconHome)}
      <button type="button" className={classes(browsing && style.on)} onClick={onMenu}>
        <IconCategory size={23} stroke={1.6} aria-hidden="true" />
        {t('tab.categories')}
      </button>
      {tab(paths.cart(market.slug), t('tool.cart'), IconShoppingBag)}
      {tab(paths.orders(market.slug), t('tool.orders'), IconReceipt)}
      {tab(session ? paths.account() : paths.signIn(paths.home(market.slug)), t('tool.account'), IconUser)}
    </nav>
  )
}
