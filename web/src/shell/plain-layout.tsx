import { IconUser, IconWorld } from '@tabler/icons-react'
import { Outlet } from '@tanstack/react-router'
import { useSession } from '#web/src/page-context.ts'
import { paths } from '#web/src/paths.ts'
import { useLocale, useTexts } from '#web/src/texts/texts.ts'
import { Link } from '#web/src/ui/link.tsx'
import { useOtherLanguage } from './header.tsx'
import { MarketMark } from './market-mark.tsx'
import style from './plain-layout.module.css'
import { shellTexts } from './texts.ts'

/** Around pages that belong to no market: signing in, the account. The mark, the account, the other language. */
export function PlainLayout() {
  const t = useTexts(shellTexts)
  const locale = useLocale()
  const session = useSession()
  return (
    <>
      <header className={style.top}>
        <div className={`wrap ${style.bar}`}>
          <Link to={paths.markets()} className={style.brand}>
            <MarketMark size={36} />
            <b>{locale === 'zh' ? '集市' : 'Jishi'}</b>
          </Link>
          <nav className={style.tools} aria-label={t('main')}>
            <Link to={paths.markets()}>{t('menu.allMarkets')}</Link>
            <a href={useOtherLanguage()} hrefLang={locale === 'zh' ? 'en' : 'zh-CN'} aria-label={t('tool.languageLabel')}>
              <IconWorld size={20} stroke={1.6} aria-hidden="true" />
              {t('tool.language')}
            </a>
            {session && (
              <Link to={paths.account()}>
                <IconUser size={20} stroke={1.6} aria-hidden="true" />
                <span className={style.name}>{session.person.name}</span>
              </Link>
            )}
          </nav>
        </div>
      </header>
      <Outlet />
    </>
  )
}
