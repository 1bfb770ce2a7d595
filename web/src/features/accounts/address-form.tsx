import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { changeAddress, createAddress } from '#shared/accounts/contract.ts'
import type { AddressView, Place } from '#shared/accounts/shapes.ts'
import { useCall } from '#web/src/page-context.ts'
import { type Say, useLocale, useTexts } from '#web/src/texts/texts.ts'
import { Button } from '#web/src/ui/button.tsx'
import { CheckField, RadioCards, SelectField, TextArea, TextField } from '#web/src/ui/field.tsx'
import { Note } from '#web/src/ui/note.tsx'
import { uiTexts } from '#web/src/ui/texts.ts'
import { type Errors, type Form, useForm } from '#web/src/ui/use-form.ts'
import { accountTexts } from './account-texts.ts'
import { countryOptions } from './countries.ts'
import { type Division, divisionName, divisionsQuery, labelNames } from './divisions.ts'
import style from './form.module.css'

type PlaceDraft = {
  kind: Place['kind']
  provinceCode: string
  cityCode: string
  districtCode: string
  names: string
  country: string
  region: string
  city: string
}
type Draft = {
  recipient: string
  phone: string
  place: PlaceDraft
  street: string
  postalCode: string
  isDefault: boolean
}

const noPlace: PlaceDraft = {
  kind: 'china',
  provinceCode: '',
  cityCode: '',
  districtCode: '',
  names: '',
  country: '',
  region: '',
  city: '',
}

/** Writes a new address, or changes one. `onSaved` gets it as the server keeps it. */
export function AddressForm({
  organisationId,
  address,
  onSaved,
  onCancel,
}: {
  organisationId: string
  address: AddressView | null
  onSaved: (address: AddressView) => void
  onCancel: () => void
}) {
  const t = useTexts(accountTexts)
  const words = useTexts(uiTexts)
  const call = useCall()
  const form = useForm<Draft>({
    initial: draftOf(address),
    check: (draft) => problemsOf(draft, t),
    send: async (draft) => {
      const body = { ...draft, place: placeOf(draft.place) }
      const params = { organisationId }
      onSaved(
        address === null
          ? await call(createAddress, { params, body })
          : await call(changeAddress, { params: { ...params, addressId: address.id }, body }),
      )
    },
  })
  const { place, isDefault } = form.values
  const locate = (changed: Partial<PlaceDraft>) => form.change({ place: { ...place, ...changed } })
  return (
    <form className={style.form} ref={form.ref} onSubmit={form.submit} noValidate style={{ marginTop: 4 }}>
      {form.message !== '' && (
        <Note tone="rust" live>
          {form.message}
        </Note>
      )}
      <div className={style.row}>
        <TextField
          label={t('address.recipient')}
          autoComplete="shipping name"
          maxLength={60}
          {...form.text('recipient')}
        />
        <TextField
          label={t('address.phone')}
          type="tel"
          inputMode="tel"
          autoComplete="shipping tel"
          maxLength={20}
          hint={t('address.phone.hint')}
          {...form.text('phone')}
        />
      </div>
      <RadioCards
        legend={t('address.where')}
        columns={2}
        value={place.kind}
        onChange={(kind) => locate({ kind })}
        options={[
          { value: 'china', title: t('address.china') },
          { value: 'abroad', title: t('address.abroad') },
        ]}
      />
      {place.kind === 'china' ? (
        <InChina form={form} locate={locate} />
      ) : (
        <Abroad form={form} locate={locate} />
      )}
      <TextArea
        label={t('address.street')}
        autoComplete="shipping street-address"
        maxLength={160}
        rows={2}
        hint={t('address.street.hint')}
        {...form.text('street')}
      />
      <div className={style.row}>
        <TextField
          label={t('address.postal')}
          optional
          autoComplete="shipping postal-code"
          maxLength={12}
          {...form.text('postalCode')}
        />
      </div>
      <CheckField
        label={t('address.isDefault')}
        checked={isDefault}
        onChange={(checked) => form.change({ isDefault: checked })}
      />
      <div className={style.actions}>
        <Button kind="primary" type="submit" busy={form.busy}>
          {words('save')}
        </Button>
        <Button onClick={onCancel}>{words('cancel')}</Button>
      </div>
    </form>
  )
}

type Part = { form: Form<Draft>; locate: (changed: Partial<PlaceDraft>) => void }

