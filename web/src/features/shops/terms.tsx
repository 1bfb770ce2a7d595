import { money } from '#shared/money.ts'
import { type FreightRate, type FreightTemplate, provinceNames } from '#shared/shops/freight.ts'
import type { ShopView } from '#shared/shops/shapes.ts'
import { inLocale, type Locale } from '#shared/text.ts'
import { type Say, useLocale, useTexts } from '#web/src/texts/texts.ts'
import { moneyText } from '#web/src/ui/money.tsx'
import { Facts, Panel } from '#web/src/ui/panel.tsx'
import { count } from '#web/src/ui/quantity.ts'
import { TermsFacts } from './secured-panel.tsx'
import style from './terms.module.css'
import { shopTexts } from './texts.ts'

type Words = Say<keyof typeof shopTexts.zh>

/** A shop's terms in full: mixed batch, dispatch, return, invoice, and freight for every zone. */
export function ShopTerms({ terms }: { terms: NonNullable<ShopView['terms']> }) {
  const t = useTexts(shopTexts)
  const { mixedBatch, freight } = terms
  const least = [
    mixedBatch?.minQuantity != null && t('terms.pieces', { count: count(mixedBatch.minQuantity) }),
    mixedBatch?.minAmount != null && moneyText(money(mixedBatch.minAmount, freight.currency)),
  ]
    .filter((one) => one !== false)
    .join(` ${t('terms.or')} `)
  return (
    <div className={style.terms}>
      <Panel title={t('tab.terms')}>
        <Facts
          rows={[
            [t('terms.mixed'), mixedBatch ? t('terms.mixedValue', { least }) : t('terms.mixedNone')],
            [t('freight.dispatch'), t('freight.dispatchDays', { count: terms.dispatchDays })],
          ]}
        />
        <TermsFacts terms={terms} />
      </Panel>
      <Panel title={t('terms.freight')}>
        <FreightZones template={freight} />
      </Panel>
    </div>
  )
}

function FreightZones({ template }: { template: FreightTemplate }) {
  const t = useTexts(shopTexts)
  const locale = useLocale()
  const country = new Intl.DisplayNames(locale === 'zh' ? 'zh-CN' : 'en', { type: 'region' })
  return (
    <table className={style.zones}>
      <tbody>
        {template.zones.map((zone) => (
          <tr key={zone.name.zh + zone.name.en}>
            <th scope="row">
              {inLocale(zone.name, locale)}
              <small>
                {[
                  ...zone.provinces.map((code) =>
                    inLocale(provinceNames[code] ?? { zh: code, en: code }, locale),
                  ),
                  ...zone.countries.map((code) => country.of(code) ?? code),
                ].join(locale === 'zh' ? '、' : ', ')}
              </small>
            </th>
            <td>{rateText(zone.rate, template, t, locale)}</td>
          </tr>
        ))}
        <tr>
          <th scope="row">{template.zones.length === 0 ? t('freight.all') : t('freight.rest')}</th>
          <td>{rateText(template.rest, template, t, locale)}</td>
        </tr>
      </tbody>
    </table>
  )
}

function rateText(rate: FreightRate, template: FreightTemplate, t: Words, locale: Locale): string {
  if (rate.kind === 'not-shipped') return t('freight.notShipped')
  if (template.paidBy === 'seller') return t('freight.seller')
  if (rate.kind === 'to-be-explained') return t('freight.explained')
  const fee = (amount: number) => moneyText(money(amount, template.currency))
  const kilograms = (grams: number) => `${grams / 1000} kg`
  const parts =
    template.chargeBy === 'weight'
      ? [
          `${t('freight.first', { unit: kilograms(rate.firstUnit) })} ${fee(rate.firstFee)}`,
          t('freight.more', { unit: kilograms(rate.nextUnit), fee: fee(rate.nextFee) }),
        ]
      : [
          `${t('freight.firstPieces', { count: rate.firstUnit })} ${fee(rate.firstFee)}`,
          t('freight.morePieces', { count: rate.nextUnit, fee: fee(rate.nextFee) }),
        ]
  return parts.join(locale === 'zh' ? '，' : ', ')
}
