import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useParams, useSearch } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { inLocale } from '#shared/text.ts'
import { Compliance } from '#web/src/features/catalogue/compliance.tsx'
import { Crumbs } from '#web/src/features/catalogue/crumbs.tsx'
import { Gallery } from '#web/src/features/catalogue/gallery.tsx'
import { MiniList } from '#web/src/features/catalogue/mini-list.tsx'
import { ProductDetails } from '#web/src/features/catalogue/product-details.tsx'
import { ProductGrid } from '#web/src/features/catalogue/product-grid.tsx'
import { productTexts } from '#web/src/features/catalogue/product-texts.ts'
import { getProductQuery } from '#web/src/features/catalogue/queries.ts'
import { SamplePanel } from '#web/src/features/catalogue/sample-panel.tsx'
import { MixedNote, ProductFacts, TierTable } from '#web/src/features/catalogue/tier-table.tsx'
import { unitAfter } from '#web/src/features/catalogue/unit-word.ts'
import { usualQuantity } from '#web/src/features/search/choice.ts'
import { shelfQuery } from '#web/src/features/search/queries.ts'
import { FreightPanel } from '#web/src/features/shops/freight-panel.tsx'
import { getShopQuery } from '#web/src/features/shops/queries.ts'
import { SecuredPanel } from '#web/src/features/shops/secured-panel.tsx'
import { ShopPanel } from '#web/src/features/shops/shop-card.tsx'
import { OrderForm } from '#web/src/features/trade/order-form/order-form.tsx'
import { useOrder } from '#web/src/features/trade/order-form/use-order.ts'
import { otherLines } from '#web/src/features/trade/other-lines.ts'
import { cartQuery, samplesLeftQuery } from '#web/src/features/trade/queries.ts'
import { usePageContext } from '#web/src/page-context.ts'
import { paths } from '#web/src/paths.ts'
import { numberOf } from '#web/src/search-params.ts'
import { productShelves } from '#web/src/shelves.ts'
import { useLocale, useTexts } from '#web/src/texts/texts.ts'
import { Link } from '#web/src/ui/link.tsx'
import { Panel } from '#web/src/ui/panel.tsx'
import { count } from '#web/src/ui/quantity.ts'
import style from './product.module.css'

/** `/m/$market/p/$productId`. Another product is another page: nothing chosen is carried over. */
export function ProductPage() {
  const { market = '', productId = '' } = useParams({ strict: false })
  return <ProductOf key={productId} market={market} productId={productId} />
}

function ProductOf({ market, productId }: { market: string; productId: string }) {
  const t = useTexts(productTexts)
  const locale = useLocale()
  const { call, session } = usePageContext()
  const { data: product } = useSuspenseQuery(getProductQuery(call, productId))
  const { data: shop } = useSuspenseQuery(getShopQuery(call, market, product.shop.id))
  const { data: cart } = useQuery({ ...cartQuery(call, market), enabled: session !== null })
  const { data: samples } = useQuery({
    ...samplesLeftQuery(call, market, product.id),
    enabled: session !== null && product.samplePrice !== null,
  })
  const others = useMemo(() => otherLines(cart, shop.id, product.id), [cart, shop.id, product.id])
  const terms = useMemo(() => ({ mixedBatch: shop.terms?.mixedBatch ?? null }), [shop.terms])
  const order = useOrder(product, terms, others)
  const [shown, setShown] = useState<string>()
  const stated = numberOf(useSearch({ strict: false }), 'quantity', 1, 999_999) ?? usualQuantity
  return (
    <main className="wrap" id="main">
      <Crumbs market={market} path={product.category.path} here={product.styleNo} />
      <div className={style.page}>
        <div className={style.left}>
          <div className={style.main}>
            <div className={style.pictures}>
              <Gallery
                media={product.media}
                title={inLocale(product.title, locale)}
                shown={shown}
                onShow={setShown}
              />
              <Compliance product={product} />
            </div>
            <div className={style.buy}>
              <h1>{inLocale(product.title, locale)}</h1>
              <ProductFacts product={product} />
              <TierTable product={product} quantity={order.line.quantity} />
              <MixedNote product={product} mixedBatch={terms.mixedBatch} />
              <OrderForm
                market={market}
                product={product}
                order={order}
                statedQuantity={stated}
                onColour={(colour) => colour.mediaId !== null && setShown(colour.mediaId)}
              />
            </div>
          </div>
          <ProductDetails product={product} market={market} />
        </div>
        <aside className={style.rail}>
          <ShopPanel market={market} shop={shop} />
          <FreightPanel
            shop={shop}
            leadTimeDays={product.leadTimeDays}
            pieces={order.line.quantity}
            weightGrams={order.weightGrams}
          />
          <SamplePanel product={product} left={samples?.left} />
          <SecuredPanel shop={shop} />
          <Mixable market={market} productId={product.id} quantity={stated} />
        </aside>
      </div>
      <Similar
        market={market}
        productId={product.id}
        quantity={order.line.quantity || stated}
        note={t('similar.note', {
          quantity: count(order.line.quantity || stated),
          unit: unitAfter(product.unit, locale),
        })}
      />
    </main>
  )
}

/** Other goods of the shop that count towards the same mixed batch. */
function Mixable({ market, productId, quantity }: { market: string; productId: string; quantity: number }) {
  const t = useTexts(productTexts)
  const { call, locale } = usePageContext()
  const { data: product } = useSuspenseQuery(getProductQuery(call, productId))
  const { asked, limit } = productShelves(product, locale).mixable
  const { data } = useSuspenseQuery(shelfQuery(call, market, asked, limit))
  const others = data.items.filter((one) => one.id !== productId).slice(0, 4)
  if (others.length === 0) return null
  return (
    <Panel
      title={t('mixable.title')}
      aside={
        <Link className="link" to={paths.shop(market, product.shop.id, { mixedBatch: true })}>
          {t('mixable.all')}
        </Link>
      }
    >
      <MiniList market={market} products={others} quantity={quantity} />
    </Panel>
  )
}

/** Goods of the same category, priced at the quantity being bought here. */
function Similar({
  market,
  productId,
  quantity,
  note,
}: {
  market: string
  productId: string
  quantity: number
  note: string
}) {
  const t = useTexts(productTexts)
  const { call, locale } = usePageContext()
  const { data: product } = useSuspenseQuery(getProductQuery(call, productId))
  const { asked, limit } = productShelves(product, locale).similar
  const { data } = useSuspenseQuery(shelfQuery(call, market, asked, limit))
  const others = data.items.filter((one) => one.id !== productId).slice(0, limit - 1)
  if (others.length === 0) return null
  return (
    <section className={style.similar}>
      <header>
        <h2>{t('similar.title')}</h2>
        <small>{note}</small>
        <Link className="link" to={paths.category(market, product.category.id, { quantity })}>
          {t('similar.all')}
        </Link>
      </header>
      <ProductGrid market={market} products={others} quantity={quantity} wide />
    </section>
  )
}
