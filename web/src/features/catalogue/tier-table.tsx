import { tierFor } from '#shared/catalogue/pricing.ts'
import type { ProductDocument } from '#shared/catalogue/views.ts'
import { money } from '#shared/money.ts'
import { inLocale } from '#shared/text.ts'
import { Rich } from '#web/src/texts/rich.tsx'
import { useLocale, useTexts } from '#web/src/texts/texts.ts'
import { Tag } from '#web/src/ui/chip.tsx'
import { BigMoney, moneyText } from '#web/src/ui/money.tsx'
import { count, percent } from '#web/src/ui/quantity.ts'
import { productTexts } from './product-texts.ts'
import { goodsTexts } from './texts.ts'
import style from './tier-table.module.css'
import { unitAfter } from './unit-word.ts'

/** What one piece costs from which quantity on, with the tier that the chosen quantity has reached. */
export function TierTable({ product, quantity }: { product: ProductDocument; quantity: number }) {
  const t = useTexts(productTexts)
  const locale = useLocale()
  const unit = unitAfter(product.unit, locale)
  if (product.quoteMode === 'by-sku') return <SkuPrices product={product} />
  const first = product.tiers[0]
  const active = quantity > 0 ? tierFor(product.tiers, quantity) : null
  return (
    <ol className={style.tiers} aria-label={t('tier.label')}>
      {product.tiers.map((tier, index) => {
        const next = product.tiers[index + 1]
        const from = count(index === 0 ? Math.min(tier.minQuantity, product.moq) : tier.minQuantity)
        const saved = first ? Math.round(((first.unitPrice - tier.unitPrice) * 10_000) / first.unitPrice) : 0
        return (
          <li
            key={tier.minQuantity}
            data-on={tier === active || undefined}
            aria-current={tier === active || undefined}
          >
            <small className="num">
              {next
                ? t('tier.range', { from, to: count(next.minQuantity - 1), unit })
                : t('tier.last', { from, unit })}
            </small>
            <BigMoney value={money(tier.unitPrice, product.currency)} size="l" />
            <em>{saved > 0 ? t('tier.saves', { percent: percent(saved, 1) }) : t('tier.first')}</em>
            {tier === active && <span className={style.current}>{t('tier.current')}</span>}
          </li>
        )
      })}
    </ol>
  )
}

function SkuPrices({ product }: { product: ProductDocument }) {
  const t = useTexts(productTexts)
  const prices = product.skus.flatMap((sku) => sku.unitPrice ?? [])
  const [low, high] = [Math.min(...prices), Math.max(...prices)]
  if (prices.length === 0) return null
  return (
    <ol className={style.tiers} aria-label={t('tier.label')}>
      <li>
        <small>{t('tier.bySku')}</small>
        <BigMoney value={money(low, product.currency)} size="l" />
        {high > low && <b> – {moneyText(money(high, product.currency))}</b>}
      </li>
    </ol>
  )
}

type MixedProps = {
  product: ProductDocument
  mixedBatch: { minQuantity: number | null; minAmount: number | null } | null
}

/** Whether this product may be bought below its minimum together with others of the shop. */
export function MixedNote({ product, mixedBatch }: MixedProps) {
  const t = useTexts(productTexts)
  const goods = useTexts(goodsTexts)
  const locale = useLocale()
  const unit = unitAfter(product.unit, locale)
  const moq = count(product.moq)
  if (mixedBatch === null || !product.mixedBatch)
    return (
      <p className={style.note}>
        {mixedBatch === null ? t('mixed.none', { moq, unit }) : t('mixed.own', { moq, unit })}
      </p>
    )
  const least = [
    mixedBatch.minQuantity !== null && t('mixed.quantity', { quantity: count(mixedBatch.minQuantity), unit }),
    mixedBatch.minAmount !== null &&
      t('mixed.amount', {
        amount: moneyText(money(mixedBatch.minAmount, product.currency)).replace(/\.00$/, ''),
      }),
  ]
    .filter((one) => one !== false)
    .join(locale === 'zh' ? ` ${t('mixed.or')}` : t('mixed.or'))
  return (
    <p className={style.note}>
      <Tag>{goods('mixed')}</Tag>
      <span>
        <Rich>{t('mixed.text', { least, moq, unit })}</Rich>
      </span>
    </p>
  )
}

/** The few figures a buyer looks for first. */
export function ProductFacts({ product }: { product: ProductDocument }) {
  const t = useTexts(productTexts)
  const locale = useLocale()
  const unit = unitAfter(product.unit, locale)
  return (
    <p className={style.facts}>
      <span>
        <Rich>{t('fact.moq', { count: count(product.moq), unit })}</Rich>
      </span>
      {product.packSize > 1 && (
        <span>
          <Rich>{t('fact.pack', { count: count(product.packSize), unit })}</Rich>{' '}
          {inLocale(product.packNote, locale)}
        </span>
      )}
      {product.sold30d > 0 && (
        <span>
          <Rich>{t('fact.sold', { count: count(product.sold30d), unit })}</Rich>
        </span>
      )}
    </p>
  )
}
