import { IconDeviceDesktop, IconDeviceMobile } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { changePassword, endAllSessions, endSession } from '#shared/accounts/contract.ts'
import { useCall } from '#web/src/page-context.ts'
import { inLanguage, paths } from '#web/src/paths.ts'
import { useLocale, useTexts } from '#web/src/texts/texts.ts'
import { Button } from '#web/src/ui/button.tsx'
import { Tag } from '#web/src/ui/chip.tsx'
import { dateText } from '#web/src/ui/date.tsx'
import { Confirm } from '#web/src/ui/dialog.tsx'
import { TextField } from '#web/src/ui/field.tsx'
import { Note } from '#web/src/ui/note.tsx'
import { Panel } from '#web/src/ui/panel.tsx'
import { Failure, Placeholder } from '#web/src/ui/states.tsx'
import { uiTexts } from '#web/src/ui/texts.ts'
import { useToast } from '#web/src/ui/toasts.tsx'
import { failureText, useForm } from '#web/src/ui/use-form.ts'
import { accountTexts } from './account-texts.ts'
import { passwordProblem } from './checks.ts'
import { deviceName } from './device.ts'
import style from './form.module.css'
import { sessionsQuery } from './queries.ts'
import rows from './rows.module.css'
import { accessTexts } from './texts.ts'

/** Changes the password; all other devices are signed out by it. */
export function PasswordPanel() {
  const t = useTexts(accountTexts)
  const access = useTexts(accessTexts)
  const call = useCall()
  const toast = useToast()
  const queryClient = useQueryClient()
  const form = useForm({
    initial: { current: '', next: '' },
    check: ({ current, next }) => {
      const wrong = passwordProblem(next, access)['/password']
      return {
        ...(current === '' ? { '/current': access('password.missing') } : {}),
        ...(wrong === undefined ? {} : { '/next': wrong }),
      }
    },
    send: async (values) => {
      await call(changePassword, { body: values })
      form.change({ current: '', next: '' })
      toast({ text: t('password.saved') })
      await queryClient.invalidateQueries({ queryKey: ['sessions'] })
    },
    pointers: {
      'accounts/password-wrong': '/current',
      'accounts/password-common': '/next',
      'accounts/password-context': '/next',
    },
  })
  return (
    <Panel title={t('password.title')}>
      <form
        className={style.form}
        ref={form.ref}
        onSubmit={form.submit}
        noValidate
        style={{ maxWidth: 480, marginTop: 12 }}
      >
        {form.message !== '' && (
          <Note tone="rust" live>
            {form.message}
          </Note>
        )}
        <TextField
          label={t('password.current')}
          type="password"
          autoComplete="current-password"
          maxLength={128}
          {...form.text('current')}
        />
        <TextField
          label={t('password.next')}
          type="password"
          autoComplete="new-password"
          maxLength={128}
          hint={access('password.rule')}
          {...form.text('next')}
        />
        <div className={style.actions}>
          <Button kind="primary" type="submit" busy={form.busy}>
            {t('password.go')}
          </Button>
          <span className={style.quiet}>{t('password.hint')}</span>
        </div>
      </form>
    </Panel>
  )
}

/** Where I am signed in: each device can be signed out, or all at once. */
export function SessionsPanel() {
  const t = useTexts(accountTexts)
  const words = useTexts(uiTexts)
  const locale = useLocale()
  const call = useCall()
  const toast = useToast()
  const queryClient = useQueryClient()
  const { data, isError, refetch } = useQuery(sessionsQuery(call))
  const [asking, setAsking] = useState(false)
  const end = async (sessionId: string) => {
    try {
      await call(endSession, { params: { sessionId } })
      toast({ text: t('sessions.ended') })
    } catch (error) {
      toast({ kind: 'failed', text: failureText(error, words) })
    }
    await queryClient.invalidateQueries({ queryKey: ['sessions'] })
  }
  const endAll = async () => {
    await call(endAllSessions, {})
    location.assign(inLanguage(locale, paths.signIn()))
  }
  return (
    <Panel
      title={t('sessions.title')}
      aside={
        <Button size="s" kind="danger" onClick={() => setAsking(true)}>
          {t('sessions.endAll')}
        </Button>
      }
    >
      {isError ? (
        <Failure
          title={words('failed')}
          actions={<Button onClick={() => void refetch()}>{words('retry')}</Button>}
        />
      ) : data === undefined ? (
        <Placeholder height={120} />
      ) : (
        <ul className={rows.rows}>
          {data.items.map((session) => {
            const device = deviceName(session.userAgent)
            const Icon = /Android|iOS|HarmonyOS|WeChat/.test(device) ? IconDeviceMobile : IconDeviceDesktop
            return (
              <li key={session.id}>
                <Icon size={24} stroke={1.5} aria-hidden="true" />
                <div className={rows.main}>
                  <b>{device || t('sessions.unknown')}</b>{' '}
                  {session.current && <Tag tone="leaf">{t('sessions.this')}</Tag>}
                  <small className="num">
                    {session.network} ·{' '}
                    {t('sessions.last', { date: dateText(session.lastSeenAt, locale, 'minute') })} ·{' '}
                    {t('sessions.since', { date: dateText(session.startedAt, locale, 'minute') })}
                  </small>
                </div>
                {!session.current && session.actions.includes('end') && (
                  <Button size="s" onClick={() => void end(session.id)}>
                    {t('sessions.end')}
                  </Button>
                )}
              </li>
            )
          })}
        </ul>
      )}
      <Confirm
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('sessions.endAll.title')}
        action={t('sessions.endAll')}
        onConfirm={endAll}
      >
        {t('sessions.endAll.text')}
      </Confirm>
    </Panel>
  )
}
