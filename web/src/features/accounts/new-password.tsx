import { IconCheck } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTexts } from '#web/src/texts/texts.ts'
import { Button } from '#web/src/ui/button.tsx'
import { TextField } from '#web/src/ui/field.tsx'
import { Note } from '#web/src/ui/note.tsx'
import { useForm } from '#web/src/ui/use-form.ts'
import { leastPassword, passwordProblem, takeToken } from './checks.ts'
import style from './form.module.css'
import style2 from './new-password.module.css'
import { accessTexts } from './texts.ts'

/** The token of the mail's link: `undefined` until the browser has looked, null when there is none. */
export function useMailToken(): string | null | undefined {
  const [token, setToken] = useState<string | null>()
  // The part behind # is only known to the browser.
  useEffect(() => setToken((known) => known ?? takeToken()), [])
  return token
}

/** A password to be set, with how long it is while it is typed. */
export function NewPasswordForm({
  action,
  send,
}: {
  action: string
  send: (password: string) => Promise<unknown>
}) {
  const t = useTexts(accessTexts)
  const form = useForm({
    initial: { password: '' },
    check: ({ password }) => passwordProblem(password, t),
    send: ({ password }) => send(password),
    pointers: { 'accounts/password-common': '/password', 'accounts/password-context': '/password' },
  })
  const length = [...form.values.password].length
  return (
    <form className={style.form} ref={form.ref} onSubmit={form.submit} noValidate>
      {form.message !== '' && (
        <Note tone="rust" live>
          {form.message}
        </Note>
      )}
      <TextField
        label={t('password.new')}
        type="password"
        name="password"
        autoComplete="new-password"
        maxLength={128}
        hint={
          <span className={style2.rule} data-met={length >= leastPassword || undefined}>
            <span className={style2.bar}>
              <span style={{ width: `${Math.min(100, (length / leastPassword) * 100)}%` }} />
            </span>
            {length >= leastPassword ? (
              <>
                <IconCheck size={15} stroke={2} aria-hidden="true" /> {t('password.length')}
              </>
            ) : (
              t('password.rule')
            )}
          </span>
        }
        {...form.text('password')}
      />
      <Button kind="primary" size="l" type="submit" wide busy={form.busy}>
        {action}
      </Button>
    </form>
  )
}
