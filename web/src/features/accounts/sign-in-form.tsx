import { getSession, signIn } from '#shared/accounts/contract.ts'
import type { SessionView } from '#shared/accounts/shapes.ts'
import { useCall } from '#web/src/page-context.ts'
import { inLanguage, paths } from '#web/src/paths.ts'
import { Rich } from '#web/src/texts/rich.tsx'
import { useLocale, useTexts } from '#web/src/texts/texts.ts'
import { Button } from '#web/src/ui/button.tsx'
import { TextField } from '#web/src/ui/field.tsx'
import { Link } from '#web/src/ui/link.tsx'
import { Note } from '#web/src/ui/note.tsx'
import { useForm } from '#web/src/ui/use-form.ts'
import { AuthFrame } from './auth-frame.tsx'
import { emailProblem } from './checks.ts'
import style from './form.module.css'
import { accessTexts } from './texts.ts'

/** Signs in and goes on to `returnTo`; who asked for no page goes where `landing` says they work. */
export function SignInForm({
  returnTo,
  landing,
}: {
  returnTo: string | null
  landing: (session: SessionView) => string
}) {
  const t = useTexts(accessTexts)
  const locale = useLocale()
  const call = useCall()
  const form = useForm({
    initial: { email: '', password: '' },
    check: ({ email, password }) => ({
      ...emailProblem(email, t),
      ...(password === '' ? { '/password': t('password.missing') } : {}),
    }),
    send: async ({ email, password }) => {
      await call(signIn, { body: { email, password } })
      // The whole page is asked for anew, with its reader.
      location.replace(inLanguage(locale, returnTo ?? landing(await call(getSession, {}))))
    },
  })
  return (
    <AuthFrame
      title={t('signIn.title')}
      text={returnTo === null ? undefined : t('signIn.again')}
      foot={
        <>
          {t('signIn.new')}{' '}
          <Link className="link" to={paths.register(returnTo ?? undefined)}>
            {t('signIn.register')}
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
          label={t('email')}
          type="email"
          name="email"
          autoComplete="username"
          inputMode="email"
          {...form.text('email')}
        />
        <TextField
          label={t('password')}
          type="password"
          name="password"
          autoComplete="current-password"
          {...form.text('password')}
        />
        <div className={style.side}>
          <Link className="link" to={paths.resetPassword()}>
            {t('signIn.forgot')}
          </Link>
        </div>
        <Button kind="primary" size="l" type="submit" wide busy={form.busy}>
          {t('signIn.go')}
        </Button>
      </form>
    </AuthFrame>
  )
}

/** "A mail is on its way", the same whether the address is known or not. */
export function MailSent({
  title,
  text,
  email,
  onAgain,
}: {
  title: string
  text: string
  email: string
  onAgain: () => void
}) {
  const t = useTexts(accessTexts)
  return (
    <AuthFrame title={title}>
      <div className={style.form}>
        <Note tone="leaf" live>
          <Rich>{text.replace('{{email}}', () => email)}</Rich>
        </Note>
        <p className={style.quiet}>
          {t('sent.nothing')}{' '}
          <button type="button" className={style.textButton} onClick={onAgain}>
            {t('sent.again')}
          </button>
        </p>
      </div>
    </AuthFrame>
  )
}
