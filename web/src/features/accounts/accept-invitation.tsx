import { useEffect, useState } from 'react'
import { acceptInvitation, signOut } from '#shared/accounts/contract.ts'
import type { MembershipView } from '#shared/accounts/shapes.ts'
import { inLocale } from '#shared/text.ts'
import { useCall, useSession } from '#web/src/page-context.ts'
import { inLanguage, paths } from '#web/src/paths.ts'
import { useLocale, useTexts } from '#web/src/texts/texts.ts'
import { Button, ButtonLink } from '#web/src/ui/button.tsx'
import { Note } from '#web/src/ui/note.tsx'
import { uiTexts } from '#web/src/ui/texts.ts'
import { failureText } from '#web/src/ui/use-form.ts'
import { AuthFrame } from './auth-frame.tsx'
import style from './form.module.css'
import { useMailToken } from './new-password.tsx'
import { accessTexts } from './texts.ts'

const kept = 'jishi-invitation'

/** The token of the mail's link, kept in this tab while the reader signs in: in a URL of ours it would stand in logs. */
function useKeptToken(): string | null | undefined {
  const fromMail = useMailToken()
  const [token, setToken] = useState<string | null>()
  // The tab's storage lives outside React.
  useEffect(() => {
    if (fromMail === undefined) return
    if (fromMail !== null) sessionStorage.setItem(kept, fromMail)
    setToken(fromMail ?? sessionStorage.getItem(kept))
  }, [fromMail])
  return token
}

/** Joins an organisation with the token from the mail. Who is not signed in signs in first and comes back here. */
export function AcceptInvitation() {
  const t = useTexts(accessTexts)
  const words = useTexts(uiTexts)
  const locale = useLocale()
  const call = useCall()
  const session = useSession()
  const token = useKeptToken()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState('')
  const [joined, setJoined] = useState<MembershipView | null>(null)
  const accept = async () => {
    if (!token) return
    setBusy(true)
    setFailure('')
    try {
      setJoined(await call(acceptInvitation, { body: { token } }))
      sessionStorage.removeItem(kept)
    } catch (error) {
      setFailure(failureText(error, words))
    } finally {
      setBusy(false)
    }
  }
  const change = async () => {
    await call(signOut, {})
    location.assign(inLanguage(locale, paths.signIn(paths.invitation())))
  }
  if (joined !== null)
    return (
      <AuthFrame
        title={t('invitation.done', { name: inLocale(joined.name, locale) })}
        text={t('invitation.done.text', { role: t(`role.${joined.role}`) })}
      >
        <div className={style.form}>
          <Button
            kind="primary"
            size="l"
            wide
            onClick={() => location.assign(inLanguage(locale, paths.account('organisations')))}
          >
            {t('invitation.open')}
          </Button>
        </div>
      </AuthFrame>
    )
  return (
    <AuthFrame title={t('invitation.title')} text={t('invitation.text')}>
      <div className={style.form}>
        {token === null && <Note tone="rust">{t('invitation.noToken.text')}</Note>}
        {failure !== '' && (
          <Note tone="rust" live>
            {failure}
          </Note>
        )}
        {session === null ? (
          <>
            <Note>{t('invitation.signIn')}</Note>
            <ButtonLink kind="primary" size="l" wide to={paths.signIn(paths.invitation())}>
              {t('signIn.go')}
            </ButtonLink>
            <ButtonLink size="l" wide to={paths.register(paths.invitation())}>
              {t('signIn.register')}
            </ButtonLink>
          </>
        ) : (
          <>
            <p className={style.quiet}>
              {t('invitation.as', { name: session.person.name, email: session.person.email })}
            </p>
            <Button kind="primary" size="l" wide busy={busy} disabled={!token} onClick={() => void accept()}>
              {t('invitation.go')}
            </Button>
            <Button wide onClick={() => void change()}>
              {t('invitation.other')}
            </Button>
          </>
        )}
      </div>
    </AuthFrame>
  )
}
