import { useState } from 'react'
import { register } from '#shared/accounts/contract.ts'
import { MarketPage } from '#shared/accounts/shapes.ts'
import { useCall } from '#web/src/page-context.ts'
import { paths } from '#web/src/paths.ts'
import { useLocale, useTexts } from '#web/src/texts/texts.ts'
import { Button } from '#web/src/ui/button.tsx'
import { TextField } from '#web/src/ui/field.tsx'
import { Link } from '#web/src/ui/link.tsx'
import { Note } from '#web/src/ui/note.tsx'
import { useForm } from '#web/src/ui/use-form.ts'
import { AuthFrame } from './auth-frame.tsx'
import { emailProblem } from './checks.ts'
import style from './form.module.css'
import { MailSent } from './sign-in-form.tsx'
import { accessTexts } from './texts.ts'

/** Asks for an account. The password is chosen only after the address is confirmed. */
export function RegisterForm({ returnTo }: { returnTo: string }) {
  const t = useTexts(accessTexts)
  const locale = useLocale()
  const call = useCall()
  const [sentTo, setSentTo] = useState<string | null>(null)
  const form = useForm({
    initial: { email: '', name: '' },
    check: ({ email, name }) => ({
      ...(name.trim() === '' ? { '/name': t('register.name.missing') } : {}),
      ...emailProblem(email, t),
    }),
    send: async ({ email, name }) => {
      const started = MarketPage.safeParse(returnTo)
      await call(register, {
        body: { email, name, locale, ...(started.success ? { startedAt: started.data } : {}) },
      })
      setSentTo(email.trim())
    },
  })
  if (sentTo !== null)
    return (
      <MailSent
        title={t('sent.title')}
        text={t('sent.text', { email: sentTo })}
        email={sentTo}
        onAgain={() => setSentTo(null)}
      />
    )
  return (
    <AuthFrame
      title={t('register.title')}
      text={t('register.text')}
      foot={
        <>
          {t('register.known')}{' '}
          <Link className="link" to={paths.signIn(returnTo)}>
            {t('register.signIn')}
          </Link>
        </>
      }
    >
      <form className={style.form} ref={form.ref} onSubmit={form.submit} noValidate>
        {form.message !== '' && (
          <Note tone="rust" live>
            {form.message}
          </Note>
        )}
        <TextField
          label={t('register.name')}
          name="name"
          autoComplete="name"
          maxLength={60}
          hint={t('register.name.hint')}
          {...form.text('name')}
        />
        <TextField
          label={t('email')}
          type="email"
          name="email"
          autoComplete="email"
          inputMode="email"
          {...form.text('email')}
        />
        <Button kind="primary" size="l" type="submit" wide busy={form.busy}>
          {t('register.go')}
        </Button>
        <p className={style.quiet}>{t('register.rules')}</p>
      </form>
    </AuthFrame>
  )
}
