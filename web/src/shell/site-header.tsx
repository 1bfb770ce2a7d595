import { IconUser, IconWorld } from '@tabler/icons-react'
import { useSession } from '#web/src/page-context.ts'
import { paths } from '#web/src/paths.ts'
import { useLocale, useTexts } from '#web/src/texts/texts.ts'
import { Link } from '#web/src/ui/link.tsx'
import { DeskLinks } from './desk-links.tsx'
import { useOtherLanguage } from './header.tsx'
import { MarketMark } from './market-mark.tsx'
import style from './site-header.module.css'
import { shellTexts } from './texts.ts'

/** The header of pages that belong to no market: the list of markets, sign-in, the account. */
export function SiteHeader() {
  const t = useTexts(shellTexts)
  const locale = useLocale()
  const session = useSession()
  return (
    <header className={style.top}>
      <div className="wrap">
        <div className={style.bar}>
          <Link className={style.brand} to={paths.markets()}>
            <MarketMark size={34} />
            <b>{t('site')}</b>
          </Link>
          <span className={style.tools}>
            <DeskLinks />
            <Link to={session ? paths.account() : paths.signIn()}>
              <IconUser size={20} stroke={1.6} aria-hidden="true" />
              {session ? session.person.name : t('tool.signIn')}
            </Link>
            <a
              href={useOtherLanguage()}
              hrefLang={locale === 'zh' ? 'en' : 'zh-CN'}
              aria-label={t('tool.languageLabel')}
            >
              <IconWorld size={20} stroke={1.6} aria-hidden="true" />
              {t('tool.language')}
            </a>
          </span>
        </div>
      </div>
    </header>
  )
}
