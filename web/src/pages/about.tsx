import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { inLocale } from '#shared/text.ts'
import { Complaints, OperatorLicence, Parties, Powers, Venues } from '#web/src/features/markets/about.tsx'
import { marketQuery } from '#web/src/features/markets/queries.ts'
import { marketTexts } from '#web/src/features/markets/texts.ts'
import { useCall } from '#web/src/page-context.ts'
import { paths } from '#web/src/paths.ts'
import { SealStamp } from '#web/src/shell/seal.tsx'
import { shellTexts } from '#web/src/shell/texts.ts'
import { useLocale, useTexts } from '#web/src/texts/texts.ts'
import { Link } from '#web/src/ui/link.tsx'
import { Panel } from '#web/src/ui/panel.tsx'
import style from './about.module.css'

/** `/m/$market/about`: who runs this market, who may decide what, and whom to turn to. */
export function AboutPage() {
  const { market: slug = '' } = useParams({ strict: false })
  const t = useTexts(marketTexts)
  const shell = useTexts(shellTexts)
  const locale = useLocale()
  const { data: market } = useSuspenseQuery(marketQuery(useCall(), slug))
  const kind =
    market.ownership === 'enterprise_led'
      ? 'ownership.enterprise_led'
      : (`ownership.government_sponsored.${market.operation}` as const)
  const introduction = inLocale(market.introduction, locale)
  return (
    <main className="wrap" id="main">
      <header className={style.head}>
        <SealStamp ownership={market.ownership} />
        <div>
          <h1>{t('about.title', { market: inLocale(market.name, locale) })}</h1>
          <p>
            <b>{shell(`owner.${market.ownership}`)}</b> · {t(kind)}
          </p>
          {introduction !== '' && <p>{introduction}</p>}
        </div>
      </header>
      <div className={style.columns}>
        <div className={style.column}>
          <Powers market={market} />
          <Parties market={market} />
        </div>
        <div className={style.column}>
          <OperatorLicence market={market} />
          <Complaints market={market} />
          <Venues market={market} />
          {market.branches.length > 0 && (
            <Panel title={t('about.branches')}>
              {market.branches.map((one) => (
                <p key={one.id}>
                  <Link className="link" to={paths.home(one.slug)}>
                    {inLocale(one.name, locale)}
                  </Link>
                </p>
              ))}
            </Panel>
          )}
        </div>
      </div>
    </main>
  )
}
