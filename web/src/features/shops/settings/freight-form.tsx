import { IconPlus, IconTrash } from '@tabler/icons-react'
import { type Currency, currencyDigits, money } from '#shared/money.ts'
import {
  type FreightRate,
  FreightTemplate,
  type FreightZone,
  freightFor,
  provinceNames,
} from '#shared/shops/freight.ts'
import type { ShopView } from '#shared/shops/shapes.ts'
import { inLocale } from '#shared/text.ts'
import type { ShopPlace } from '#web/src/paths.ts'
import { useLocale, useTexts } from '#web/src/texts/texts.ts'
import { Button } from '#web/src/ui/button.tsx'
import field from '#web/src/ui/field.module.css'
import { Field, SelectField, TextField } from '#web/src/ui/field.tsx'
import { moneyText } from '#web/src/ui/money.tsx'
import { Note } from '#web/src/ui/note.tsx'
import { NumberBox } from '#web/src/ui/number-box.tsx'
import { Panel } from '#web/src/ui/panel.tsx'
import style from './settings.module.css'
import { settingsTexts } from './texts.ts'
import { useTerms } from './use-terms.ts'

const newTariff = (): FreightRate => ({
  kind: 'tariff',
  firstUnit: 1000,
  firstFee: 0,
  nextUnit: 1000,
  nextFee: 0,
  minimumFee: 0,
})

/** What is wrong with a template, as the first sentence to say; empty when the contract takes it. */
export function templateProblem(
  template: FreightTemplate,
  t: (
    key: 'freight.noName' | 'freight.empty' | 'freight.twice' | 'freight.badCountry' | 'freight.badNumber',
    facts?: { name: string },
  ) => string,
): string {
  for (const zone of template.zones) {
    if (zone.name.zh.trim() + zone.name.en.trim() === '') return t('freight.noName')
    if (zone.provinces.length + zone.countries.length === 0) return t('freight.empty')
    if (zone.countries.some((code) => !/^[A-Z]{2}$/.test(code))) return t('freight.badCountry')
  }
  const all = template.zones.flatMap((zone) => [...zone.provinces, ...zone.countries])
  const twice = all.find((code, index) => all.indexOf(code) !== index)
  if (twice !== undefined) return t('freight.twice', { name: provinceNames[twice]?.zh ?? twice })
  return FreightTemplate.safeParse(template).success ? '' : t('freight.badNumber')
}

