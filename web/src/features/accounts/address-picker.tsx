import { IconChevronDown, IconMapPin } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { AddressView } from '#shared/accounts/shapes.ts'
import { useCall } from '#web/src/page-context.ts'
import { useLocale, useTexts } from '#web/src/texts/texts.ts'
import { Button } from '#web/src/ui/button.tsx'
import { Dialog } from '#web/src/ui/dialog.tsx'
import { RadioCards } from '#web/src/ui/field.tsx'
import { accountTexts } from './account-texts.ts'
import { AddressDialog } from './address-book.tsx'
import style from './address-picker.module.css'
import { addressText } from './address-text.ts'
import { addressesQuery } from './queries.ts'

/** The address asked for, else the default, else the first; null while there is none. */
export const chosenAddress = (
  items: readonly AddressView[] | undefined,
  asked: string | undefined,
): AddressView | null =>
  items?.find((one) => one.id === asked) ?? items?.find((one) => one.isDefault) ?? items?.[0] ?? null

/** The delivery address as one line that opens the choice: the cart's head. */
export function AddressPicker({
  organisationId,
  address,
  onChoose,
  label,
  addLabel,
}: {
  organisationId: string
  address: AddressView | null
  onChoose: (addressId: string) => void
  label: string
  addLabel: string
}) {
  const t = useTexts(accountTexts)
  const locale = useLocale()
  const call = useCall()
  const { data } = useQuery(addressesQuery(call, organisationId))
  const queryClient = useQueryClient()
  const [step, setStep] = useState<'closed' | 'choose' | 'new'>('closed')
  const saved = async (fresh: AddressView) => {
    await queryClient.invalidateQueries({ queryKey: ['addresses', organisationId] })
    setStep('closed')
    onChoose(fresh.id)
  }
  return (
    <>
      {address === null ? (
        <Button size="s" onClick={() => setStep('new')}>
          <IconMapPin size={16} stroke={1.6} aria-hidden="true" />
          {addLabel}
        </Button>
      ) : (
        <button type="button" className={style.line} onClick={() => setStep('choose')}>
          <IconMapPin size={18} stroke={1.6} aria-hidden="true" />
          <span className={style.label}>{label}</span>
          <b>{address.recipient}</b>
          <span className={style.where}>{addressText(address, locale)}</span>
          <IconChevronDown size={16} stroke={1.8} aria-hidden="true" />
        </button>
      )}
      <Dialog
        opened={step === 'choose'}
        onClose={() => setStep('closed')}
        title={t('section.addresses')}
        footer={<Button onClick={() => setStep('new')}>{t('address.add')}</Button>}
      >
        <AddressCards
          items={data?.items ?? []}
          value={address?.id ?? null}
          onChange={(id) => {
            setStep('closed')
            onChoose(id)
          }}
        />
      </Dialog>
      <AddressDialog
        organisationId={organisationId}
        editing={step === 'new' ? 'new' : null}
        onClose={() => setStep('closed')}
        onSaved={(fresh) => void saved(fresh)}
      />
    </>
  )
}

/** Addresses to choose one from. */
export function AddressCards({
  items,
  value,
  onChange,
  columns = 1,
}: {
  items: readonly AddressView[]
  value: string | null
  onChange: (addressId: string) => void
  columns?: 1 | 2
}) {
  const t = useTexts(accountTexts)
  const locale = useLocale()
  return (
    <RadioCards
      legend={t('section.addresses')}
      value={value}
      onChange={onChange}
      columns={columns}
      options={items.map((one) => ({
        value: one.id,
        title: (
          <>
            {one.recipient} <span className={`num ${style.phone}`}>{one.phone}</span>
          </>
        ),
        text: addressText(one, locale),
      }))}
    />
  )
}
