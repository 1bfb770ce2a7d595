import { inLocale } from '#shared/text.ts'
import { paths } from '#web/src/paths.ts'
import { useLocale, useTexts } from '#web/src/texts/texts.ts'
import { Link } from '#web/src/ui/link.tsx'
import { count } from '#web/src/ui/quantity.ts'
import style from './category-tiles.module.css'
import type { Market } from './queries.ts'
import { marketTexts } from './texts.ts'

/** The categories that have goods: each top with its fullest children, counts beside them. */
export function CategoryTiles({ market }: { market: Market }) {
  const t = useTexts(marketTexts)
  const locale = useLocale()
  const below = (parent: string) =>
    market.categories
      .filter((one) => one.parentId === parent && one.count > 0)
      .toSorted((a, b) => b.count - a.count)
  // Markets of one trade have a single root: its children are the tops then.
  const roots = market.categories.filter((one) => one.parentId === null && one.count > 0)
  const only = roots[0]
  const tops = roots.length === 1 && only && !only.leaf ? below(only.id) : roots
  return (
    <nav className={style.tiles} aria-label={t('home.categories')}>
      {tops.slice(0, 9).map((top) => (
        <div key={top.id} className={style.tile}>
          <Link className={style.top} to={paths.category(market.slug, top.id)}>
            {inLocale(top.name, locale)}
            <span className="num">{count(top.count)}</span>
          </Link>
          <ul>
            {below(top.id)
              .slice(0, tops.length > 3 ? 4 : 10)
              .map((one) => (
                <li key={one.id}>
                  <Link to={paths.category(market.slug, one.id)}>
                    {inLocale(one.name, locale)}
                    <span className="num">{count(one.count)}</span>
                  </Link>
                </li>
              ))}
          </ul>
        </div>
      ))}
    </nav>
  )
}
