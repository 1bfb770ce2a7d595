import { IconLogout } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { signOut } from '#shared/accounts/contract.ts'
import type { SessionView } from '#shared/accounts/shapes.ts'
import { useCall } from '#web/src/page-context.ts'
import { inLanguage, paths } from '#web/src/paths.ts'
import { useLocale, useTexts } from '#web/src/texts/texts.ts'
import { ButtonLink } from '#web/src/ui/button.tsx'
import { Link } from '#web/src/ui/link.tsx'
import { Panel } from '#web/src/ui/panel.tsx'
import { Empty } from '#web/src/ui/states.tsx'
import style from './account-page.module.css'
import { accountTexts } from './account-texts.ts'
import { AddressBook } from './address-book.tsx'
import { Organisations } from './organisations.tsx'
import { Profile } from './profile.tsx'
import { sessionQuery } from './queries.ts'
import { PasswordPanel, SessionsPanel } from './security.tsx'

export const accountSections = ['profile', 'security', 'organisations', 'addresses', 'selling'] as const
export type AccountSection = (typeof accountSections)[number]

type AccountPageProps = {
  section: AccountSection
  given: SessionView
  /** My shops: another feature's matter, given by the page. */
  selling: (session: SessionView) => ReactNode
}

/** Who I am, where I am signed in, for whom I act, where goods go, and my shops. */
export function AccountPage({ section, given, selling }: AccountPageProps) {
  const t = useTexts(accountTexts)
  const locale = useLocale()
  const call = useCall()
  const { data: session = given } = useQuery(sessionQuery(call))
  const leave = async () => {
    await call(signOut, {})
    location.assign(inLanguage(locale, paths.markets()))
  }
  return (
    <main className={`wrap ${style.page}`} id="main">
      <h1>{t('title')}</h1>
      <p className={style.who}>
        {session.person.name} · {session.person.email}
      </p>
      <div className={style.grid}>
        <nav className={style.nav} aria-label={t('title')}>
          {accountSections.map((one) => (
            <Link key={one} to={paths.account(one)} aria-current={one === section ? 'page' : undefined}>
              {t(`section.${one}`)}
            </Link>
          ))}
          <button type="button" onClick={() => void leave()}>
            <IconLogout size={18} stroke={1.6} aria-hidden="true" />
            {t('signOut')}
          </button>
        </nav>
        <div className={style.content}>
          {section === 'profile' && <Profile person={session.person} />}
          {section === 'security' && (
            <>
              <PasswordPanel />
              <SessionsPanel />
            </>
          )}
          {section === 'organisations' && <Organisations session={session} />}
          {section === 'addresses' && <Addresses session={session} />}
          {section === 'selling' && selling(session)}
        </div>
      </div>
    </main>
  )
}

function Addresses({ session }: { session: SessionView }) {
  const t = useTexts(accountTexts)
  if (session.acting !== null) return <AddressBook organisation={session.acting} />
  return (
    <Panel>
      <Empty
        title={t('org.none')}
        actions={
          <ButtonLink kind="primary" to={paths.account('organisations')}>
            {t('noOrganisation')}
          </ButtonLink>
        }
      >
        {t('org.none.text')}
      </Empty>
    </Panel>
  )
}
