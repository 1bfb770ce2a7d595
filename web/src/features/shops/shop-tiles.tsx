import type { ShopCard } from '#shared/shops/shapes.ts'
import { inLocale } from '#shared/text.ts'
import { paths } from '#web/src/paths.ts'
import { useLocale, useTexts } from '#web/src/texts/texts.ts'
import { Tag } from '#web/src/ui/chip.tsx'
import { dateText } from '#web/src/ui/date.tsx'
import { Link } from '#web/src/ui/link.tsx'
import { Shield } from '#web/src/ui/verified.tsx'
import { ShopInitials } from './shop-initials.tsx'
import style from './shop-tiles.module.css'
import { shopTexts } from './texts.ts'

/** Shops side by side: sign, name, booth, what they say of themselves. */
export function ShopTiles({ market, shops }: { market: string; shops: readonly ShopCard[] }) {
  const t = useTexts(shopTexts)
  const locale = useLocale()
  return (
    <ul className={style.tiles}>
      {shops.map((shop) => (
        <li key={shop.id}>
          <Link to={paths.shop(market, shop.id)}>
            <ShopInitials name={shop.name} />
            <span className={style.words}>
              <b>
                {inLocale(shop.name, locale)} {shop.verified && <Shield label={t('verified')} />}{' '}
                {shop.ownedByLead && <Tag>{t('own')}</Tag>}
              </b>
              <small>
                {[
                  shop.booths[0],
                  shop.shipFrom && inLocale(shop.shipFrom.name, locale),
                  t('opened', { date: dateText(shop.openedOn, locale) }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </small>
              <span className={style.intro}>{inLocale(shop.introduction, locale)}</span>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
