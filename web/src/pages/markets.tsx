import { useSuspenseQuery } from '@tanstack/react-query'
import { inLocale } from '#shared/text.ts'
import { listMarketsQuery } from '#web/src/features/markets/queries.ts'
import { marketTexts } from '#web/src/features/markets/texts.ts'
import { useCall } from '#web/src/page-context.ts'
import { paths } from '#web/src/paths.ts'
import { SealStamp } from '#web/src/shell/seal.tsx'
import { SiteHeader } from '#web/src/shell/site-header.tsx'
import { shellTexts } from '#web/src/shell/texts.ts'
import { useLocale, useTexts } from '#web/src/texts/texts.ts'
import { dateText } from '#web/src/ui/date.tsx'
import { Link } from '#web/src/ui/link.tsx'
import { Empty } from '#web/src/ui/states.tsx'
import style from './markets.module.css'

/** `/`: the markets of this installation. */
export function MarketsPage() {
  const t = useTexts(marketTexts)
  const shell = useTexts(shellTexts)
  const locale = useLocale()
  const { data } = useSuspenseQuery(listMarketsQuery(useCall()))
  return (
    <>
      <SiteHeader />
      <main className={style.page} id="main">
        <h1>{t('list.title')}</h1>
        <p className={style.text}>{t('list.text')}</p>
        {data.items.length === 0 ? (
          <Empty title={t('list.empty')}>{t('list.emptyText')}</Empty>
        ) : (
          <ul className={style.markets}>
            {data.items.map((market) => (
              <li key={market.id}>
                <Link to={paths.home(market.slug)}>
                  <SealStamp ownership={market.ownership} />
                  <span className={style.words}>
                    <b>{inLocale(market.name, locale)}</b>
                    <span>{inLocale(market.tagline, locale)}</span>
                    <small>
                      {[
                        shell(`owner.${market.ownership}`),
                        t(`goods.${market.goods}`),
                        inLocale(market.cluster.name, locale),
                        market.openedOn && t('list.opened', { date: dateText(market.openedOn, locale) }),
                      ]
                        .filter(Boolean)
                        .join(' · ')}
                    </small>
                  </span>
                  <span className={style.enter}>{t('list.enter')}</span>
                </Link>
              </li>
            ))}
          </ul>
        )}
      </main>
    </>
  )
}
