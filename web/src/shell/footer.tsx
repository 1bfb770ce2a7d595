import { inLocale } from '#shared/text.ts'
import type { Market } from '#web/src/features/markets/queries.ts'
import { paths } from '#web/src/paths.ts'
import { useLocale, useTexts } from '#web/src/texts/texts.ts'
import { classes } from '#web/src/ui/class-names.ts'
import { Link } from '#web/src/ui/link.tsx'
import style from './footer.module.css'
import { shellTexts } from './texts.ts'

/** Who answers for this market, how to complain, where to go on. Every name and number is the market's own record. */
export function Footer({ market }: { market: Market }) {
  const t = useTexts(shellTexts)
  const locale = useLocale()
  const { operatorOfRecord: operator, contact } = market
  const venue = market.venues[0]
  return (
    <footer className={style.foot}>
      <div className="wrap">
        <div className={style.grid}>
          <div className={style.identity}>
            <b>{inLocale(market.name, locale)}</b>
            <p>{t('foot.operator', { name: operator.legalName ?? inLocale(operator.name, locale) })}</p>
            {operator.creditCode && (
              <p>
                {t('foot.credit')} <span className="num">{operator.creditCode}</span> ·{' '}
                <Link className={classes('link', style.licence)} to={`${paths.about(market.slug)}#licence`}>
                  {t('foot.licence')}
                </Link>
              </p>
            )}
            {venue && (
              <p>
                {t('foot.venue', {
                  name: inLocale(venue.name, locale),
                  address: inLocale(venue.address, locale),
                })}
              </p>
            )}
            {contact.supervisor && (
              <p>{t('foot.supervisor', { name: inLocale(contact.supervisor.name, locale) })}</p>
            )}
          </div>
          <FootList
            title={t('foot.buying')}
            links={[
              [t('nav.quick'), paths.search(market.slug, { leadTimeMax: 2 })],
              [t('nav.newest'), paths.search(market.slug, { sort: 'newest' })],
              [t('nav.custom'), paths.search(market.slug, { customisable: true })],
              [t('tool.cart'), paths.cart(market.slug)],
            ]}
          />
          <FootList title={t('foot.selling')} links={[[t('menu.openShop'), paths.openShop(market.slug)]]} />
          <FootList
            title={t('foot.rules')}
            links={[
              [t('menu.about'), paths.about(market.slug)],
              [t('owner.charter'), `${paths.about(market.slug)}#powers`],
              [t('menu.markets'), paths.markets()],
            ]}
          />
          <div className={style.help}>
            <h2>{t('foot.complaints')}</h2>
            <a className={style.phone} href={`tel:${contact.complaintPhone.replaceAll(/[^\d+]/g, '')}`}>
              {contact.complaintPhone}
            </a>
            <p>{inLocale(contact.complaintHours, locale)}</p>
            {contact.complaintEmail && (
              <p>
                <a className="link" href={`mailto:${contact.complaintEmail}`}>
                  {contact.complaintEmail}
                </a>
              </p>
            )}
            <a className="link" href="https://www.12315.cn" rel="noreferrer">
              {t('foot.complaints.national')}
            </a>
          </div>
        </div>
        <div className={style.legal}>
          {market.registrations.map((one) => (
            <span key={one.number}>
              {inLocale(one.name, locale)} {one.number}
            </span>
          ))}
          <span>{t('foot.money')}</span>
        </div>
      </div>
    </footer>
  )
}

function FootList({ title, links }: { title: string; links: readonly (readonly [string, string])[] }) {
  return (
    <div>
      <h2>{title}</h2>
      <ul>
        {links.map(([name, to]) => (
          <li key={to}>
            <Link to={to}>{name}</Link>
          </li>
        ))}
      </ul>
    </div>
  )
}
