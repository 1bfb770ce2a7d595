import { useState } from 'react'
import { confirmPasswordReset, requestPasswordReset } from '#shared/accounts/contract.ts'
import { useCall } from '#web/src/page-context.ts'
import { inLanguage, paths } from '#web/src/paths.ts'
import { useLocale, useTexts } from '#web/src/texts/texts.ts'
import { Button } from '#web/src/ui/button.tsx'
import { TextField } from '#web/src/ui/field.tsx'
import { Link } from '#web/src/ui/link.tsx'
import { Note } from '#web/src/ui/note.tsx'
import { useForm } from '#web/src/ui/use-form.ts'
import { AuthFrame } from './auth-frame.tsx'
import { emailProblem } from './checks.ts'
import style from './form.module.css'
import { NewPasswordForm, useMailToken } from './new-password.tsx'
import { MailSent } from './sign-in-form.tsx'
import { accessTexts } from './texts.ts'

/** Asks for a mail, or, opened from that mail, sets the new password. */
export function ResetPassword() {
  const t = useTexts(accessTexts)
  const locale = useLocale()
  const call = useCall()
  const token = useMailToken()
  if (!token) return <RequestReset />
  const reset = async (password: string) => {
    await call(confirmPasswordReset, { body: { token, password } })
    location.replace(inLanguage(locale, paths.account()))
  }
  return (
    <AuthFrame title={t('newPassword.title')} text={t('newPassword.text')}>
      <NewPasswordForm action={t('newPassword.go')} send={reset} />
    </AuthFrame>
  )
}

function RequestReset() {
  const t = useTexts(accessTexts)
  const call = useCall()
  const [sentTo, setSentTo] = useState<string | null>(null)
  const form = useForm({
    initial: { email: '' },
    check: ({ email }) => emailProblem(email, t),
    send: async ({ email }) => {
      await call(requestPasswordReset, { body: { email } })
      setSentTo(email.trim())
    },
  })
  if (sentTo !== null)
    return (
      <MailSent
        title={t('sent.title')}
        text={t('reset.sent', { email: sentTo })}
        email={sentTo}
        onAgain={() => setSentTo(null)}
      />
    )
  return (
    <AuthFrame
      title={t('reset.title')}
      text={t('reset.text')}
      foot={
        <Link className="link" to={paths.signIn()}>
          {t('reset.back')}
        </Link>
      }
    >
      <form className={style.form} ref={form.ref} onSubmit={form.submit} noValidate>
        {form.message !== '' && (
          <Note tone="rust" live>
            {form.message}
          </Note>
        )}
        <TextField
          label={t('email')}
          type="email"
          name="email"
          autoComplete="username"
          inputMode="email"
          {...form.text('email')}
        />
        <Button kind="primary" size="l" type="submit" wide busy={form.busy}>
          {t('reset.go')}
        </Button>
      </form>
    </AuthFrame>
  )
}
