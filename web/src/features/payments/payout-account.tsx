import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { refreshPayoutAccount, startOnboarding } from '#shared/payments/contract.ts'
import type { PayoutAccount } from '#shared/payments/shapes.ts'
import { usePageContext, useSession } from '#web/src/page-context.ts'
import { paths, type ShopPlace } from '#web/src/paths.ts'
import { type Say, useLocale, useTexts } from '#web/src/texts/texts.ts'
import { Button } from '#web/src/ui/button.tsx'
import { Link } from '#web/src/ui/link.tsx'
import { moneyText } from '#web/src/ui/money.tsx'
import { Note } from '#web/src/ui/note.tsx'
import { Panel } from '#web/src/ui/panel.tsx'
import { uiTexts } from '#web/src/ui/texts.ts'
import { failureText } from '#web/src/ui/use-form.ts'
import style from './payout-account.module.css'
import { payoutTexts } from './payout-texts.ts'
import { payoutAccountQuery } from './queries.ts'

/** How the browser came to the page: back from the institution, or sent back by a link of its that is over. */
export type Returned = 'returned' | 'again' | undefined

type Situation = 'none' | 'pending' | 'missing' | 'checking' | 'refused' | 'active' | 'activeMissing'

function situationOf({ state, missing, refused }: PayoutAccount): Situation {
  if (state === 'active') return missing.length > 0 ? 'activeMissing' : 'active'
  if (refused) return 'refused'
  if (state === 'restricted') return missing.length > 0 ? 'missing' : 'checking'
  return state ?? 'none'
}

function sentence(account: PayoutAccount, t: Say<keyof (typeof payoutTexts)['zh']>): string {
  const what = account.missing.map((one) => t(`need.${one}`)).join(t('and'))
  return t(`state.${situationOf(account)}`, { what })
}

/** Owners and managers are told of the account; the shop's other people see the money alone. */
function useAccount(place: ShopPlace, returned?: Returned) {
  const { call } = usePageContext()
  const shop = useSession()?.shops.find((each) => each.shopId === place.shopId)
  return useQuery({
    ...payoutAccountQuery(call, place),
    enabled: shop?.role === 'owner' || shop?.role === 'manager',
    // What the institution decides after the return, and what is sent then, shows without being asked for.
    refetchInterval: ({ state }) =>
      returned === 'returned' &&
      (state.data?.state !== 'active' || state.data.waiting.amount > 0) &&
      state.dataUpdateCount < 20
        ? 3_000
        : false,
  }).data
}

/** The account that a shop is paid to: its state in a sentence and what to do. `blocking` shows it only while it is not in order. */
export function PayoutAccountPanel({
  place,
  returned,
  when,
}: {
  place: ShopPlace
  returned: Returned
  when: 'blocking' | 'open'
}) {
  const t = useTexts(payoutTexts)
  const account = useAccount(place, returned)
  if (account === undefined || !account.needed || (account.state === 'active') !== (when === 'open'))
    return null
  const situation = situationOf(account)
  return (
    <Panel title={t('title')}>
      <div className={style.body} data-blocking={when === 'blocking' || undefined}>
        <div>
          <b className={style.state}>{sentence(account, t)}</b>
          {account.waiting.amount > 0 && account.state !== 'active' && (
            <p>
              {t(account.refused ? 'waiting.refused' : 'waiting', { amount: moneyText(account.waiting) })}
            </p>
          )}
          <p>{t(`do.${situation}`)}</p>
          {returned === 'again' && <p>{t('again')}</p>}
        </div>
        <Act place={place} account={account} situation={situation} />
      </div>
    </Panel>
  )
}

const acts = {
  none: 'none',
  pending: 'pending',
  missing: 'missing',
  activeMissing: 'missing',
  checking: null,
  refused: null,
  active: null,
} as const

function Act({
  place,
  account,
  situation,
}: {
  place: ShopPlace
  account: PayoutAccount
  situation: Situation
}) {
  const t = useTexts(payoutTexts)
  const words = useTexts(uiTexts)
  const { call } = usePageContext()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState('')
  const act = acts[situation]
  if (act === null) return null
  if (!account.actions.includes('onboard')) return <small className={style.owner}>{t('do.owner')}</small>
  const go = async () => {
    setBusy(true)
    setFailure('')
    try {
      const { url } = await call(startOnboarding, { params: place })
      location.assign(url)
    } catch (error) {
      setFailure(failureText(error, words))
      setBusy(false)
    }
  }
  return (
    <div className={style.act}>
      <Button kind="primary" busy={busy} onClick={() => void go()}>
        {t(`go.${act}`)}
      </Button>
      {failure !== '' && (
        <Note tone="rust" live>
          {failure}
        </Note>
      )}
    </div>
  )
}

/** Asks the institution once, when the browser comes back from it. */
export function useReturnFromInstitution(place: ShopPlace, returned: Returned): void {
  const { call } = usePageContext()
  const client = useQueryClient()
  const role = useSession()?.shops.find((each) => each.shopId === place.shopId)?.role
  const asked = useRef(false)
  const { market, shopId } = place
  useEffect(() => {
    if (returned !== 'returned' || asked.current || (role !== 'owner' && role !== 'manager')) return
    asked.current = true
    void call(refreshPayoutAccount, { params: { market, shopId } })
      .then((fresh) => client.setQueryData(['payout-account', market, shopId], fresh))
      .catch(() => undefined)
  }, [returned, role, call, client, market, shopId])
}

/** On the first page of the workbench, while released money cannot be sent: how much, why, and where to go. */
export function PayoutBlocked({ place }: { place: ShopPlace }) {
  const t = useTexts(payoutTexts)
  const locale = useLocale()
  const account = useAccount(place)
  if (account === undefined || !account.needed || account.state === 'active' || account.waiting.amount === 0)
    return null
  return (
    <Note tone="gold">
      <b>{t('blocked.title', { amount: moneyText(account.waiting) })}</b>
      {locale === 'zh' ? '' : ' '}
      {t('blocked.why', { state: sentence(account, t) })}{' '}
      <Link to={paths.shopMoney(place)}>{t('blocked.go')}</Link>
    </Note>
  )
}
