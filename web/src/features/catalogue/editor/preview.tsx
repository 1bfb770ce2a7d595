import { unitNames } from '#shared/catalogue/units.ts'
import { money } from '#shared/money.ts'
import { inLocale } from '#shared/text.ts'
import { useLocale, useTexts } from '#web/src/texts/texts.ts'
import { BigMoney, Money } from '#web/src/ui/money.tsx'
import { Picture } from '#web/src/ui/picture.tsx'
import { count } from '#web/src/ui/quantity.ts'
import { useEditor } from './editor-context.ts'
import { coloursOf, sizesOf } from './editor-draft.ts'
import style from './preview.module.css'
import { editorTexts } from './texts.ts'

/** The product as it will stand among others: picture, title, price with its condition, tiers, colours and sizes. Follows each keystroke. */
export function Preview() {
  const t = useTexts(editorTexts)
  const locale = useLocale()
  const { draft, currency } = useEditor()
  const title = inLocale(draft.title, locale)
  const colours = coloursOf(draft.skus).filter((one) => one.zh !== '' || one.en !== '')
  const sizes = sizesOf(draft.skus).filter((size) => size !== '')
  const unit = inLocale(unitNames[draft.unit], locale)
  const skuPrices = draft.skus.flatMap((sku) => sku.unitPrice ?? [])
  const first =
    draft.quoteMode === 'by-sku'
      ? skuPrices.length > 0
        ? Math.min(...skuPrices)
        : null
      : (draft.tiers[0]?.unitPrice ?? null)
  const tiers =
    draft.quoteMode === 'by-sku'
      ? []
      : draft.tiers.filter((tier) => tier.minQuantity !== null && tier.unitPrice !== null)
  return (
    <section className={style.preview} aria-label={t('preview.title')}>
      <Picture
        mediaId={draft.mediaIds[0] ?? null}
        alt={title}
        sizes="120px"
        width={320}
        height={400}
        className={style.picture ?? ''}
      />
      <div>
        <h3 data-empty={title === '' || undefined}>{title === '' ? t('preview.noTitle') : title}</h3>
        {first === null || first === 0 ? (
          <p className={style.quiet}>{t('preview.noPrice')}</p>
        ) : (
          <p className={style.price}>
            <BigMoney value={money(first, currency)} />
            {draft.moq !== null && draft.moq > 0 && (
              <span>{t('preview.moq', { count: count(draft.moq), unit })}</span>
            )}
          </p>
        )}
        {tiers.length > 1 && (
          <ul className={style.tiers}>
            {tiers.slice(0, 4).map((tier) => (
              <li key={tier.minQuantity}>
                {t('preview.from', { count: count(tier.minQuantity ?? 0) })}{' '}
                <Money value={money(tier.unitPrice ?? 0, currency)} />
              </li>
            ))}
          </ul>
        )}
        <p className={style.quiet}>
          {[
            colours.length > 0 &&
              t('preview.colours', { colours: colours.length, sizes: Math.max(1, sizes.length) }),
            draft.leadTimeDays !== null &&
              (draft.leadTimeDays === 0
                ? t('preview.today')
                : t('preview.days', { count: draft.leadTimeDays })),
          ]
            .filter((one) => typeof one === 'string')
            .join(' · ')}
        </p>
        <p className={style.swatches}>
          {colours.slice(0, 12).map((colour) => (
            <i
              key={colour.zh + colour.en}
              style={{ background: colour.hex ?? 'var(--sand)' }}
              title={inLocale(colour, locale)}
            />
          ))}
        </p>
      </div>
    </section>
  )
}
