import { inLocale } from '#shared/text.ts'
import { useLocale, useTexts } from '#web/src/texts/texts.ts'
import { DateText, dateText } from '#web/src/ui/date.tsx'
import { Facts, Panel } from '#web/src/ui/panel.tsx'
import { count, percent } from '#web/src/ui/quantity.ts'
import style from './about.module.css'
import type { Market } from './queries.ts'
import { marketTexts } from './texts.ts'

/** Which party decides what: the charter as a table. */
export function Powers({ market }: { market: Market }) {
  const t = useTexts(marketTexts)
  const locale = useLocale()
  const nameOf = (id: string) => market.parties.find((party) => party.organisationId === id)?.name
  return (
    <Panel title={t('about.powers')} id="powers">
      <p className={style.note}>{t('about.powersNote')}</p>
      <table className={style.powers}>
        <tbody>
          {market.powers.map(({ power, holders }) => (
            <tr key={power}>
              <th scope="row">{t(`power.${power}`)}</th>
              <td>
                {holders.map((holder) => {
                  const names = holder.organisationIds
                    .flatMap((id) => nameOf(id) ?? [])
                    .map((name) => inLocale(name, locale))
                  return (
                    <p key={holder.role + holder.manner} title={names.join(locale === 'zh' ? '、' : ', ')}>
                      <b>{t(`role.${holder.role}`)}</b> {t(`manner.${holder.manner}`)}
                      {names.length === 1 && <small>{names[0]}</small>}
                    </p>
                  )
                })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  )
}

/** Everybody who has a part in the market. */
export function Parties({ market }: { market: Market }) {
  const t = useTexts(marketTexts)
  const locale = useLocale()
  return (
    <Panel title={t('about.parties')}>
      <ul className={style.parties}>
        {market.parties.map((party) => (
          <li key={party.organisationId + party.role}>
            <b>{inLocale(party.name, locale)}</b>
            <span>{t(`role.${party.role}`)}</span>
            <small>
              {party.shareBps !== null && `${t('about.share', { share: percent(party.shareBps) })} · `}
              {t('about.since', { date: dateText(party.since, locale) })}
            </small>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

/** The operator's registration (E-Commerce Law art. 15), with the filings of the site. */
export function OperatorLicence({ market }: { market: Market }) {
  const t = useTexts(marketTexts)
  const locale = useLocale()
  const { operatorOfRecord: operator } = market
  const row = (term: string, fact: string | null): readonly [string, string] | null =>
    fact === null || fact === '' ? null : [term, fact]
  return (
    <Panel
      title={t('about.operator')}
      id="licence"
      note={
        operator.verifiedOn ? t('about.verified', { date: dateText(operator.verifiedOn, locale) }) : undefined
      }
    >
      <Facts
        wide
        rows={[
          [t('about.legalName'), operator.legalName ?? inLocale(operator.name, locale)],
          operator.creditCode
            ? [
                t('about.code'),
                <span key="code" className="num">
                  {operator.creditCode}
                </span>,
              ]
            : null,
          row(t('about.representative'), operator.representative),
          row(t('about.capital'), operator.registeredCapital),
          operator.establishedOn
            ? [
                t('about.established'),
                <DateText key="established" value={operator.establishedOn} locale={locale} />,
              ]
            : null,
          row(t('about.domicile'), operator.domicile),
          row(t('about.scope'), operator.businessScope),
          ...market.registrations.map((one) => [inLocale(one.name, locale), one.number] as const),
        ]}
      />
    </Panel>
  )
}

/** Whom to turn to, and who watches over the market. */
export function Complaints({ market }: { market: Market }) {
  const t = useTexts(marketTexts)
  const locale = useLocale()
  const { contact } = market
  const phone = (number: string) => (
    <a className="link num" href={`tel:${number.replaceAll(/[^\d+]/g, '')}`}>
      {number}
    </a>
  )
  return (
    <Panel title={t('about.complaints')} id="complaints">
      <Facts
        wide
        rows={[
          [t('about.phone'), phone(contact.complaintPhone)],
          contact.complaintEmail === ''
            ? null
            : [
                t('about.email'),
                <a key="mail" className="link" href={`mailto:${contact.complaintEmail}`}>
                  {contact.complaintEmail}
                </a>,
              ],
          [t('about.hours'), inLocale(contact.complaintHours, locale)],
          contact.supervisor
            ? [
                t('about.supervisor'),
                <>
                  {inLocale(contact.supervisor.name, locale)}
                  <small>
                    {phone(contact.supervisor.phone)} {inLocale(contact.supervisor.address, locale)}
                  </small>
                </>,
              ]
            : null,
        ]}
      />
    </Panel>
  )
}

/** The buildings the market relies on. */
export function Venues({ market }: { market: Market }) {
  const t = useTexts(marketTexts)
  const locale = useLocale()
  return market.venues.map((venue) => (
    <Panel key={venue.id} title={inLocale(venue.name, locale)} note={t('about.venue')}>
      <Facts
        wide
        rows={[
          [t('about.address'), inLocale(venue.address, locale)],
          [t('about.opening'), inLocale(venue.openingHours, locale)],
        ]}
      />
      <p className={style.note}>
        {t('about.halls', {
          halls: venue.halls.length,
          booths: count(venue.boothCount),
          taken: count(venue.leasedCount),
        })}
      </p>
    </Panel>
  ))
}
