import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { inLocale } from '#shared/text.ts'
import { listMarketsQuery } from '#web/src/features/markets/queries.ts'
import { useCall } from '#web/src/page-context.ts'
import { paths } from '#web/src/paths.ts'
import { useLocale, useTexts } from '#web/src/texts/texts.ts'
import { Link } from '#web/src/ui/link.tsx'
import style from './auth-frame.module.css'
import { accessTexts } from './texts.ts'

/** The form on white, and beside it, on brick, what waits behind it: the markets of this installation. */
export function AuthFrame({
  title,
  text,
  children,
  foot,
}: {
  title: string
  text?: ReactNode
  children: ReactNode
  foot?: ReactNode
}) {
  const t = useTexts(accessTexts)
  const locale = useLocale()
  const { data } = useQuery(listMarketsQuery(useCall()))
  return (
    <main className={style.page} id="main">
      <div className={style.frame}>
        <section className={style.form}>
          <h1>{title}</h1>
          {text !== undefined && <p className={style.text}>{text}</p>}
          {children}
          {foot !== undefined && <div className={style.foot}>{foot}</div>}
        </section>
        <aside className={style.aside}>
          <Roofs />
          <div className={style.words}>
            <h2>{t('frame.title')}</h2>
            <p>{t('frame.text')}</p>
            {data && data.items.length > 0 && (
              <>
                <h3>{t('frame.markets')}</h3>
                <ul>
                  {data.items.slice(0, 6).map((market) => (
                    <li key={market.id}>
                      <Link to={paths.home(market.slug)}>
                        <b>{inLocale(market.name, locale)}</b>
                        <span>{inLocale(market.cluster.name, locale)}</span>
                      </Link>
                    </li>
                  ))}
                </ul>
              </>
            )}
          </div>
        </aside>
      </div>
    </main>
  )
}

/** Swallow-tail ridges of Minnan houses, one row behind the other. */
function Roofs() {
  const house = 'M0 40c16 12 40 16 70 16s54-4 70-16c-5 16-13 24-22 28v120H22V68C13 64 5 56 0 40z'
  return (
    <svg
      className={style.roofs}
      viewBox="0 0 420 190"
      preserveAspectRatio="xMidYMax slice"
      aria-hidden="true"
    >
      <g fill="#9c3722">
        <path d={house} transform="translate(60 8) scale(1.05)" />
        <path d={house} transform="translate(226 0) scale(1.2)" />
      </g>
      <g fill="#7f2c1b">
        <path d={house} transform="translate(-60 54) scale(1.25)" />
        <path d={house} transform="translate(130 44) scale(1.4)" />
        <path d={house} transform="translate(340 60) scale(1.2)" />
      </g>
    </svg>
  )
}
