import { IconTag, IconUpload } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { productStatuses } from '#shared/catalogue/product.ts'
import { ProductsPanel } from '#web/src/features/catalogue/seller/products-panel.tsx'
import { shopProductsQuery } from '#web/src/features/catalogue/seller/queries.ts'
import { goodsTexts } from '#web/src/features/catalogue/seller/texts.ts'
import { usePageContext } from '#web/src/page-context.ts'
import { paths } from '#web/src/paths.ts'
import { choiceOf, textOf } from '#web/src/search-params.ts'
import { useTexts } from '#web/src/texts/texts.ts'
import { ButtonLink } from '#web/src/ui/button.tsx'
import { ConsolePage, PageHead } from '#web/src/ui/page-head.tsx'
import { useShopPlace } from '#web/src/ui/use-place.ts'

/** `/shop/$market/$shopId/products`. */
export function ShopProductsPage() {
  const t = useTexts(goodsTexts)
  const place = useShopPlace()
  const { call } = usePageContext()
  const search = useSearch({ strict: false })
  const status = choiceOf(search, 'status', productStatuses)
  const q = textOf(search, 'q')
  const counts = useInfiniteQuery(shopProductsQuery(call, place, status, q)).data?.pages[0]?.counts
  return (
    <ConsolePage>
      <PageHead
        title={q === undefined ? t('title') : `${t('title')}：${q}`}
        actions={
          <>
            {q !== undefined && (
              <ButtonLink size="s" kind="quiet" to={paths.shopProducts(place)}>
                {t('search.clear')}
              </ButtonLink>
            )}
            <ButtonLink size="s" to={paths.imports(place)}>
              <IconUpload size={16} stroke={1.7} aria-hidden="true" />
              {t('import')}
            </ButtonLink>
            <ButtonLink size="s" kind="primary" to={paths.newProduct(place)}>
              <IconTag size={16} stroke={1.7} aria-hidden="true" />
              {t('new')}
            </ButtonLink>
          </>
        }
      >
        {counts !== undefined &&
          [
            t('head.listed', { count: counts.listed ?? 0 }),
            (counts.sent_back ?? 0) > 0 && t('head.sentBack', { count: counts.sent_back ?? 0 }),
          ]
            .filter(Boolean)
            .join(' · ')}
      </PageHead>
      <ProductsPanel key={`${status ?? ''} ${q ?? ''}`} place={place} status={status} q={q} />
    </ConsolePage>
  )
}
