import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { inLocale } from '#shared/text.ts'
import { shopProductQuery, stockQuery } from '#web/src/features/catalogue/seller/queries.ts'
import { StockForm } from '#web/src/features/catalogue/seller/stock-form.tsx'
import { goodsTexts } from '#web/src/features/catalogue/seller/texts.ts'
import { usePageContext } from '#web/src/page-context.ts'
import { paths } from '#web/src/paths.ts'
import { useLocale, useTexts } from '#web/src/texts/texts.ts'
import { Link } from '#web/src/ui/link.tsx'
import { Loaded } from '#web/src/ui/loaded.tsx'
import { ConsolePage, PageHead } from '#web/src/ui/page-head.tsx'
import { useShopPlace } from '#web/src/ui/use-place.ts'

/** `/shop/$market/$shopId/products/$productId/stock`. */
export function StockPage() {
  const t = useTexts(goodsTexts)
  const locale = useLocale()
  const { productId = '' } = useParams({ strict: false })
  const place = useShopPlace()
  const { call } = usePageContext()
  const product = useQuery(shopProductQuery(call, place, productId))
  const stock = useQuery(stockQuery(call, place, productId))
  const title = product.data === undefined ? '' : inLocale(product.data.draft.title, locale)
  return (
    <ConsolePage>
      <PageHead
        title={title === '' ? t('stock.title') : t('stock.head', { name: title })}
        crumbs={
          <>
            <Link to={paths.shopProducts(place)}>{t('title')}</Link> /{' '}
            <Link to={paths.editProduct(place, productId)}>{product.data?.draft.styleNo ?? ''}</Link>
          </>
        }
      />
      <Loaded query={product}>
        {(data) => (
          <Loaded query={stock}>
            {({ items, actions }) => (
              <StockForm place={place} product={data} skus={items} mayCount={actions.includes('count')} />
            )}
          </Loaded>
        )}
      </Loaded>
    </ConsolePage>
  )
}
