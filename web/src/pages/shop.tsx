import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams, useSearch } from '@tanstack/react-router'
import { inLocale } from '#shared/text.ts'
import { marketQuery } from '#web/src/features/markets/queries.ts'
import { type Choice, readChoice } from '#web/src/features/search/choice.ts'
import { Results } from '#web/src/features/search/results.tsx'
import { Licence } from '#web/src/features/shops/licence.tsx'
import { getShopQuery } from '#web/src/features/shops/queries.ts'
import { ShopFacts, ShopHead } from '#web/src/features/shops/shop-card.tsx'
import { ShopTerms } from '#web/src/features/shops/terms.tsx'
import { shopTexts } from '#web/src/features/shops/texts.ts'
import { useCall } from '#web/src/page-context.ts'
import { paths } from '#web/src/paths.ts'
import { textOf } from '#web/src/search-params.ts'
import { useLocale, useTexts } from '#web/src/texts/texts.ts'
import { useGo } from '#web/src/ui/link.tsx'
import { TabLinks } from '#web/src/ui/tab-links.tsx'
import style from './shop.module.css'

/** `/m/$market/s/$shopId`: who the shop is, its goods, its licence, its terms. */
export function ShopPage() {
  const { market: slug = '', shopId = '' } = useParams({ strict: false })
  const t = useTexts(shopTexts)
  const locale = useLocale()
  const call = useCall()
  const go = useGo()
  const search = useSearch({ strict: false })
  const tab = textOf(search, 'tab') ?? 'goods'
  const choice = { ...readChoice(search), shop: shopId }
  const { data: market } = useSuspenseQuery(marketQuery(call, slug))
  const { data: shop } = useSuspenseQuery(getShopQuery(call, slug, shopId))
  const change = ({ shop: _, ...next }: Choice) =>
    void go(paths.shop(slug, shopId, next), { replace: true, keepScroll: true })
  const introduction = inLocale(shop.introduction, locale)
  return (
    <main className="wrap" id="main">
      <section className={style.head}>
        <div className={style.who}>
          <ShopHead shop={shop} level={1} />
          {introduction !== '' && <p>{introduction}</p>}
          {shop.status !== 'open' && (
            <p className={style.paused} role="status">
              {t(shop.status === 'suspended' ? 'paused' : 'closed')}
            </p>
          )}
        </div>
        <div className={style.facts}>
          <ShopFacts market={slug} shop={shop} />
        </div>
        <TabLinks
          current={tab}
          tabs={[
            { key: 'goods', name: t('tab.goods'), to: paths.shop(slug, shopId) },
            { key: 'licence', name: t('tab.licence'), to: paths.shop(slug, shopId, { tab: 'licence' }) },
            ...(shop.terms
              ? [{ key: 'terms', name: t('tab.terms'), to: paths.shop(slug, shopId, { tab: 'terms' }) }]
              : []),
          ]}
        />
      </section>
      {tab === 'licence' ? (
        <Licence shop={shop} />
      ) : tab === 'terms' && shop.terms ? (
        <ShopTerms terms={shop.terms} />
      ) : (
        <Results market={market} choice={choice} change={change} hideShop />
      )}
    </main>
  )
}
