import type { AttributeView, ProductDocument } from '#shared/catalogue/views.ts'
import { inLocale, type Locale } from '#shared/text.ts'
import { paths } from '#web/src/paths.ts'
import { type Say, useLocale, useTexts } from '#web/src/texts/texts.ts'
import { Link } from '#web/src/ui/link.tsx'
import { Scroller } from '#web/src/ui/scroller.tsx'
import { complianceKeys } from './compliance.tsx'
import style from './product-details.module.css'
import { productTexts } from './product-texts.ts'
import { unitAfter } from './unit-word.ts'

type DetailsProps = { product: ProductDocument; market: string }

/** Attributes, what the sizes mean, and the seller's own words; plain sections that a jump list names. */
export function ProductDetails({ product, market }: DetailsProps) {
  const t = useTexts(productTexts)
  const locale = useLocale()
  const description = inLocale(product.description, locale).trim()
  const sized = product.category.sizes.some((size) => product.skus.some((sku) => sku.size === size.code))
  return (
    <section className={style.details}>
      <nav className={style.jumps}>
        <a href="#attributes" data-on>
          {t('tab.attributes')}
        </a>
        {sized && <a href="#sizes">{t('tab.sizes')}</a>}
        {description !== '' && <a href="#description">{t('tab.description')}</a>}
      </nav>
      <div className={style.section} id="attributes">
        <h2>{t('tab.attributes')}</h2>
        <dl className={style.attributes}>
          {rowsOf(product, market, t, locale).map(([term, value]) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </div>
      {sized && <SizeTable product={product} />}
      {description !== '' && (
        <div className={style.section} id="description">
          <h2>{t('tab.description')}</h2>
          <p className={style.words}>{description}</p>
        </div>
      )}
    </section>
  )
}

function rowsOf(
  product: ProductDocument,
  market: string,
  t: Say<keyof typeof productTexts.zh>,
  locale: Locale,
) {
  const unit = unitAfter(product.unit, locale)
  const own = product.attributes.filter((one) => !complianceKeys.has(one.key))
  return [
    [
      t('attr.style'),
      <span key="style" className="num">
        {product.styleNo}
      </span>,
    ] as const,
    [
      t('attr.category'),
      <Link key="category" className="link" to={paths.category(market, product.category.id)}>
        {inLocale(product.category.name, locale)}
      </Link>,
    ] as const,
    ...own.map((one) => [inLocale(one.name, locale), attributeText(one, t, locale)] as const),
    ...(product.packSize > 1 || inLocale(product.packNote, locale) !== ''
      ? [
          [
            t('attr.pack'),
            [
              product.packSize > 1 ? t('attr.packValue', { count: product.packSize, unit }) : '',
              inLocale(product.packNote, locale),
            ]
              .filter(Boolean)
              .join(' · '),
          ] as const,
        ]
      : []),
    ...(inLocale(product.origin.place, locale) === ''
      ? []
      : [[t('attr.origin'), inLocale(product.origin.place, locale)] as const]),
    ...(product.customisable ? [[t('attr.custom'), t('attr.customYes')] as const] : []),
    ...(product.hsCode === null
      ? []
      : [
          [
            t('attr.hs'),
            <span key="hs" className="num">
              {product.hsCode}
            </span>,
          ] as const,
        ]),
  ]
}

function attributeText(
  attribute: AttributeView,
  t: Say<keyof typeof productTexts.zh>,
  locale: Locale,
): string {
  if (typeof attribute.value === 'boolean') return attribute.value ? t('yes') : t('no')
  const words = attribute.display.map((one) => inLocale(one, locale)).join(locale === 'zh' ? '、' : ', ')
  return attribute.unit === null || words.endsWith(attribute.unit) ? words : `${words} ${attribute.unit}`
}

/** What the sizes on offer mean, as the category's size system says. */
function SizeTable({ product }: { product: ProductDocument }) {
  const t = useTexts(productTexts)
  const locale = useLocale()
  const sizes = product.category.sizes.filter((size) => product.skus.some((sku) => sku.size === size.code))
  const weightOf = (code: string) =>
    product.skus.find((sku) => sku.size === code && sku.weightGrams !== null)?.weightGrams
  const columns = [
    {
      head: t('sizes.age'),
      cell: (size: (typeof sizes)[number]) => (size.age ? inLocale(size.age, locale) : undefined),
    },
    { head: t('sizes.height'), cell: (size: (typeof sizes)[number]) => size.heightCm?.toString() },
    { head: t('sizes.foot'), cell: (size: (typeof sizes)[number]) => size.footMm?.toString() },
    {
      head: t('sizes.weight'),
      cell: (size: (typeof sizes)[number]) =>
        weightOf(size.code) === undefined ? undefined : `${weightOf(size.code)} g`,
    },
  ].filter((column) => sizes.some((size) => column.cell(size) !== undefined))
  if (columns.length === 0) return null
  return (
    <div className={style.section} id="sizes">
      <h2>{t('tab.sizes')}</h2>
      <Scroller label={t('tab.sizes')} className={style.scroll}>
        <table className={style.sizes}>
          <thead>
            <tr>
              <th scope="col">{t('sizes.code')}</th>
              {columns.map((column) => (
                <th scope="col" key={column.head}>
                  {column.head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sizes.map((size) => (
              <tr key={size.code}>
                <th scope="row">{size.code}</th>
                {columns.map((column) => (
                  <td key={column.head}>{column.cell(size) ?? '–'}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroller>
    </div>
  )
}
