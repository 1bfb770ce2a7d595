import { useQuery } from '@tanstack/react-query'
import { useParams, useSearch } from '@tanstack/react-router'
import type { SellerProduct } from '#shared/catalogue/views.ts'
import { inLocale } from '#shared/text.ts'
import { copyOf, emptyDraft } from '#web/src/features/catalogue/editor/editor-draft.ts'
import { ProductEditor } from '#web/src/features/catalogue/editor/product-editor.tsx'
import { editorTexts } from '#web/src/features/catalogue/editor/texts.ts'
import { shopProductQuery } from '#web/src/features/catalogue/seller/queries.ts'
import { marketQuery } from '#web/src/features/markets/queries.ts'
import { getShopQuery } from '#web/src/features/shops/queries.ts'
import { usePageContext } from '#web/src/page-context.ts'
import { textOf } from '#web/src/search-params.ts'
import { useLocale, useTexts } from '#web/src/texts/texts.ts'
import { Loaded, Rows } from '#web/src/ui/loaded.tsx'
import { ConsolePage } from '#web/src/ui/page-head.tsx'
import { useShopPlace } from '#web/src/ui/use-place.ts'

/** `/shop/$market/$shopId/products/new`, with `?copy=` after the pattern of another product. */
export function NewProductPage() {
  const t = useTexts(editorTexts)
  const copy = textOf(useSearch({ strict: false }), 'copy')
  const place = useShopPlace()
  const { call } = usePageContext()
  const pattern = useQuery({ ...shopProductQuery(call, place, copy ?? ''), enabled: copy !== undefined })
  if (copy === undefined) return <Editor product={null} pattern={null} title={t('title.new')} />
  return (
    <Waiting query={pattern}>
      {(data) => <Editor product={null} pattern={data} title={t('title.copy')} />}
    </Waiting>
  )
}

/** `/shop/$market/$shopId/products/$productId`. */
export function EditProductPage() {
  const locale = useLocale()
  const { productId = '' } = useParams({ strict: false })
  const place = useShopPlace()
  const { call } = usePageContext()
  const product = useQuery(shopProductQuery(call, place, productId))
  return (
    <Waiting query={product}>
      {(data) => (
        <Editor
          key={`${data.id} ${data.version}`}
          product={data}
          pattern={null}
          title={inLocale(data.draft.title, locale)}
        />
      )}
    </Waiting>
  )
}

function Waiting({
  query,
  children,
}: {
  query: Parameters<typeof Loaded<SellerProduct>>[0]['query']
  children: (data: SellerProduct) => React.ReactNode
}) {
  if (query.data !== undefined) return children(query.data)
  return (
    <ConsolePage>
      <Loaded query={query} waiting={<Rows count={10} height={28} />}>
        {children}
      </Loaded>
    </ConsolePage>
  )
}

function Editor({
  product,
  pattern,
  title,
}: {
  product: SellerProduct | null
  pattern: SellerProduct | null
  title: string
}) {
  const place = useShopPlace()
  const { call } = usePageContext()
  const { data: market } = useQuery(marketQuery(call, place.market))
  const { data: shop } = useQuery(getShopQuery(call, place.market, place.shopId))
  const initial = product !== null ? product.draft : pattern !== null ? copyOf(pattern) : emptyDraft('')
  return (
    <ProductEditor
      place={place}
      product={product}
      initial={initial}
      title={title}
      currency={market?.currency ?? 'CNY'}
      categoryIds={market?.categoryIds ?? []}
      hasMixedBatch={shop?.terms?.mixedBatch != null}
    />
  )
}
