import { IconBuildingStore, IconInfoCircle, IconSettings, IconWorld } from '@tabler/icons-react'
import { inLocale } from '#shared/text.ts'
import type { Market } from '#web/src/features/markets/queries.ts'
import { useSession } from '#web/src/page-context.ts'
import { paths } from '#web/src/paths.ts'
import { useLocale, useTexts } from '#web/src/texts/texts.ts'
import { Sheet } from '#web/src/ui/drawer.tsx'
import { Link } from '#web/src/ui/link.tsx'
import { CategoryTree } from './category-nav.tsx'
import { useOtherLanguage } from './header.tsx'
import style from './phone-menu.module.css'
import { shellTexts } from './texts.ts'

/** Everything that does not fit on a phone's header: the category tree, the market itself, the other language, the seller's side. */
export function PhoneMenu({
  market,
  opened,
  onClose,
}: {
  market: Market
  opened: boolean
  onClose: () => void
}) {
  const t = useTexts(shellTexts)
  const locale = useLocale()
  const session = useSession()
  const other = useOtherLanguage()
  return (
    <Sheet opened={opened} onClose={onClose} title={t('menu.title')} closeLabel={t('close')} side="left">
      <CategoryTree market={market} onFollow={onClose} />
      <nav className={style.links} aria-label={t('menu.market')}>
        <a href={other} hrefLang={locale === 'zh' ? 'en' : 'zh-CN'}>
          <IconWorld size={20} stroke={1.6} aria-hidden="true" />
          {t('tool.language')}
        </a>
        <Link to={paths.about(market.slug)} onClick={onClose}>
          <IconInfoCircle size={20} stroke={1.6} aria-hidden="true" />
          {t('menu.about')}
        </Link>
        {session?.shops.map((shop) => (
          <Link
            key={shop.shopId}
            to={paths.workbench({ market: shop.marketSlug, shopId: shop.shopId })}
            onClick={onClose}
          >
            <IconBuildingStore size={20} stroke={1.6} aria-hidden="true" />
            {t('menu.workbench')} · {inLocale(shop.name, locale)}
          </Link>
        ))}
        {session?.markets
          .filter((one) => one.powers.length > 0)
          .map((one) => (
            <Link key={one.marketId} to={paths.console(one.marketSlug)} onClick={onClose}>
              <IconSettings size={20} stroke={1.6} aria-hidden="true" />
              {t('menu.console')} · {inLocale(one.marketName, locale)}
            </Link>
          ))}
        <Link to={paths.openShop(market.slug)} onClick={onClose}>
          <IconBuildingStore size={20} stroke={1.6} aria-hidden="true" />
          {t('menu.openShop')}
        </Link>
      </nav>
    </Sheet>
  )
}
