import { IconBoxMultiple, IconBuildingBank, IconShieldCheck } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { inLocale } from '#shared/text.ts'
import { ProductGrid } from '#web/src/features/catalogue/product-grid.tsx'
import { CategoryTiles } from '#web/src/features/markets/category-tiles.tsx'
import { type Market, marketQuery } from '#web/src/features/markets/queries.ts'
import { marketTexts } from '#web/src/features/markets/texts.ts'
import { usualQuantity } from '#web/src/features/search/choice.ts'
import { shelfQuery } from '#web/src/features/search/queries.ts'
import { listShopsQuery } from '#web/src/features/shops/queries.ts'
import { ShopTiles } from '#web/src/features/shops/shop-tiles.tsx'
import { useCall } from '#web/src/page-context.ts'
import { paths } from '#web/src/paths.ts'
import { shellTexts } from '#web/src/shell/texts.ts'
import { type HomeShelf, homeShelves } from '#web/src/shelves.ts'
import { Rich } from '#web/src/texts/rich.tsx'
import { useLocale, useTexts } from '#web/src/texts/texts.ts'
import { ButtonLink } from '#web/src/ui/button.tsx'
import { Link } from '#web/src/ui/link.tsx'
import { Panel } from '#web/src/ui/panel.tsx'
import { count } from '#web/src/ui/quantity.ts'
import { Empty } from '#web/src/ui/states.tsx'
import style from './market-home.module.css'

/** `/m/$market`: what this market is, its categories, goods by three questions, its newest shops. */
export function MarketHomePage() {
  const { market: slug = '' } = useParams({ strict: false })
  const t = useTexts(marketTexts)
  const shell = useTexts(shellTexts)
  const locale = useLocale()
  const call = useCall()
  const { data: market } = useSuspenseQuery(marketQuery(call, slug))
  const { data: shops } = useSuspenseQuery(listShopsQuery(call, slug, 8))
  const total = market.categories.filter((one) => one.leaf).reduce((sum, one) => sum + one.count, 0)
  return (
    <main className="wrap" id="main">
      <Intro market={market} total={total} />
      {total === 0 ? (
        <Panel>
          <Empty
            title={t('home.new')}
            actions={
              <>
                <ButtonLink to={paths.about(slug)}>{t('home.who')}</ButtonLink>
                <ButtonLink to={paths.openShop(slug)}>{shell('menu.openShop')}</ButtonLink>
              </>
            }
          >
            {t('home.newText')}
          </Empty>
        </Panel>
      ) : (
        homeShelves(locale).map((shelf, index) => (
          <Shelf key={shelf.key} market={slug} shelf={shelf} eager={index === 0} />
        ))
      )}
      {shops.items.length > 0 && (
        <section className={style.shelf}>
          <header>
            <h2>{t('home.shops')}</h2>
          </header>
          <ShopTiles market={slug} shops={shops.items} />
        </section>
      )}
    </main>
  )
}

function Intro({ market, total }: { market: Market; total: number }) {
  const t = useTexts(marketTexts)
  const locale = useLocale()
  const venue = market.venues[0]
  const promises = [
    { icon: IconBuildingBank, text: t('home.secured') },
    { icon: IconShieldCheck, text: t('home.verified') },
    { icon: IconBoxMultiple, text: t('home.mixed') },
  ]
  return (
    <section className={style.intro}>
      <div className={style.words}>
        <h1>{inLocale(market.tagline, locale) || inLocale(market.name, locale)}</h1>
        <p className={style.figures}>
          {total > 0 && (
            <span>
              <Rich>{t('home.goods', { count: count(total) })}</Rich>
            </span>
          )}
          {venue && venue.boothCount > 0 && (
            <span>
              {t('home.halls', {
                venue: inLocale(venue.name, locale),
                taken: count(venue.leasedCount),
                booths: count(venue.boothCount),
              })}
            </span>
          )}
        </p>
        <p className={style.acts}>
          <ButtonLink kind="primary" to={paths.search(market.slug)}>
            {t('home.start')}
          </ButtonLink>
          <ButtonLink to={paths.about(market.slug)}>{t('home.who')}</ButtonLink>
        </p>
        <ul className={style.promises}>
          {promises.map(({ icon: Icon, text }) => (
            <li key={text}>
              <Icon size={20} stroke={1.6} aria-hidden="true" />
              {text}
            </li>
          ))}
        </ul>
      </div>
      <CategoryTiles market={market} />
    </section>
  )
}

function Shelf({ market, shelf, eager }: { market: string; shelf: HomeShelf; eager: boolean }) {
  const t = useTexts(marketTexts)
  const { data } = useSuspenseQuery(shelfQuery(useCall(), market, shelf.asked, shelf.limit))
  if (data.items.length === 0) return null
  return (
    <section className={style.shelf}>
      <header>
        <h2>{t(`home.${shelf.key}`)}</h2>
        <small>{t('home.at', { quantity: usualQuantity })}</small>
        <Link className="link" to={paths.search(market, shelf.asked)}>
          {t('home.all')}
        </Link>
      </header>
      <ProductGrid
        market={market}
        products={data.items}
        quantity={usualQuantity}
        wide
        eagerCount={eager ? 8 : 0}
      />
    </section>
  )
}
