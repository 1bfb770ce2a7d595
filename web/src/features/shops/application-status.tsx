import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { withdrawApplication } from '#shared/shops/contract.ts'
import type { ApplicationView } from '#shared/shops/shapes.ts'
import { inLocale } from '#shared/text.ts'
import type { Market } from '#web/src/features/markets/queries.ts'
import { useCall } from '#web/src/page-context.ts'
import { paths } from '#web/src/paths.ts'
import { useLocale, useTexts } from '#web/src/texts/texts.ts'
import { Button, ButtonLink } from '#web/src/ui/button.tsx'
import { dateText } from '#web/src/ui/date.tsx'
import { Confirm } from '#web/src/ui/dialog.tsx'
import { Facts, Panel } from '#web/src/ui/panel.tsx'
import { StateWord } from '#web/src/ui/state-word.tsx'
import { useToast } from '#web/src/ui/toasts.tsx'
import style from './application-page.module.css'
import { applicationTexts } from './application-texts.ts'

type Decided = Exclude<ApplicationView['status'], 'draft' | 'returned'>

/** How an application stands: what happens next, what is looked at, and what has happened with the reasons given. */
export function ApplicationStatusPage({
  market,
  application,
}: {
  market: Market
  application: ApplicationView
}) {
  const t = useTexts(applicationTexts)
  const locale = useLocale()
  const status: Decided =
    application.status === 'draft' || application.status === 'returned' ? 'submitted' : application.status
  const names = market.categories
    .filter((one) => application.categoryIds.includes(one.id))
    .map((one) => inLocale(one.name, locale))
  const stated = application.identity?.stated
  return (
    <div className={style.page}>
      <header className={style.head}>
        <h1>{t(`status.${status}`)}</h1>
      </header>
      <p className={style.lead}>
        {inLocale(application.shopName, locale)} · {inLocale(market.name, locale)}
      </p>
      <div className={style.grid}>
        <div className={style.stack}>
          <Panel title={t('next.title')}>
            <p>{t(`next.${status}`)}</p>
            <div className={style.actions}>
              {status === 'admitted' && application.shopId !== null && (
                // The session of this page does not know the shop yet: the workbench is asked for as a whole.
                <ButtonLink
                  kind="primary"
                  target="_self"
                  to={paths.workbench({ market: market.slug, shopId: application.shopId })}
                >
                  {t('next.workbench')}
                </ButtonLink>
              )}
              {(status === 'refused' || status === 'withdrawn') && (
                <ButtonLink kind="primary" to={paths.openShop(market.slug, { application: 'new' })}>
                  {t('next.new')}
                </ButtonLink>
              )}
              <ButtonLink to={paths.home(market.slug)}>{t('next.home')}</ButtonLink>
              {application.actions.includes('withdraw') && (
                <Withdraw market={market.slug} application={application} />
              )}
            </div>
          </Panel>
          <Panel title={t('moves.title')}>
            <ol className={style.moves}>
              {application.moves.toReversed().map((move) => (
                <li key={`${move.at} ${move.to}`}>
                  <b>{t(`move.${move.to}`)}</b>
                  <small className="num">
                    {dateText(move.at, locale, 'minute')} · {move.by}
                  </small>
                  {move.reason !== '' && <p>{move.reason}</p>}
                </li>
              ))}
            </ol>
          </Panel>
        </div>
        <div className={style.stack}>
          {application.checks.length > 0 && status === 'submitted' && (
            <Panel title={t('checks.title')}>
              <ul className={style.checks}>
                {application.checks.map((one) => (
                  <li key={one.check}>
                    {t(`check.${one.check}`)}
                    <StateWord tone={one.fits ? 'ok' : 'wait'}>
                      {t(one.fits ? 'check.fits' : 'check.look')}
                    </StateWord>
                  </li>
                ))}
              </ul>
            </Panel>
          )}
          <Panel title={t('step.shop')}>
            <Facts
              rows={[
                stated == null ? null : [t('summary.organisation'), stated.legalName],
                stated == null
                  ? null
                  : [
                      t('summary.code'),
                      <span key="code" className="num">
                        {stated.creditCode}
                      </span>,
                    ],
                [t('summary.shop'), inLocale(application.shopName, locale)],
                [t('summary.categories'), names.join(locale === 'zh' ? '、' : ', ')],
                [t('summary.contact'), `${application.contactName} ${application.contactPhone}`],
                application.boothWish === '' ? null : [t('summary.booth'), application.boothWish],
              ]}
            />
          </Panel>
        </div>
      </div>
    </div>
  )
}

function Withdraw({ market, application }: { market: string; application: ApplicationView }) {
  const t = useTexts(applicationTexts)
  const call = useCall()
  const toast = useToast()
  const queryClient = useQueryClient()
  const [asking, setAsking] = useState(false)
  const withdraw = async () => {
    const fresh = await call(withdrawApplication, { params: { market, applicationId: application.id } })
    queryClient.setQueryData(['application', market, application.id], fresh)
    toast({ text: t('withdraw.done') })
  }
  return (
    <>
      <Button kind="quiet" onClick={() => setAsking(true)}>
        {t('withdraw.go')}
      </Button>
      <Confirm
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('withdraw.title')}
        action={t('withdraw.go')}
        onConfirm={withdraw}
      >
        {t('withdraw.text')}
      </Confirm>
    </>
  )
}
