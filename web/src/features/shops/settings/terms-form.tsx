import { useState } from 'react'
import { type Currency, currencyDigits } from '#shared/money.ts'
import type { ShopView, TermsInput } from '#shared/shops/shapes.ts'
import type { ShopPlace } from '#web/src/paths.ts'
import { useTexts } from '#web/src/texts/texts.ts'
import { Button } from '#web/src/ui/button.tsx'
import field from '#web/src/ui/field.module.css'
import { CheckField, Field, RadioCards, TextArea } from '#web/src/ui/field.tsx'
import { Note } from '#web/src/ui/note.tsx'
import { NumberBox } from '#web/src/ui/number-box.tsx'
import { Panel } from '#web/src/ui/panel.tsx'
import style from './settings.module.css'
import { settingsTexts } from './texts.ts'
import { useTerms } from './use-terms.ts'

const invoices = ['vat_special', 'vat_ordinary', 'commercial'] as const

/** Mixed batch, returns, dispatch and invoices. */
export function TermsForm({
  place,
  shop,
  currency,
}: {
  place: ShopPlace
  shop: ShopView
  currency: Currency
}) {
  const t = useTexts(settingsTexts)
  const { terms, change, save, busy, failure, locked } = useTerms(place, shop, currency)
  const [mixed, setMixed] = useState(terms.mixedBatch !== null)
  const batch = terms.mixedBatch ?? { minQuantity: null, minAmount: null }
  const missing = mixed && batch.minQuantity === null && batch.minAmount === null
  const { returns } = terms
  const next: TermsInput = { ...terms, mixedBatch: mixed ? batch : null }
  return (
    <fieldset disabled={locked} className={style.stack}>
      {shop.terms === null && <Note tone="gold">{t('terms.none')}</Note>}
      <Panel title={t('mixed.title')} note={t('terms.text')}>
        <CheckField label={t('mixed.on')} checked={mixed} onChange={setMixed} />
        <p className={style.quiet}>{t('mixed.text')}</p>
        {mixed && (
          <div className={style.grid}>
            <Field label={t('mixed.quantity')} error={missing ? t('mixed.missing') : undefined}>
              {(linked) => (
                <NumberBox
                  {...linked}
                  className={field.control}
                  value={batch.minQuantity}
                  onChange={(minQuantity) =>
                    change({ mixedBatch: { ...batch, minQuantity: minQuantity === 0 ? null : minQuantity } })
                  }
                />
              )}
            </Field>
            <Field label={t('mixed.amount')}>
              {(linked) => (
                <NumberBox
                  {...linked}
                  className={field.control}
                  digits={currencyDigits[currency]}
                  value={batch.minAmount}
                  onChange={(minAmount) =>
                    change({ mixedBatch: { ...batch, minAmount: minAmount === 0 ? null : minAmount } })
                  }
                />
              )}
            </Field>
          </div>
        )}
      </Panel>
      <Panel title={t('dispatch.title')}>
        <div className={style.grid}>
          <Field label={t('dispatch.days')}>
            {(linked) => (
              <NumberBox
                {...linked}
                className={field.control}
                value={terms.dispatchDays}
                onChange={(days) => change({ dispatchDays: Math.min(30, Math.max(1, days ?? 1)) })}
              />
            )}
          </Field>
          <fieldset>
            <legend className={style.legend}>{t('invoices')}</legend>
            {invoices.map((kind) => (
              <div key={kind}>
                <CheckField
                  label={t(`invoice.${kind}`)}
                  checked={terms.invoices.includes(kind)}
                  onChange={(on) =>
                    change({
                      invoices: on ? [...terms.invoices, kind] : terms.invoices.filter((one) => one !== kind),
                    })
                  }
                />
              </div>
            ))}
          </fieldset>
        </div>
      </Panel>
      <Panel title={t('returns.title')}>
        <div className={style.grid}>
          <Field label={t('returns.days')} hint={t('returns.days.hint')}>
            {(linked) => (
              <NumberBox
                {...linked}
                className={field.control}
                value={returns.days}
                onChange={(days) => change({ returns: { ...returns, days: Math.min(90, days ?? 0) } })}
              />
            )}
          </Field>
          <div>
            <p className={style.legend}>{t('returns.paidBy')}</p>
            <RadioCards
              legend={t('returns.paidBy')}
              columns={2}
              value={returns.freightPaidBy}
              onChange={(freightPaidBy) => change({ returns: { ...returns, freightPaidBy } })}
              options={[
                { value: 'buyer', title: t('returns.buyer') },
                { value: 'seller', title: t('returns.seller') },
              ]}
            />
          </div>
          <TextArea
            label={t('returns.conditions')}
            maxLength={1000}
            value={returns.conditions.zh}
            onChange={(zh) => change({ returns: { ...returns, conditions: { ...returns.conditions, zh } } })}
          />
          <TextArea
            label={t('returns.conditionsEn')}
            maxLength={1000}
            value={returns.conditions.en}
            onChange={(en) => change({ returns: { ...returns, conditions: { ...returns.conditions, en } } })}
          />
        </div>
      </Panel>
      {failure !== '' && (
        <Note tone="rust" live>
          {failure}
        </Note>
      )}
      {!locked && (
        <div>
          <Button kind="primary" busy={busy} disabled={missing} onClick={() => void save(next)}>
            {t('save')}
          </Button>
        </div>
      )}
    </fieldset>
  )
}
