import { IconMenu2, IconReceipt, IconSearch, IconShoppingBag, IconUser, IconWorld } from '@tabler/icons-react'
import { useRouterState } from '@tanstack/react-router'
import { inLocale } from '#shared/text.ts'
import type { Market } from '#web/src/features/markets/queries.ts'
import { useSession } from '#web/src/page-context.ts'
import { inLanguage, paths } from '#web/src/paths.ts'
import { useLocale, useTexts } from '#web/src/texts/texts.ts'
import { classes } from '#web/src/ui/class-names.ts'
import { Link } from '#web/src/ui/link.tsx'
import { CategoryNav } from './category-nav.tsx'
import { DeskLinks } from './desk-links.tsx'
import style from './header.module.css'
import { MarketMark } from './market-mark.tsx'
import { Seal } from './seal.tsx'
import { SearchBox } from './search-box.tsx'
import { shellTexts } from './texts.ts'

/** The same page in the other language: a real link, the whole page is loaded anew. */
export function useOtherLanguage(): string {
  const locale = useLocale()
  const here = useRouterState({ select: (state) => state.location.href })
  return inLanguage(locale === 'zh' ? 'en' : 'zh', here)
}

/** The market's name with its mark, leading home. */
export function Brand({ market }: { market: Market }) {
  const t = useTexts(shellTexts)
  const locale = useLocale()
  const venue = market.venues[0]
  return (
    <Link className={style.brand} to={paths.home(market.slug)}>
      <MarketMark />
      <span>
        <b>{inLocale(market.name, locale)}</b>
        <small>
          {venue
            ? t('venue', { venue: inLocale(venue.name, locale) })
            : inLocale(market.cluster.name, locale)}
        </small>
      </span>
    </Link>
  )
}

type HeaderProps = { market: Market; cartLines: number; slim: boolean; onMenu: () => void }

/** The storefront's header. `slim` leaves the search box out on a phone, where the goods need the room. */
export function Header({ market, cartLines, slim, onMenu }: HeaderProps) {
  const t = useTexts(shellTexts)
  const session = useSession()
  const other = useOtherLanguage()
  return (
    <header className={classes(style.top, slim && style.slim)}>
      <div className="wrap">
        <div className={style.bar}>
          <Brand market={market} />
          <Seal market={market} />
          <SearchBox market={market} />
          <nav className={style.tools} aria-label={t('main')}>
            {slim && (
              <Link
                className={classes(style.tool, style.phone)}
                to={paths.search(market.slug)}
                aria-label={t('search.label')}
              >
                <IconSearch size={22} stroke={1.6} aria-hidden="true" />
              </Link>
            )}
            <Link className={style.tool} to={paths.cart(market.slug)} aria-label={t('tool.cart')}>
              <IconShoppingBag size={20} stroke={1.6} aria-hidden="true" />
              <span>{t('tool.cart')}</span>
              {cartLines > 0 && <sup className="num">{cartLines}</sup>}
            </Link>
            <Link className={classes(style.tool, style.desk)} to={paths.orders(market.slug)}>
              <IconReceipt size={20} stroke={1.6} aria-hidden="true" />
              <span>{t('tool.orders')}</span>
            </Link>
            <DeskLinks className={classes(style.tool, style.desk)} />
            <Link
              className={classes(style.tool, style.desk)}
              to={session ? paths.account() : paths.signIn(paths.home(market.slug))}
            >
              <IconUser size={20} stroke={1.6} aria-hidden="true" />
              <span>{session ? session.person.name : t('tool.signIn')}</span>
            </Link>
            <a
              className={classes(style.tool, style.desk)}
              href={other}
              hrefLang={useLocale() === 'zh' ? 'en' : 'zh-CN'}
              aria-label={t('tool.languageLabel')}
            >
              <IconWorld size={20} stroke={1.6} aria-hidden="true" />
              <span>
                {t('tool.language')} / {market.currency}
              </span>
            </a>
            <button
              type="button"
              className={classes(style.tool, style.phone)}
              aria-label={t('menu.open')}
              onClick={onMenu}
            >
              <IconMenu2 size={22} stroke={1.6} aria-hidden="true" />
            </button>
          </nav>
        </div>
        <CategoryNav market={market} />
      </div>
    </header>
  )
}