function InChina({ form, locate }: Part) {
  const t = useTexts(accountTexts)
  const words = useTexts(uiTexts)
  const locale = useLocale()
  const { data: divisions } = useQuery(divisionsQuery)
  const { place } = form.values
  if (divisions === undefined) return <Note>{t('address.loading')}</Note>
  const cities = place.provinceCode === '' ? [] : divisions.citiesOf(place.provinceCode)
  const districts = place.cityCode === '' ? [] : divisions.districtsOf(place.cityCode)
  const find = (list: readonly Division[], code: string) => list.find((one) => one.code === code)
  // What has one division only needs no choice: Beijing is its own city, Dongguan its own district.
  const choose = (provinceCode: string, city: string, district: string) => {
    const among = divisions.citiesOf(provinceCode)
    const cityCode = city === '' && among.length === 1 ? (among[0]?.code ?? '') : city
    const below = cityCode === '' ? [] : divisions.districtsOf(cityCode)
    const districtCode = district === '' && below.length === 1 ? (below[0]?.code ?? '') : district
    const chosen = [find(divisions.provinces, provinceCode), find(among, cityCode), find(below, districtCode)]
    locate({
      provinceCode,
      cityCode,
      districtCode,
      names: labelNames(chosen.filter((one) => one !== undefined)),
    })
  }
  const options = (list: readonly Division[]) =>
    list.map((one) => [one.code, divisionName(one, locale)] as const)
  return (
    <div className={style.row} data-of="3">
      <SelectField
        label={t('address.province')}
        autoComplete="shipping address-level1"
        placeholder={words('choose')}
        value={place.provinceCode}
        onChange={(provinceCode) => choose(provinceCode, '', '')}
        options={options(divisions.provinces)}
        error={form.errorAt('/place/provinceCode')}
      />
      <SelectField
        label={t('address.city')}
        autoComplete="shipping address-level2"
        placeholder={words('choose')}
        disabled={cities.length === 0}
        value={place.cityCode}
        onChange={(cityCode) => choose(place.provinceCode, cityCode, '')}
        options={options(cities)}
        error={form.errorAt('/place/cityCode')}
      />
      <SelectField
        label={t('address.district')}
        placeholder={words('choose')}
        disabled={districts.length === 0}
        value={place.districtCode}
        onChange={(districtCode) => choose(place.provinceCode, place.cityCode, districtCode)}
        options={options(districts)}
        error={form.errorAt('/place/districtCode') ?? form.errorAt('/place/names') ?? form.errorAt('/place')}
      />
    </div>
  )
}

function Abroad({ form, locate }: Part) {
  const t = useTexts(accountTexts)
  const words = useTexts(uiTexts)
  const locale = useLocale()
  const countries = useMemo(() => countryOptions(locale), [locale])
  const { place } = form.values
  return (
    <div className={style.row} data-of="3">
      <SelectField
        label={t('address.country')}
        autoComplete="shipping country"
        placeholder={words('choose')}
        value={place.country}
        onChange={(country) => locate({ country })}
        options={countries}
        error={form.errorAt('/place/country') ?? form.errorAt('/place')}
      />
      <TextField
        label={t('address.region')}
        optional
        autoComplete="shipping address-level1"
        maxLength={80}
        value={place.region}
        onChange={(region) => locate({ region })}
        error={form.errorAt('/place/region')}
      />
      <TextField
        label={t('address.cityAbroad')}
        autoComplete="shipping address-level2"
        maxLength={80}
        value={place.city}
        onChange={(city) => locate({ city })}
        error={form.errorAt('/place/city')}
      />
    </div>
  )
}

function draftOf(address: AddressView | null): Draft {
  if (address === null)
    return { recipient: '', phone: '', place: noPlace, street: '', postalCode: '', isDefault: false }
  const { recipient, phone, place, street, postalCode, isDefault } = address
  return { recipient, phone, place: { ...noPlace, ...place }, street, postalCode, isDefault }
}

function placeOf(draft: PlaceDraft): Place {
  const { provinceCode, cityCode, districtCode, country, region, city, names } = draft
  return draft.kind === 'china'
    ? { kind: 'china', provinceCode, cityCode, districtCode, names }
    : { kind: 'abroad', country, region, city }
}

type Missing =
  | `address.${'recipient' | 'place' | 'country' | 'city' | 'street'}.missing`
  | 'address.phone.wrong'

function problemsOf({ recipient, phone, place, street }: Draft, t: Say<Missing>): Errors {
  const wrong: Record<string, string> = {}
  if (recipient.trim() === '') wrong['/recipient'] = t('address.recipient.missing')
  if (!/^\+?[0-9][0-9 -]{5,18}[0-9]$/.test(phone.trim())) wrong['/phone'] = t('address.phone.wrong')
  if (place.kind === 'china' && place.districtCode === '')
    wrong['/place/districtCode'] = t('address.place.missing')
  if (place.kind === 'abroad' && place.country === '') wrong['/place/country'] = t('address.country.missing')
  if (place.kind === 'abroad' && place.city.trim() === '') wrong['/place/city'] = t('address.city.missing')
  if (street.trim() === '') wrong['/street'] = t('address.street.missing')
  return wrong
}
