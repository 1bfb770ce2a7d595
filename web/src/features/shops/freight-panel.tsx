import { useId, useState } from 'react'
import { freightFor, provinceNames } from '#shared/shops/freight.ts'
import type { ShopView } from '#shared/shops/shapes.ts'
import { inLocale } from '#shared/text.ts'
import { useLocale, useTexts } from '#web/src/texts/texts.ts'
import { Money } from '#web/src/ui/money.tsx'
import { Facts, Panel } from '#web/src/ui/panel.tsx'
import style from './freight-panel.module.css'
import { shopTexts } from './texts.ts'

type FreightProps = { shop: ShopView; leadTimeDays: number; pieces: number; weightGrams: number | null }

/** When the goods leave, and what it costs to bring the chosen quantity to a province, by the shop's own template. */
export function FreightPanel({ shop, leadTimeDays, pieces, weightGrams }: FreightProps) {
  const t = useTexts(shopTexts)
  const locale = useLocale()
  const field = useId()
  const [province, setProvince] = useState(shop.shipFrom?.divisionCode.slice(0, 2) ?? '35')
  return (
    <Panel title={t('freight.title')}>
      <Facts
        rows={[
          [
            t('freight.dispatch'),
            leadTimeDays === 0
              ? t('freight.dispatchToday')
              : t('freight.dispatchDays', { count: leadTimeDays }),
          ],
          shop.shipFrom ? [t('freight.from'), inLocale(shop.shipFrom.name, locale)] : null,
          shop.terms
            ? [
                t('freight.to'),
                <>
                  <label htmlFor={field} className="visually-hidden">
                    {t('freight.to')}
                  </label>
                  <select
                    id={field}
                    className={style.select}
                    value={province}
                    onChange={(event) => setProvince(event.target.value)}
                  >
                    {Object.entries(provinceNames).map(([code, name]) => (
                      <option key={code} value={code}>
                        {inLocale(name, locale)}
                      </option>
                    ))}
                  </select>
                </>,
              ]
            : null,
          shop.terms
            ? [
                t('freight.estimate'),
                <Estimate
                  key="estimate"
                  terms={shop.terms}
                  province={province}
                  pieces={pieces}
                  weightGrams={weightGrams}
                />,
              ]
            : null,
        ]}
      />
    </Panel>
  )
}

type EstimateProps = {
  terms: NonNullable<ShopView['terms']>
  province: string
  pieces: number
  weightGrams: number | null
}

function Estimate({ terms, province, pieces, weightGrams }: EstimateProps) {
  const t = useTexts(shopTexts)
  if (terms.freight.paidBy === 'buyer' && pieces === 0)
    return <span className={style.quiet}>{t('freight.fill')}</span>
  const freight = freightFor(
    terms.freight,
    { country: 'CN', province },
    { pieces: Math.max(1, pieces), weightGrams },
  )
  if (freight.ok && freight.paidBy === 'seller') return <b>{t('freight.seller')}</b>
  if (freight.ok)
    return (
      <b>
        <Money value={freight.amount} />
      </b>
    )
  if (freight.code === 'shops/not-shipped-there')
    return <span className={style.bad}>{t('freight.notShipped')}</span>
  return (
    <span className={style.quiet}>
      {freight.code === 'shops/weight-unknown' ? t('freight.unknown') : t('freight.explained')}
    </span>
  )
}
