import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { changeMember, invite, removeMember, revokeInvitation } from '#shared/accounts/contract.ts'
import { MemberRole } from '#shared/accounts/shapes.ts'
import type { Localised } from '#shared/text.ts'
import { inLocale } from '#shared/text.ts'
import { useCall } from '#web/src/page-context.ts'
import { useLocale, useTexts } from '#web/src/texts/texts.ts'
import { Button } from '#web/src/ui/button.tsx'
import { dateText } from '#web/src/ui/date.tsx'
import { Confirm } from '#web/src/ui/dialog.tsx'
import { SelectField, TextField } from '#web/src/ui/field.tsx'
import { Note } from '#web/src/ui/note.tsx'
import { Failure, Placeholder } from '#web/src/ui/states.tsx'
import { uiTexts } from '#web/src/ui/texts.ts'
import { useToast } from '#web/src/ui/toasts.tsx'
import { failureText, useForm } from '#web/src/ui/use-form.ts'
import { accountTexts } from './account-texts.ts'
import { emailProblem } from './checks.ts'
import { invitationsQuery, membersQuery } from './queries.ts'
import rows from './rows.module.css'
import { accessTexts } from './texts.ts'

type Organisation = { id: string; name: Localised; actions: readonly string[] }
type Leaving = { personId: string; name: string; action: 'leave' | 'remove' }

/** Members of an organisation with their roles, and invitations that wait. What may be done, the server says. */
export function Members({ organisation, me }: { organisation: Organisation; me: string }) {
  const t = useTexts(accountTexts)
  const words = useTexts(uiTexts)
  const locale = useLocale()
  const call = useCall()
  const toast = useToast()
  const queryClient = useQueryClient()
  const organisationId = organisation.id
  const { data, isError, refetch } = useQuery(membersQuery(call, organisationId))
  const [leaving, setLeaving] = useState<Leaving | null>(null)
  const reload = () => queryClient.invalidateQueries({ queryKey: ['members', organisationId] })
  const changeRole = async (personId: string, role: MemberRole) => {
    try {
      await call(changeMember, { params: { organisationId, personId }, body: { role } })
      toast({ text: t('org.roleChanged') })
    } catch (error) {
      toast({ kind: 'failed', text: failureText(error, words) })
    }
    await reload()
  }
  const remove = async () => {
    if (leaving === null) return
    await call(removeMember, { params: { organisationId, personId: leaving.personId } })
    if (leaving.action === 'leave') return location.reload()
    toast({ text: t('org.removed') })
    await reload()
  }
  if (isError)
    return (
      <Failure
        title={words('failed')}
        actions={<Button onClick={() => void refetch()}>{words('retry')}</Button>}
      />
    )
  if (data === undefined) return <Placeholder height={100} />
  return (
    <>
      <h3 className={rows.head}>
        {t('org.members')} <small className="num">{data.items.length}</small>
      </h3>
      <ul className={rows.rows}>
        {data.items.map((member) => {
          const action = member.actions.includes('leave')
            ? 'leave'
            : member.actions.includes('remove')
              ? 'remove'
              : null
          return (
            <li key={member.personId}>
              <div className={rows.main}>
                <b>{member.name}</b>{' '}
                {member.personId === me && <small style={{ display: 'inline' }}>({t('org.you')})</small>}
                <small>
                  {member.email} · {t('org.since', { date: dateText(member.since, locale) })}
                </small>
              </div>
              <span className={rows.acts}>
                {member.actions.includes('change-role') ? (
                  <select
                    aria-label={`${t('org.role')} ${member.name}`}
                    value={member.role}
                    onChange={(event) =>
                      void changeRole(member.personId, MemberRole.parse(event.target.value))
                    }
                  >
                    {MemberRole.options.map((role) => (
                      <option key={role} value={role}>
                        {t(`role.${role}`)}
                      </option>
                    ))}
                  </select>
                ) : (
                  t(`role.${member.role}`)
                )}
                {action !== null && (
                  <Button
                    size="s"
                    kind="quiet"
                    onClick={() => setLeaving({ personId: member.personId, name: member.name, action })}
                  >
                    {action === 'leave' ? t('org.leave') : t('org.remove')}
                  </Button>
                )}
              </span>
            </li>
          )
        })}
      </ul>
      {organisation.actions.includes('invite') && <Invitations organisationId={organisationId} />}
      <Confirm
        opened={leaving !== null}
        onClose={() => setLeaving(null)}
        title={
          leaving?.action === 'leave'
            ? t('org.leave.title', { organisation: inLocale(organisation.name, locale) })
            : t('org.remove.title', { name: leaving?.name ?? '' })
        }
        action={leaving?.action === 'leave' ? t('org.leave') : t('org.remove')}
        onConfirm={remove}
      >
        {leaving?.action === 'leave'
          ? t('org.leave.text')
          : t('org.remove.text', { name: leaving?.name ?? '' })}
      </Confirm>
    </>
  )
}

function Invitations({ organisationId }: { organisationId: string }) {
  const t = useTexts(accountTexts)
  const access = useTexts(accessTexts)
  const words = useTexts(uiTexts)
  const locale = useLocale()
  const call = useCall()
  const toast = useToast()
  const queryClient = useQueryClient()
  const { data } = useQuery(invitationsQuery(call, organisationId))
  const reload = () => queryClient.invalidateQueries({ queryKey: ['invitations', organisationId] })
  const form = useForm<{ email: string; role: MemberRole }>({
    initial: { email: '', role: 'staff' },
    check: ({ email }) => emailProblem(email, access),
    send: async (values) => {
      await call(invite, { params: { organisationId }, body: values })
      toast({ text: t('org.invited', { email: values.email }) })
      form.change({ email: '' })
      await reload()
    },
  })
  const revoke = async (invitationId: string) => {
    try {
      await call(revokeInvitation, { params: { organisationId, invitationId } })
      toast({ text: t('org.revoked') })
    } catch (error) {
      toast({ kind: 'failed', text: failureText(error, words) })
    }
    await reload()
  }
  return (
    <>
      {data !== undefined && data.items.length > 0 && (
        <>
          <h3 className={rows.head}>{t('org.invitations')}</h3>
          <ul className={rows.rows}>
            {data.items.map((one) => (
              <li key={one.id}>
                <div className={rows.main}>
                  <b>{one.email}</b>
                  <small>
                    {t(`role.${one.role}`)} · {one.invitedBy} ·{' '}
                    {t('org.expires', { date: dateText(one.expiresAt, locale) })}
                  </small>
                </div>
                {one.actions.includes('revoke') && (
                  <Button size="s" kind="quiet" onClick={() => void revoke(one.id)}>
                    {t('org.revoke')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      <h3 className={rows.head}>{t('org.invite')}</h3>
      {form.message !== '' && (
        <Note tone="rust" live>
          {form.message}
        </Note>
      )}
      <form className={rows.invite} ref={form.ref} onSubmit={form.submit} noValidate>
        <TextField label={access('email')} type="email" inputMode="email" {...form.text('email')} />
        <SelectField
          label={t('org.role')}
          value={form.values.role}
          onChange={(role) => form.change({ role: MemberRole.parse(role) })}
          options={MemberRole.options.map((role) => [role, t(`role.${role}`)] as const)}
          hint={t(`role.${form.values.role}.text`)}
        />
        <Button type="submit" busy={form.busy}>
          {t('org.invite.go')}
        </Button>
      </form>
    </>
  )
}
