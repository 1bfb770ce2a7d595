import { IconMenu2 } from '@tabler/icons-react'
import { useParams, useRouterState } from '@tanstack/react-router'
import { useId, useState } from 'react'
import type { CategoryNode } from '#shared/catalogue/views.ts'
import { inLocale } from '#shared/text.ts'
import type { Market } from '#web/src/features/markets/queries.ts'
import { paths } from '#web/src/paths.ts'
import { useLocale, useTexts } from '#web/src/texts/texts.ts'
import { classes } from '#web/src/ui/class-names.ts'
import { Link } from '#web/src/ui/link.tsx'
import { count } from '#web/src/ui/quantity.ts'
import style from './category-nav.module.css'
import { shellTexts } from './texts.ts'

/** Leaves with the most goods first: what the market is known for. */
export const bestLeaves = (categories: readonly CategoryNode[], limit: number): CategoryNode[] => {
  return categories
    .filter((one) => one.leaf && one.count > 0)
    .toSorted((a, b) => b.count - a.count)
    .slice(0, limit)
}

/** The row of categories under the header, with the whole tree on demand and three ways in by what a buyer needs. */
export function CategoryNav({ market }: { market: Market }) {
  const t = useTexts(shellTexts)
  const locale = useLocale()
  const { category } = useParams({ strict: false })
  const [open, setOpen] = useState(false)
  const treeId = useId()
  const close = () => setOpen(false)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: leaving with the pointer or Escape closes the tree; every entry is a link.
    <div
      className={style.nav}
      onPointerLeave={close}
      onKeyDown={(event) => event.key === 'Escape' && close()}
    >
      <button
        type="button"
        className={style.all}
        aria-expanded={open}
        aria-controls={treeId}
        onClick={() => setOpen(!open)}
      >
        <IconMenu2 size={18} stroke={1.6} aria-hidden="true" />
        {t('nav.categories')}
      </button>
      <nav className={style.row} aria-label={t('nav.categories')}>
        {bestLeaves(market.categories, 9).map((one) => (
          <Link
            key={one.id}
            to={paths.category(market.slug, one.id)}
            className={one.id === category ? style.on : undefined}
            aria-current={one.id === category ? 'page' : undefined}
          >
            {inLocale(one.name, locale)}
          </Link>
        ))}
      </nav>
      <span className={style.ways}>
        <Link to={paths.search(market.slug, { leadTimeMax: 2 })}>{t('nav.quick')}</Link>
        <Link to={paths.search(market.slug, { sort: 'newest' })}>{t('nav.newest')}</Link>
        <Link to={paths.search(market.slug, { customisable: true })}>{t('nav.custom')}</Link>
      </span>
      <div id={treeId} className={style.tree} hidden={!open}>
        <CategoryTree market={market} onFollow={close} />
      </div>
    </div>
  )
}

/** All categories, one block per top category. */
export function CategoryTree({ market, onFollow }: { market: Market; onFollow: () => void }) {
  const locale = useLocale()
  const here = useRouterState({ select: (state) => state.location.pathname })
  const children = (parent: string) =>
    market.categories.filter((one) => one.parentId === parent && one.count > 0)
  return market.categories
    .filter((one) => one.parentId === null)
    .map((top) => (
      <div key={top.id} className={style.block}>
        <Link className={style.top} to={paths.category(market.slug, top.id)} onClick={onFollow}>
          {inLocale(top.name, locale)}
        </Link>
        <ul>
          {children(top.id).map((one) => (
            <li key={one.id}>
              <Link
                className={classes(here.endsWith(`/c/${one.id}`) && style.on)}
                to={paths.category(market.slug, one.id)}
                onClick={onFollow}
              >
                {inLocale(one.name, locale)}
                <span className="num">{count(one.count)}</span>
              </Link>
            </li>
          ))}
        </ul>
      </div>
    ))
}
