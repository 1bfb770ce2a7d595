import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { PayoutState, RefundState, receiptStates } from '#shared/payments/shapes.ts'
import { marketQuery } from '#web/src/features/markets/queries.ts'
import { AccountPanel } from '#web/src/features/payments/account-panel.tsx'
import { payoutsQuery, receiptsQuery } from '#web/src/features/payments/queries.ts'
import { ReceiptDialog } from '#web/src/features/payments/receipt-dialog.tsx'
import { Payouts, Receipts, Refunds } from '#web/src/features/payments/settlement.tsx'
import { moneyTexts } from '#web/src/features/payments/texts.ts'
import { usePageContext, useSession } from '#web/src/page-context.ts'
import { paths } from '#web/src/paths.ts'
import { choiceOf } from '#web/src/search-params.ts'
import { useTexts } from '#web/src/texts/texts.ts'
import { Button } from '#web/src/ui/button.tsx'
import { LinkTabs } from '#web/src/ui/link-tabs.tsx'
import { ConsolePage, PageHead } from '#web/src/ui/page-head.tsx'
import { Panel } from '#web/src/ui/panel.tsx'

const tabs = ['receipts', 'payouts', 'refunds', 'account'] as const

/** `/console/$market/settlement`: what arrived, what is to be paid. */
export function SettlementPage() {
  const t = useTexts(moneyTexts)
  const { market = '' } = useParams({ strict: false })
  const { call } = usePageContext()
  const powers = useSession()?.markets.find((one) => one.marketSlug === market)?.powers ?? []
  const search = useSearch({ strict: false })
  const tab = choiceOf(search, 'tab', tabs) ?? 'receipts'
  const [recording, setRecording] = useState(false)
  const { data: view } = useQuery(marketQuery(call, market))
  const receipts = useInfiniteQuery(receiptsQuery(call, market, undefined))
  const payouts = useInfiniteQuery(payoutsQuery(call, market, 'instructed'))
  const unmatched = (receipts.data?.pages[0]?.items ?? []).filter((one) =>
    one.actions.includes('return'),
  ).length
  const waiting = payouts.data?.pages[0]?.items.length ?? 0
  const more = payouts.data?.pages[0]?.nextCursor == null ? '' : '+'
  return (
    <ConsolePage>
      <PageHead
        title={
          receipts.data === undefined
            ? t('desk.title')
            : unmatched + waiting === 0
              ? t('desk.head.none')
              : t('desk.head', { count: unmatched, payouts: `${waiting}${more}` })
        }
        actions={
          powers.includes('settle') && (
            <Button size="s" kind="sea" onClick={() => setRecording(true)}>
              {t('record')}
            </Button>
          )
        }
      >
        {t('desk.text')}
      </PageHead>
      <Panel flush>
        <LinkTabs
          label={t('desk.title')}
          chosen={tab}
          tabs={tabs.map((key) => ({
            key,
            name: t(`tab.${key}`),
            to: paths.settlement(market, key === 'receipts' ? {} : { tab: key }),
          }))}
        />
        {tab === 'receipts' && <Receipts market={market} state={choiceOf(search, 'state', receiptStates)} />}
        {tab === 'payouts' && (
          <Payouts market={market} state={choiceOf(search, 'state', PayoutState.options)} />
        )}
        {tab === 'refunds' && (
          <Refunds market={market} state={choiceOf(search, 'state', RefundState.options)} />
        )}
        {tab === 'account' && <AccountPanel market={market} />}
      </Panel>
      {recording && (
        <ReceiptDialog
          market={market}
          currency={view?.currency ?? 'CNY'}
          today={new Date().toISOString().slice(0, 10)}
          onClose={() => setRecording(false)}
        />
      )}
    </ConsolePage>
  )
}
