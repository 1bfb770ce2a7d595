import { IconBuildingStore } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { SessionView } from '#shared/accounts/shapes.ts'
import { inLocale } from '#shared/text.ts'
import { accountTexts } from '#web/src/features/accounts/account-texts.ts'
import { myApplicationsQuery } from '#web/src/features/accounts/queries.ts'
import rows from '#web/src/features/accounts/rows.module.css'
import { listMarketsQuery } from '#web/src/features/markets/queries.ts'
import { useCall } from '#web/src/page-context.ts'
import { paths } from '#web/src/paths.ts'
import { useLocale, useTexts } from '#web/src/texts/texts.ts'
import { ButtonLink } from '#web/src/ui/button.tsx'
import { dateText } from '#web/src/ui/date.tsx'
import { Panel } from '#web/src/ui/panel.tsx'
import { Empty } from '#web/src/ui/states.tsx'

/** My shops and my applications for shops, in all markets. */
export function Selling({ session }: { session: SessionView }) {
  const t = useTexts(accountTexts)
  const locale = useLocale()
  const call = useCall()
  const { data: applications } = useQuery(myApplicationsQuery(call))
  const { data: markets } = useQuery(listMarketsQuery(call))
  const open = (
    <>
      {markets?.items.map((market) => (
        <ButtonLink key={market.id} size="s" to={paths.openShop(market.slug)}>
          {t('selling.open', { market: inLocale(market.name, locale) })}
        </ButtonLink>
      ))}
    </>
  )
  const waiting = applications?.items.filter((one) => one.status !== 'admitted') ?? []
  return (
    <>
      <Panel title={t('selling.shops')}>
        {session.shops.length === 0 ? (
          <Empty
            title={t('selling.none')}
            icon={<IconBuildingStore size={34} stroke={1.4} aria-hidden="true" />}
            actions={open}
          >
            {t('selling.none.text')}
          </Empty>
        ) : (
          <ul className={rows.rows}>
            {session.shops.map((shop) => (
              <li key={shop.shopId}>
                <div className={rows.main}>
                  <b>{inLocale(shop.name, locale)}</b>
                  <small>
                    {inLocale(shop.marketName, locale)} · {t(`role.${shop.role}`)}
                  </small>
                </div>
                <ButtonLink
                  size="s"
                  kind="primary"
                  to={paths.workbench({ market: shop.marketSlug, shopId: shop.shopId })}
                >
                  {t('selling.workbench')}
                </ButtonLink>
              </li>
            ))}
          </ul>
        )}
      </Panel>
      {waiting.length > 0 && (
        <Panel title={t('selling.applications')}>
          <ul className={rows.rows}>
            {waiting.map((one) => (
              <li key={one.id}>
                <div className={rows.main}>
                  <b>{inLocale(one.shopName, locale)}</b>
                  <small>
                    {t(`selling.application.${one.status}`)} · {dateText(one.changedAt, locale)}
                  </small>
                </div>
                <ButtonLink size="s" to={paths.openShop(one.marketSlug, { application: one.id })}>
                  {t('selling.view')}
                </ButtonLink>
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </>
  )
}
