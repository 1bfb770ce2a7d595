import { IconBuilding, IconPlus } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { changeOrganisation, changeSession, createOrganisation } from '#shared/accounts/contract.ts'
import type { SessionView } from '#shared/accounts/shapes.ts'
import type { ResponseOf } from '#shared/http.ts'
import { inLocale } from '#shared/text.ts'
import { useCall } from '#web/src/page-context.ts'
import { useLocale, useTexts } from '#web/src/texts/texts.ts'
import { Button } from '#web/src/ui/button.tsx'
import { Tag } from '#web/src/ui/chip.tsx'
import { Dialog } from '#web/src/ui/dialog.tsx'
import { SelectField, TextField } from '#web/src/ui/field.tsx'
import { Note } from '#web/src/ui/note.tsx'
import { Panel } from '#web/src/ui/panel.tsx'
import { Empty, Failure, Placeholder } from '#web/src/ui/states.tsx'
import { uiTexts } from '#web/src/ui/texts.ts'
import { useToast } from '#web/src/ui/toasts.tsx'
import { useForm } from '#web/src/ui/use-form.ts'
import { accountTexts } from './account-texts.ts'
import style from './form.module.css'
import { Members } from './members.tsx'
import { organisationsQuery } from './queries.ts'

type Organisation = ResponseOf<typeof changeOrganisation>

/** Organisations I belong to: act for another one, found one, rename it, and its members. */
export function Organisations({ session }: { session: SessionView }) {
  const t = useTexts(accountTexts)
  const words = useTexts(uiTexts)
  const locale = useLocale()
  const call = useCall()
  const { data, isError, refetch } = useQuery(organisationsQuery(call))
  const [editing, setEditing] = useState<Organisation | 'new' | null>(null)
  // Carts, orders and addresses are another organisation's from now on: the page is asked for anew.
  const act = async (actingOrganisationId: string) => {
    await call(changeSession, { body: { actingOrganisationId } })
    location.reload()
  }
  const found = (
    <Button size="s" kind={data?.items.length === 0 ? 'primary' : 'plain'} onClick={() => setEditing('new')}>
      <IconPlus size={16} stroke={2} aria-hidden="true" />
      {t('org.found')}
    </Button>
  )
  return (
    <>
      <Panel title={t('org.mine')} aside={data && data.items.length > 0 ? found : undefined}>
        <p className={style.quiet}>{t('org.text')}</p>
        {isError ? (
          <Failure
            title={words('failed')}
            actions={<Button onClick={() => void refetch()}>{words('retry')}</Button>}
          />
        ) : data === undefined ? (
          <Placeholder height={120} />
        ) : (
          data.items.length === 0 && (
            <Empty
              title={t('org.none')}
              icon={<IconBuilding size={34} stroke={1.4} aria-hidden="true" />}
              actions={found}
            >
              {t('org.none.text')}
            </Empty>
          )
        )}
      </Panel>
      {data?.items.map((organisation) => (
        <Panel
          key={organisation.id}
          title={inLocale(organisation.name, locale)}
          note={`${t(`org.kind.${organisation.kind}`)} · ${t(`role.${organisation.role}`)}`}
          aside={
            <span className={style.actions}>
              {organisation.actions.includes('rename') && (
                <Button size="s" kind="quiet" onClick={() => setEditing(organisation)}>
                  {t('org.rename')}
                </Button>
              )}
              {session.acting?.organisationId === organisation.id ? (
                <Tag tone="leaf">{t('org.acting')}</Tag>
              ) : (
                <Button size="s" onClick={() => void act(organisation.id)}>
                  {t('org.act')}
                </Button>
              )}
            </span>
          }
        >
          <Members organisation={organisation} me={session.person.id} />
        </Panel>
      ))}
      <NameDialog editing={editing} onClose={() => setEditing(null)} />
    </>
  )
}

type NameDraft = { kind: 'buyer_company' | 'enterprise'; name: { zh: string; en: string } }

function NameDialog({ editing, onClose }: { editing: OrganisationOrNew; onClose: () => void }) {
  const t = useTexts(accountTexts)
  return (
    <Dialog
      opened={editing !== null}
      onClose={onClose}
      title={editing === 'new' ? t('org.found') : t('org.rename')}
    >
      {editing !== null && <NameForm editing={editing} onClose={onClose} />}
    </Dialog>
  )
}
type OrganisationOrNew = Organisation | 'new' | null

function NameForm({ editing, onClose }: { editing: Organisation | 'new'; onClose: () => void }) {
  const t = useTexts(accountTexts)
  const words = useTexts(uiTexts)
  const call = useCall()
  const toast = useToast()
  const queryClient = useQueryClient()
  const form = useForm<NameDraft>({
    initial: { kind: 'buyer_company', name: editing === 'new' ? { zh: '', en: '' } : editing.name },
    check: ({ name }) => (name.zh.trim() + name.en.trim() === '' ? { '/name': t('org.name.missing') } : {}),
    send: async ({ kind, name }) => {
      if (editing === 'new') {
        await call(createOrganisation, { body: { kind, name } })
        // The session acts for the new organisation now: cart, orders and addresses are its own.
        return location.reload()
      }
      await call(changeOrganisation, { params: { organisationId: editing.id }, body: { name } })
      toast({ text: t('org.renamed') })
      onClose()
      await queryClient.invalidateQueries()
    },
  })
  const { kind, name } = form.values
  return (
    <form className={style.form} ref={form.ref} onSubmit={form.submit} noValidate style={{ marginTop: 4 }}>
      {form.message !== '' && (
        <Note tone="rust" live>
          {form.message}
        </Note>
      )}
      {editing === 'new' && (
        <SelectField
          label={t('org.kind')}
          value={kind}
          onChange={(value) => form.change({ kind: value === 'enterprise' ? 'enterprise' : 'buyer_company' })}
          options={[
            ['buyer_company', t('org.kind.buyer_company')],
            ['enterprise', t('org.kind.enterprise')],
          ]}
        />
      )}
      <TextField
        label={t('org.name.zh')}
        maxLength={80}
        value={name.zh}
        onChange={(zh) => form.change({ name: { ...name, zh } })}
        error={form.errorAt('/name') ?? form.errorAt('/name/zh')}
      />
      <TextField
        label={t('org.name.en')}
        maxLength={80}
        value={name.en}
        onChange={(en) => form.change({ name: { ...name, en } })}
        error={form.errorAt('/name/en')}
      />
      <div className={style.actions}>
        <Button kind="primary" type="submit" busy={form.busy}>
          {editing === 'new' ? t('org.create') : words('save')}
        </Button>
        <Button onClick={onClose}>{words('cancel')}</Button>
      </div>
    </form>
  )
}
