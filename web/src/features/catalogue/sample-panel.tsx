import type { ProductDocument } from '#shared/catalogue/views.ts'
import { money } from '#shared/money.ts'
import { useLocale, useTexts } from '#web/src/texts/texts.ts'
import { moneyText } from '#web/src/ui/money.tsx'
import { Facts, Panel } from '#web/src/ui/panel.tsx'
import { productTexts } from './product-texts.ts'
import { unitAfter } from './unit-word.ts'

/** What a sample costs, how many may be had, and how many of them are left; nothing where the shop sells none. */
export function SamplePanel({
  product,
  left,
}: {
  product: ProductDocument
  /** How many my company may still order, where it is known who I am. */
  left: number | undefined
}) {
  const t = useTexts(productTexts)
  const unit = unitAfter(product.unit, useLocale())
  if (product.samplePrice === null) return null
  return (
    <Panel title={t('sample')}>
      <Facts
        rows={[
          [
            t('sample.price'),
            <>
              {t('sample.value', {
                price: moneyText(money(product.samplePrice, product.currency)),
                unit,
                limit: product.sampleLimit,
              })}
              {left !== undefined && left < product.sampleLimit && (
                <small>{left === 0 ? t('sample.none') : t('sample.left', { count: left, unit })}</small>
              )}
              <small>{t('sample.note')}</small>
            </>,
          ],
        ]}
      />
    </Panel>
  )
}
