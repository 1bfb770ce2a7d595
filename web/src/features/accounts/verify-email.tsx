import { useState } from 'react'
import { confirmRegistration } from '#shared/accounts/contract.ts'
import { useCall } from '#web/src/page-context.ts'
import { paths } from '#web/src/paths.ts'
import { useTexts } from '#web/src/texts/texts.ts'
import { ButtonLink } from '#web/src/ui/button.tsx'
import { Note } from '#web/src/ui/note.tsx'
import { AuthFrame } from './auth-frame.tsx'
import style from './form.module.css'
import { NewPasswordForm, useMailToken } from './new-password.tsx'
import { StartChoice } from './start-choice.tsx'
import { accessTexts } from './texts.ts'

/** Opens the account with the token from the mail, then asks what the person came for. */
export function VerifyEmail() {
  const t = useTexts(accessTexts)
  const call = useCall()
  const token = useMailToken()
  const [opened, setOpened] = useState<{ startedAt: string | null } | null>(null)
  if (opened !== null) return <StartChoice startedAt={opened.startedAt} />
  if (token === null)
    return (
      <AuthFrame title={t('verify.noToken')}>
        <div className={style.form}>
          <Note tone="rust">{t('verify.noToken.text')}</Note>
          <ButtonLink kind="primary" size="l" wide to={paths.register()}>
            {t('verify.registerAgain')}
          </ButtonLink>
        </div>
      </AuthFrame>
    )
  const open = async (password: string) => {
    if (!token) return
    setOpened(await call(confirmRegistration, { body: { token, password } }))
  }
  return (
    <AuthFrame title={t('verify.title')} text={t('verify.text')}>
      <NewPasswordForm action={t('verify.go')} send={open} />
    </AuthFrame>
  )
}
