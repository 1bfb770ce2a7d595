import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { ApplicationView } from '#shared/shops/shapes.ts'
import { inLocale } from '#shared/text.ts'
import { marketQuery } from '#web/src/features/markets/queries.ts'
import style from '#web/src/features/shops/admissions/case-file.module.css'
import { CaseFile, CaseHistory, PowerPanel } from '#web/src/features/shops/admissions/case-file.tsx'
import { DecisionPanel } from '#web/src/features/shops/admissions/decision-panel.tsx'
import { admissionPatience, applicationTones } from '#web/src/features/shops/admissions/queue.tsx'
import { admissionTexts } from '#web/src/features/shops/admissions/texts.ts'
import { applicationQuery } from '#web/src/features/shops/queries.ts'
import { usePageContext, useSession } from '#web/src/page-context.ts'
import { paths } from '#web/src/paths.ts'
import { useLocale, useTexts } from '#web/src/texts/texts.ts'
import { dateText } from '#web/src/ui/date.tsx'
import { Link } from '#web/src/ui/link.tsx'
import { Loaded, Rows } from '#web/src/ui/loaded.tsx'
import { ConsolePage, PageHead } from '#web/src/ui/page-head.tsx'
import { StateWord } from '#web/src/ui/state-word.tsx'
import { Waited } from '#web/src/ui/waited.tsx'

/** `/console/$market/admissions/$applicationId`: the case file of an application. */
export function AdmissionPage() {
  const { market = '', applicationId = '' } = useParams({ strict: false })
  const { call } = usePageContext()
  const query = useQuery(applicationQuery(call, market, applicationId))
  return (
    <ConsolePage>
      <Loaded query={query} waiting={<Rows count={10} height={26} />}>
        {(data) => <Case market={market} application={data} />}
      </Loaded>
    </ConsolePage>
  )
}

function Case({ market, application }: { market: string; application: ApplicationView }) {
  const t = useTexts(admissionTexts)
  const locale = useLocale()
  const { call } = usePageContext()
  const session = useSession()
  const { data: view } = useQuery(marketQuery(call, market))
  const own = session?.memberships.some((one) => one.organisationId === application.organisationId) ?? false
  const holds =
    session?.markets.find((one) => one.marketSlug === market)?.powers.includes('admit_shops') ?? false
  return (
    <>
      <PageHead
        title={inLocale(application.shopName, locale)}
        crumbs={<Link to={paths.admissions(market)}>{t('title')}</Link>}
      >
        <StateWord tone={applicationTones[application.status]}>{t(`state.${application.status}`)}</StateWord>
        {' · '}
        {t('case.meta', {
          enterprise: inLocale(application.organisationName, locale),
          date: application.submittedAt === null ? '–' : dateText(application.submittedAt, locale, 'minute'),
        })}{' '}
        {application.waitingHours !== null && (
          <Waited hours={application.waitingHours} patience={admissionPatience} />
        )}
      </PageHead>
      <div className={style.columns}>
        <div className={style.main}>
          <CaseFile market={market} application={application} />
        </div>
        <div className={style.rail}>
          <DecisionPanel key={application.status} market={market} application={application} />
          {view !== undefined && (
            <PowerPanel
              view={view}
              power="admit_shops"
              mayDecide={holds && !own}
              own={own}
              intro={t('power.text')}
            />
          )}
          <CaseHistory application={application} />
        </div>
      </div>
    </>
  )
}
