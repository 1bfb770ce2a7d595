import { inLocale } from '#shared/text.ts'
import type { MarketView } from '#web/src/api/shapes.ts'
import { paths } from '#web/src/paths.ts'
import { useLocale, useTexts } from '#web/src/texts/texts.ts'
import { Link } from '#web/src/ui/link.tsx'
import style from './footer.module.css'
import { shellTexts } from './texts.ts'

/** Who answers for this market, how to complain, where to go on. Every name and number is the market's own record. */
export function Footer({ market }: { market: MarketView }) {
  const t = useTexts(shellTexts)
  const locale = useLocale()
  const { operator, venue } = market
  return (
    <footer className={style.foot}>
      <div className="wrap">
        <div className={style.grid}>
          <div className={style.identity}>
            <b>{inLocale(market.name, locale)}</b>
            <p>{t('foot.operator', { name: inLocale(operator.name, locale) })}</p>
            <p>
              {t('foot.credit')} <span className="num">{operator.creditCode}</span> ·{' '}
              <Link className="link" to={`${paths.about(market.id)}#licence`}>
                {t('foot.licence')}
              </Link>
            </p>
            {venue && <p>{t('foot.venue', { name: inLocale(venue.name, locale), address: inLocale(venue.address, locale) })}</p>}
            <p>{t('foot.supervisor', { name: inLocale(market.supervisor, locale) })}</p>
          </div>
          <FootList title={t('foot.buying')} links={[
            [t('nav.quick'), paths.search(market.id, { leadTimeMax: 2 })],
            [t('nav.newest'), paths.search(market.id, { sort: 'newest' })],
            [t('nav.custom'), paths.search(market.id, { customisable: true })],
            [t('tool.cart'), paths.cart(market.id)],
          ]} />
          <FootList title={t('foot.selling')} links={[[t('menu.openShop'), paths.openShop(market.id)]]} />
          <FootList title={t('foot.rules')} links={[
            [t('menu.about'), paths.about(market.id)],
            [t('owner.charter'), `${paths.about(market.id)}#powers`],
            [t('menu.markets'), paths.markets()],
          ]} />
          <div className={style.help}>
            <h2>{t('foot.complaints')}</h2>
            <a className={style.phone} href={`tel:${market.complaints.phone.replaceAll(/[^\d+]/g, '')}`}>
              {market.complaints.phone}
            </a>
            <p>{inLocale(market.complaints.hours, locale)}</p>
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
