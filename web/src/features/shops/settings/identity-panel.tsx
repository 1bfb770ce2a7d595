import { useQuery } from '@tanstack/react-query'
import { getIdentity } from '#shared/enterprises/contract.ts'
import type { ShopView } from '#shared/shops/shapes.ts'
import { usePageContext } from '#web/src/page-context.ts'
import { paths } from '#web/src/paths.ts'
import { useLocale, useTexts } from '#web/src/texts/texts.ts'
import { ButtonLink } from '#web/src/ui/button.tsx'
import { dateText } from '#web/src/ui/date.tsx'
import { Note } from '#web/src/ui/note.tsx'
import { Facts, Panel } from '#web/src/ui/panel.tsx'
import { StateWord } from '#web/src/ui/state-word.tsx'
import { Licence } from '../licence.tsx'
import style from './settings.module.css'
import { settingsTexts } from './texts.ts'

const tones = { draft: 'idle', pending: 'wait', verified: 'ok', rejected: 'bad' } as const
const shopTones = { open: 'ok', suspended: 'bad', closed: 'idle' } as const

/** Who the shop is before the law, when that was last compared, and when it will be next. */
export function IdentityPanel({ shop, member }: { shop: ShopView; member: boolean }) {
  const t = useTexts(settingsTexts)
  const locale = useLocale()
  const { call } = usePageContext()
  const identity = useQuery({
    queryKey: ['identity', shop.organisationId],
    queryFn: () => call(getIdentity, { params: { organisationId: shop.organisationId } }),
    enabled: member,
  })
  const late =
    shop.nextVerificationOn !== null && shop.nextVerificationOn < new Date().toISOString().slice(0, 10)
  const { data } = identity
  return (
    <div className={style.stack}>
      {shop.nextVerificationOn === null ? (
        <Note tone="gold">{t('licence.none')}</Note>
      ) : (
        <Note tone={late ? 'rust' : 'leaf'}>
          {t(late ? 'licence.late' : 'licence.next', { date: dateText(shop.nextVerificationOn, locale) })} ·{' '}
          {t('licence.text')}
        </Note>
      )}
      {data?.changeDueOn != null && (
        <Note tone="gold">{t('licence.changeDue', { date: dateText(data.changeDueOn, locale) })}</Note>
      )}
      <Panel>
        <Facts
          wide
          rows={[
            [
              t('shop.status'),
              <StateWord key="shop" tone={shopTones[shop.status]}>
                {t(`status.${shop.status}`)}
              </StateWord>,
            ],
            data === undefined
              ? null
              : [
                  t('licence.status'),
                  <StateWord key="identity" tone={tones[data.status]}>
                    {t(`status.${data.status}`)}
                  </StateWord>,
                ],
          ]}
        />
      </Panel>
      <Licence shop={shop} />
      {data !== undefined && data.verifications.length > 0 && (
        <Panel title={t('licence.history')}>
          <ul className={style.history}>
            {data.verifications.map((one) => (
              <li key={one.at}>
                <span className="num">{dateText(one.at, locale)}</span>
                <StateWord tone={one.result === 'verified' ? 'ok' : 'bad'}>
                  {t(`licence.result.${one.result}`)}
                </StateWord>
                <span>{t(`licence.method.${one.method}`)}</span>
                <span className={style.quiet}>
                  {[one.by, one.reason].filter((word) => word !== '').join(' · ')}
                </span>
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {data?.actions.includes('state') && (
        <div>
          <ButtonLink to={paths.account('organisations')}>{t('licence.account')}</ButtonLink>
        </div>
      )}
    </div>
  )
}
