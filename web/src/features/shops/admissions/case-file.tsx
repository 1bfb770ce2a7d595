import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { categoryById } from '#shared/catalogue/categories.ts'
import { checkCreditCode } from '#shared/enterprises/credit-code.ts'
import type { MarketView } from '#shared/markets/shapes.ts'
import { decidingManners } from '#shared/markets/shapes.ts'
import type { ApplicationView } from '#shared/shops/shapes.ts'
import { inLocale } from '#shared/text.ts'
import { useSession } from '#web/src/page-context.ts'
import { paths } from '#web/src/paths.ts'
import { useLocale, useTexts } from '#web/src/texts/texts.ts'
import { dateText } from '#web/src/ui/date.tsx'
import { Link } from '#web/src/ui/link.tsx'
import { Note } from '#web/src/ui/note.tsx'
import { Facts, Panel } from '#web/src/ui/panel.tsx'
import style from './case-file.module.css'
import { DocumentList } from './documents.tsx'
import { admissionTexts } from './texts.ts'

type CaseProps = { market: string; application: ApplicationView }

/** Everything the office needs to decide, on one page: checks, identity beside its documents, what was applied for. */
export function CaseFile({ market, application }: CaseProps) {
  const t = useTexts(admissionTexts)
  return (
    <>
      <Panel title={t('section.checks')} note={t('section.checks.note')}>
        <ul className={style.checks}>
          {application.checks.map(({ check, fits }) => (
            <li key={check} data-fits={fits || undefined}>
              {fits ? (
                <IconCircleCheck size={18} stroke={1.7} aria-hidden="true" />
              ) : (
                <IconAlertTriangle size={18} stroke={1.7} aria-hidden="true" />
              )}
              <span>{t(fits ? `check.${check}` : `check.${check}.no`)}</span>
              <small>{fits ? t('fits') : t('doubt')}</small>
            </li>
          ))}
        </ul>
      </Panel>
      <div className={style.two}>
        <Identity application={application} />
        <Panel title={t('section.licence')}>
          <DocumentList market={market} application={application} />
        </Panel>
      </div>
      <Applied application={application} />
    </>
  )
}

function Identity({ application }: { application: ApplicationView }) {
  const t = useTexts(admissionTexts)
  const locale = useLocale()
  const stated = application.identity?.stated ?? null
  if (stated === null)
    return (
      <Panel title={t('section.identity')}>
        <Note tone="gold">{t('id.none')}</Note>
      </Panel>
    )
  const code = checkCreditCode(stated.creditCode)
  const word = code.level === 'ok' ? (code.check17 === false ? 'check17' : 'ok') : code.level
  const spaced = `${code.code.slice(0, 2)} ${code.code.slice(2, 8)} ${code.code.slice(8, 17)} ${code.code.slice(17)}`
  const verifications = application.identity?.verifications ?? []
  return (
    <Panel title={t('section.identity')}>
      <Facts
        wide
        rows={[
          [
            t('id.code'),
            <span key="code">
              <b className={style.code}>{spaced}</b>
              <small data-level={word}>{t(`code.${word}`)}</small>
            </span>,
          ],
          [t('id.name'), <b key="name">{stated.legalName}</b>],
          [t('id.form'), t(`form.${stated.legalForm}`)],
          [t('id.representative'), stated.representative],
          stated.registeredCapital === null ? null : [t('id.capital'), stated.registeredCapital],
          [t('id.established'), dateText(stated.establishedOn, locale)],
          [t('id.domicile'), stated.domicile],
          [
            t('id.scope'),
            <span key="scope" className={style.scope}>
              {stated.businessScope}
            </span>,
          ],
        ]}
      />
      {verifications.length > 0 && (
        <p className={style.quiet}>
          {t('verifications')}：
          {verifications
            .map(
              (one) =>
                `${dateText(one.at, locale)} ${t(`verification.${one.result}`)}（${t(`method.${one.method}`)}）`,
            )
            .join('、')}
        </p>
      )}
    </Panel>
  )
}

function Applied({ application }: { application: ApplicationView }) {
  const t = useTexts(admissionTexts)
  const locale = useLocale()
  const names = application.categoryIds.map((id) => {
    const name = categoryById(id)?.name
    return name === undefined ? id : inLocale(name, locale)
  })
  return (
    <Panel title={t('section.application')}>
      <Facts
        wide
        rows={[
          [t('app.shop'), inLocale(application.shopName, locale)],
          [t('app.categories'), names.join(locale === 'zh' ? '、' : ', ')],
          [t('app.contact'), `${application.contactName} ${application.contactPhone}`],
          [t('app.booth'), application.boothWish === '' ? t('app.booth.none') : application.boothWish],
          [t('app.intro'), inLocale(application.introduction, locale)],
        ]}
      />
    </Panel>
  )
}

type PowerProps = {
  view: MarketView
  power: 'admit_shops' | 'review_listings'
  mayDecide: boolean
  own: boolean
  intro: string
  children?: ReactNode
}

/** Who may decide, by the charter: the holders, how they decide, and whether the reader is one of them. */
export function PowerPanel({ view, power, mayDecide, own, intro, children }: PowerProps) {
  const t = useTexts(admissionTexts)
  const locale = useLocale()
  const session = useSession()
  const holders = view.powers.find((one) => one.power === power)?.holders ?? []
  const nameOf = (id: string) => {
    const party = view.parties.find((one) => one.organisationId === id)
    return party === undefined ? '' : inLocale(party.name, locale)
  }
  return (
    <Panel
      title={t('section.power')}
      aside={
        <Link className="link" to={paths.about(view.slug)}>
          {t('charter')}
        </Link>
      }
    >
      <Note tone={mayDecide ? 'sea' : 'gold'}>
        {own
          ? t('power.own')
          : mayDecide
            ? t('power.you', { name: session?.acting ? inLocale(session.acting.name, locale) : '' })
            : t('power.not')}
      </Note>
      <p className={style.quiet}>{intro}</p>
      <ul className={style.holders}>
        {holders.map((holder) => (
          <li
            key={`${holder.role} ${holder.manner}`}
            data-decides={decidingManners.has(holder.manner) || undefined}
          >
            <b>{t(`role.${holder.role}`)}</b>
            <span>
              {holder.organisationIds
                .map(nameOf)
                .filter((name) => name !== '')
                .join(locale === 'zh' ? '、' : ', ')}
              <small>{t(`manner.${holder.manner}`)}</small>
            </span>
          </li>
        ))}
      </ul>
      {children}
    </Panel>
  )
}

/** What happened to the application, the newest first. */
export function CaseHistory({ application }: { application: ApplicationView }) {
  const t = useTexts(admissionTexts)
  const locale = useLocale()
  return (
    <Panel title={t('section.history')}>
      <ol className={style.history}>
        {application.moves.toReversed().map((move) => (
          <li key={move.at + move.to}>
            <b>{move.from === null ? t('move.first') : t(`move.${move.to}`)}</b>{' '}
            <time className="num">{dateText(move.at, locale, 'minute')}</time>
            <span>{move.by}</span>
            {move.reason !== '' && <p>{move.reason}</p>}
          </li>
        ))}
      </ol>
    </Panel>
  )
}
