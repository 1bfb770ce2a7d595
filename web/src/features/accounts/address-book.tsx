import { IconMapPin, IconPlus } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { changeAddress, createAddress, removeAddress } from '#shared/accounts/contract.ts'
import type { AddressView, MembershipView } from '#shared/accounts/shapes.ts'
import { inLocale } from '#shared/text.ts'
import { useCall } from '#web/src/page-context.ts'
import { useLocale, useTexts } from '#web/src/texts/texts.ts'
import { Button } from '#web/src/ui/button.tsx'
import { Tag } from '#web/src/ui/chip.tsx'
import { Dialog } from '#web/src/ui/dialog.tsx'
import { Panel } from '#web/src/ui/panel.tsx'
import { Empty, Failure, Placeholder } from '#web/src/ui/states.tsx'
import { uiTexts } from '#web/src/ui/texts.ts'
import { useToast } from '#web/src/ui/toasts.tsx'
import { failureText } from '#web/src/ui/use-form.ts'
import { accountTexts } from './account-texts.ts'
import style from './address-book.module.css'
import { AddressForm } from './address-form.tsx'
import { addressText } from './address-text.ts'
import { addressesQuery } from './queries.ts'

const bodyOf = ({ recipient, phone, place, street, postalCode, isDefault }: AddressView) => ({
  recipient,
  phone,
  place,
  street,
  postalCode,
  isDefault,
})

/** The addresses of an organisation: add, change, make default; a removed one comes back with one press. */
export function AddressBook({ organisation }: { organisation: MembershipView }) {
  const t = useTexts(accountTexts)
  const words = useTexts(uiTexts)
  const locale = useLocale()
  const call = useCall()
  const queryClient = useQueryClient()
  const toast = useToast()
  const { organisationId } = organisation
  const book = addressesQuery(call, organisationId)
  const { data, isError, refetch } = useQuery(book)
  const [editing, setEditing] = useState<AddressView | 'new' | null>(null)
  const reload = () => queryClient.invalidateQueries({ queryKey: ['addresses', organisationId] })
  const attempt = (work: Promise<unknown>) =>
    work.then(reload).catch((error: unknown) => toast({ kind: 'failed', text: failureText(error, words) }))
  const remove = async (address: AddressView) => {
    await call(removeAddress, { params: { organisationId, addressId: address.id } })
    const undo = () => attempt(call(createAddress, { params: { organisationId }, body: bodyOf(address) }))
    toast({
      text: t('address.removed'),
      action: (
        <button type="button" onClick={() => void undo()}>
          {t('address.undo')}
        </button>
      ),
    })
  }
  const makeDefault = (address: AddressView) =>
    call(changeAddress, {
      params: { organisationId, addressId: address.id },
      body: { ...bodyOf(address), isDefault: true },
    })
  const mayAdd = data?.actions.includes('add') || data?.actions.includes('create')
  const add = (
    <Button kind="primary" size="s" onClick={() => setEditing('new')}>
      <IconPlus size={16} stroke={2} aria-hidden="true" />
      {t('address.add')}
    </Button>
  )
  return (
    <Panel
      title={t('section.addresses')}
      note={t('address.of', { name: inLocale(organisation.name, locale) })}
      aside={mayAdd && data && data.items.length > 0 ? add : undefined}
    >
      {isError ? (
        <Failure
          title={words('failed')}
          actions={<Button onClick={() => void refetch()}>{words('retry')}</Button>}
        />
      ) : data === undefined ? (
        <Placeholder height={140} />
      ) : data.items.length === 0 ? (
        <Empty
          title={t('address.none')}
          icon={<IconMapPin size={34} stroke={1.4} aria-hidden="true" />}
          actions={mayAdd ? add : undefined}
        >
          {t('address.none.text')}
        </Empty>
      ) : (
        <ul className={style.list}>
          {data.items.map((address) => (
            <li key={address.id}>
              <p>
                <b>{address.recipient}</b> <span className="num">{address.phone}</span>{' '}
                {address.isDefault && <Tag>{t('address.default')}</Tag>}
              </p>
              <p className={style.where}>{addressText(address, locale)}</p>
              <div className={style.acts}>
                {address.actions.includes('change') && (
                  <>
                    <button type="button" onClick={() => setEditing(address)}>
                      {t('address.edit')}
                    </button>
                    {!address.isDefault && (
                      <button type="button" onClick={() => void attempt(makeDefault(address))}>
                        {t('address.makeDefault')}
                      </button>
                    )}
                  </>
                )}
                {address.actions.includes('remove') && (
                  <button type="button" onClick={() => void attempt(remove(address))}>
                    {t('address.remove')}
                  </button>
                )}
              </div>
            </li>
          ))}
        </ul>
      )}
      <AddressDialog
        organisationId={organisationId}
        editing={editing}
        onClose={() => setEditing(null)}
        onSaved={() => {
          setEditing(null)
          toast({ text: t('address.saved') })
          void reload()
        }}
      />
    </Panel>
  )
}

/** The address form over the page; used by the address book, the cart and the checkout. */
export function AddressDialog({
  organisationId,
  editing,
  onClose,
  onSaved,
}: {
  organisationId: string
  editing: AddressView | 'new' | null
  onClose: () => void
  onSaved: (address: AddressView) => void
}) {
  const t = useTexts(accountTexts)
  return (
    <Dialog
      opened={editing !== null}
      onClose={onClose}
      title={editing === 'new' ? t('address.new') : t('address.change')}
      wide
    >
      {editing !== null && (
        <AddressForm
          organisationId={organisationId}
          address={editing === 'new' ? null : editing}
          onSaved={onSaved}
          onCancel={onClose}
        />
      )}
    </Dialog>
  )
}