/** The shop's freight template: how it charges, its zones, and what holds for everywhere else. */
export function FreightForm({
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
  const template = terms.freight
  const put = (values: Partial<FreightTemplate>) => change({ freight: { ...template, ...values } })
  const putZone = (at: number, zone: FreightZone) =>
    put({ zones: template.zones.map((one, index) => (index === at ? zone : one)) })
  const problem = templateProblem(template, t)
  return (
    <fieldset disabled={locked} className={style.stack}>
      <Panel title={t('tab.freight')} note={t('terms.text')}>
        <div className={style.grid3}>
          <TextField
            label={t('freight.name')}
            maxLength={60}
            value={template.name}
            onChange={(name) => put({ name })}
          />
          <SelectField
            label={t('freight.by')}
            value={template.chargeBy}
            options={[
              ['weight', t('freight.weight')],
              ['pieces', t('freight.pieces')],
            ]}
            onChange={(value) => put({ chargeBy: value === 'pieces' ? 'pieces' : 'weight' })}
          />
          <SelectField
            label={t('freight.paidBy')}
            value={template.paidBy}
            options={[
              ['buyer', t('freight.buyer')],
              ['seller', t('freight.seller')],
            ]}
            onChange={(value) => put({ paidBy: value === 'seller' ? 'seller' : 'buyer' })}
          />
        </div>
        <p className={style.quiet}>{t('freight.text')}</p>
      </Panel>
      {template.zones.map((zone, at) => (
        // Zones have no name of their own while they are written: their place is who they are.
        <Zone
          key={String(at)}
          at={at}
          zone={zone}
          template={template}
          onChange={(next) => putZone(at, next)}
          onRemove={() => put({ zones: template.zones.filter((_, index) => index !== at) })}
        />
      ))}
      {!locked && template.zones.length < 60 && (
        <div>
          <Button
            size="s"
            onClick={() =>
              put({
                zones: [
                  ...template.zones,
                  { name: { zh: '', en: '' }, provinces: [], countries: [], rate: newTariff() },
                ],
              })
            }
          >
            <IconPlus size={15} stroke={1.8} aria-hidden="true" />
            {t('freight.add')}
          </Button>
        </div>
      )}
      <Panel title={t('freight.rest')}>
        <Rate
          rate={template.rest}
          template={template}
          destination={null}
          onChange={(rest) => put({ rest })}
        />
      </Panel>
      {(failure !== '' || problem !== '') && (
        <Note tone="rust" live>
          {failure || problem}
        </Note>
      )}
      {!locked && (
        <div>
          <Button kind="primary" busy={busy} disabled={problem !== ''} onClick={() => void save(terms)}>
            {t('save')}
          </Button>
        </div>
      )}
    </fieldset>
  )
}

type ZoneProps = {
  at: number
  zone: FreightZone
  template: FreightTemplate
  onChange: (zone: FreightZone) => void
  onRemove: () => void
}

function Zone({ at, zone, template, onChange, onRemove }: ZoneProps) {
  const t = useTexts(settingsTexts)
  const locale = useLocale()
  const ownerOf = (code: string) =>
    template.zones.find((one, index) => index !== at && one.provinces.includes(code))
  const toggle = (code: string) =>
    onChange({
      ...zone,
      provinces: zone.provinces.includes(code)
        ? zone.provinces.filter((one) => one !== code)
        : [...zone.provinces, code],
    })
  const name = inLocale(zone.name, locale) || t('freight.zone', { place: at + 1 })
  return (
    <Panel
      title={name}
      aside={
        <Button size="s" kind="quiet" aria-label={t('freight.remove', { name })} onClick={onRemove}>
          <IconTrash size={16} stroke={1.6} aria-hidden="true" />
        </Button>
      }
    >
      <div className={style.grid}>
        <TextField
          label={t('freight.zoneName')}
          maxLength={60}
          value={zone.name.zh}
          onChange={(zh) => onChange({ ...zone, name: { ...zone.name, zh } })}
        />
        <TextField
          label={t('freight.countries')}
          value={zone.countries.join(', ')}
          onChange={(text) =>
            onChange({
              ...zone,
              countries: [
                ...new Set(
                  text
                    .toUpperCase()
                    .split(/[\s,，、]+/)
                    .filter((one) => one !== ''),
                ),
              ],
            })
          }
        />
      </div>
      <fieldset className={style.chipset}>
        <legend>{t('freight.provinces')}</legend>
        {Object.entries(provinceNames).map(([code, names]) => {
          const owner = ownerOf(code)
          return (
            <button
              key={code}
              type="button"
              aria-pressed={zone.provinces.includes(code)}
              disabled={owner !== undefined}
              title={owner && t('freight.taken', { zone: inLocale(owner.name, locale) })}
              onClick={() => toggle(code)}
            >
              {inLocale(names, locale)}
            </button>
          )
        })}
      </fieldset>
      <Rate
        rate={zone.rate}
        template={template}
        destination={zone}
        onChange={(rate) => onChange({ ...zone, rate })}
      />
    </Panel>
  )
}

type RateProps = {
  rate: FreightRate
  template: FreightTemplate
  destination: FreightZone | null
  onChange: (rate: FreightRate) => void
}

/** How a zone is charged, with what three consignments of different size would cost. */
function Rate({ rate, template, destination, onChange }: RateProps) {
  const t = useTexts(settingsTexts)
  const digits = currencyDigits[template.currency]
  const { chargeBy } = template
  const amount = (key: 'firstFee' | 'nextFee' | 'minimumFee') =>
    rate.kind === 'tariff' && (
      <Field label={t(`tariff.${key}`)}>
        {(linked) => (
          <NumberBox
            {...linked}
            className={field.control}
            digits={digits}
            value={rate[key]}
            onChange={(value) => onChange({ ...rate, [key]: value ?? 0 })}
          />
        )}
      </Field>
    )
  const unit = (key: 'firstUnit' | 'nextUnit') =>
    rate.kind === 'tariff' && (
      <Field label={t(`tariff.${key}.${chargeBy}`)}>
        {(linked) => (
          <NumberBox
            {...linked}
            className={field.control}
            value={rate[key]}
            onChange={(value) => onChange({ ...rate, [key]: Math.max(1, value ?? 1) })}
          />
        )}
      </Field>
    )
  return (
    <>
      <div className={style.rate}>
        <SelectField
          label={t('freight.rate')}
          value={rate.kind}
          options={(['tariff', 'to-be-explained', 'not-shipped'] as const).map(
            (kind) => [kind, t(`rate.${kind}`)] as const,
          )}
          onChange={(kind) =>
            onChange(
              kind === 'tariff'
                ? newTariff()
                : kind === 'not-shipped'
                  ? { kind: 'not-shipped' }
                  : { kind: 'to-be-explained' },
            )
          }
        />
        {unit('firstUnit')}
        {amount('firstFee')}
        {unit('nextUnit')}
        {amount('nextFee')}
        {amount('minimumFee')}
      </div>
      {rate.kind === 'tariff' && template.paidBy === 'buyer' && (
        <Examples rate={rate} template={template} destination={destination} />
      )}
    </>
  )
}

function Examples({ rate, template, destination }: Omit<RateProps, 'onChange'>) {
  const t = useTexts(settingsTexts)
  // Priced by the same rule as a checkout: a template with this rate alone, for anywhere.
  const alone: FreightTemplate = { ...template, zones: [], rest: rate }
  const country =
    destination !== null && destination.provinces.length === 0 ? (destination.countries[0] ?? 'CN') : 'CN'
  const sizes = template.chargeBy === 'weight' ? [1000, 10_000, 50_000] : [10, 100, 500]
  const texts = sizes.flatMap((size) => {
    const freight = freightFor(
      alone,
      { country, province: '35' },
      template.chargeBy === 'weight' ? { weightGrams: size, pieces: 1 } : { weightGrams: null, pieces: size },
    )
    if (!freight.ok) return []
    const words =
      template.chargeBy === 'weight'
        ? t('tariff.weight', { kg: size / 1000 })
        : t('tariff.pieces', { count: size })
    return [
      t('tariff.example', {
        size: words,
        amount: moneyText(money(freight.amount.amount, template.currency)),
      }),
    ]
  })
  return <p className={style.quiet}>{texts.join(' · ')}</p>
}
