import { IconChevronRight } from '@tabler/icons-react'
import { Fragment } from 'react'
import { inLocale, type Localised } from '#shared/text.ts'
import { paths } from '#web/src/paths.ts'
import { useLocale, useTexts } from '#web/src/texts/texts.ts'
import { Link } from '#web/src/ui/link.tsx'
import style from './crumbs.module.css'
import { productTexts } from './product-texts.ts'

/** Where a product stands among the categories, ending in its style number. */
export function Crumbs({
  market,
  path,
  here,
}: {
  market: string
  path: readonly { id: string; name: Localised }[]
  here: string
}) {
  const t = useTexts(productTexts)
  const locale = useLocale()
  return (
    <nav className={style.crumbs} aria-label={t('crumbs')}>
      {path.map((one) => (
        <Fragment key={one.id}>
          <Link to={paths.category(market, one.id)}>{inLocale(one.name, locale)}</Link>
          <IconChevronRight size={14} stroke={1.6} aria-hidden="true" />
        </Fragment>
      ))}
      <span className="num">{here}</span>
    </nav>
  )
}
