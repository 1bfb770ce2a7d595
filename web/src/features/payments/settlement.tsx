import { type UseInfiniteQueryResult, useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { money } from '#shared/money.ts'
import { markPayoutPaid, markRefundPaid, returnBankReceipt } from '#shared/payments/contract.ts'
import {
  type BankReceiptView,
  PayoutState,
  type PayoutView,
  type ReceiptState,
  RefundState,
  type RefundView,
  receiptStates,
} from '#shared/payments/shapes.ts'
import { inLocale } from '#shared/text.ts'
import { usePageContext } from '#web/src/page-context.ts'
import { paths } from '#web/src/paths.ts'
import { useLocale, useTexts } from '#web/src/texts/texts.ts'
import { Button } from '#web/src/ui/button.tsx'
import { dateText } from '#web/src/ui/date.tsx'
import { Confirm } from '#web/src/ui/dialog.tsx'
import { TextField } from '#web/src/ui/field.tsx'
import { Link } from '#web/src/ui/link.tsx'
import { Money, moneyText } from '#web/src/ui/money.tsx'
import { type Column, PagedTable } from '#web/src/ui/paged-table.tsx'
import { type StateTone, StateWord } from '#web/src/ui/state-word.tsx'
import { Empty } from '#web/src/ui/states.tsx'
import table from '#web/src/ui/table.module.css'
import { useToast } from '#web/src/ui/toasts.tsx'
import { payoutsQuery, receiptsQuery, refundsQuery } from './queries.ts'
import style from './settlement.module.css'
import { moneyTexts } from './texts.ts'

const payTones = { waiting: 'idle', instructed: 'wait', paid: 'ok', failed: 'bad' } as const
const receiptTone = (state: ReceiptState): StateTone =>
  state === 'matched' ? 'ok' : state === 'returned' ? 'idle' : 'bad'

type FilterProps = {
  chosen: string | undefined
  options: readonly (readonly [key: string, name: string])[]
  to: (key: string | undefined) => string
}

/** States as chips that are links: the choice is in the URL. */
function StateFilter({ chosen, options, to }: FilterProps) {
  const t = useTexts(moneyTexts)
  return (
    <nav className={style.filter} aria-label={t('col.state')}>
      <Link to={to(undefined)} replace keepScroll aria-current={chosen === undefined ? 'true' : undefined}>
        {t('state.all')}
      </Link>
      {options.map(([key, name]) => (
        <Link key={key} to={to(key)} replace keepScroll aria-current={chosen === key ? 'true' : undefined}>
          {name}
        </Link>
      ))}
    </nav>
  )
}

type Paged<T> = UseInfiniteQueryResult<{ pages: { items: T[] }[] }, Error>

/** The cell of what can be done, or why it cannot be done by this reader. */
function Act({
  action,
  withheld,
  onAct,
}: {
  action: string | null
  withheld: BankReceiptView['withheld']
  onAct: () => void
}) {
  const t = useTexts(moneyTexts)
  return (
    <td data-act>
      {action !== null && (
        <Button size="s" onClick={onAct}>
          {action}
        </Button>
      )}
      {withheld !== null && <small className={style.withheld}>{t(`withheld.${withheld}`)}</small>}
    </td>
  )
}

/** Bank transfers that arrived: matched ones count, the others wait until somebody returns them. */
export function Receipts({ market, state }: { market: string; state: ReceiptState | undefined }) {
  const t = useTexts(moneyTexts)
  const locale = useLocale()
  const toast = useToast()
  const { call } = usePageContext()
  const client = useQueryClient()
  const [asked, setAsked] = useState<BankReceiptView | null>(null)
  const [note, setNote] = useState('')
  const query = useInfiniteQuery(receiptsQuery(call, market, state))
  const hint = ({ state: now, amount, expected }: BankReceiptView) => {
    const gap = expected === null ? 0 : Math.abs(expected.amount - amount.amount)
    return t(`receipt.hint.${now}`, { amount: moneyText(money(gap, amount.currency)) })
  }
  return (
    <>
      <StateFilter
        chosen={state}
        options={receiptStates.map((key) => [key, t(`receipt.${key}`)] as const)}
        to={(key) => paths.settlement(market, { state: key })}
      />
      <PagedTable
        query={query}
        empty={<Empty title={t('empty.receipts')} />}
        more={t('moreRows')}
        columns={[
          t('col.payer'),
          { name: t('col.arrived'), right: true },
          t('col.state'),
          { name: t('col.expected'), right: true },
          t('col.reference'),
          t('col.bankRef'),
          t('col.received'),
          { name: t('col.act'), right: true },
        ]}
        row={(item) => (
          <tr key={item.id}>
            <td>{item.payer}</td>
            <td data-number className={table.strong}>
              <Money value={item.amount} />
            </td>
            <td data-wide>
              <StateWord tone={receiptTone(item.state)}>{t(`receipt.${item.state}`)}</StateWord>
              <small>{hint(item)}</small>
            </td>
            <td data-number data-name={t('col.expected')}>
              {item.expected !== null && <Money value={item.expected} />}
            </td>
            <td className="num" data-name={t('col.reference')}>
              {item.reference}
            </td>
            <td className="num" data-name={t('col.bankRef')}>
              {item.bankRef}
            </td>
            <td className="num" data-name={t('col.received')}>
              {dateText(item.receivedOn, locale)}
            </td>
            <Act
              action={item.actions.includes('return') ? t('return') : null}
              withheld={item.withheld}
              onAct={() => setAsked(item)}
            />
          </tr>
        )}
      />
      <Confirm
        opened={asked !== null}
        onClose={() => setAsked(null)}
        title={t('return.title')}
        action={t('return')}
        onConfirm={async () => {
          if (asked === null) return
          await call(returnBankReceipt, {
            params: { market, receipt: asked.id },
            body: { note: note.trim() },
          })
          setNote('')
          toast({ text: t('return.done') })
          await client.invalidateQueries({ queryKey: ['bank-receipts', market] })
        }}
      >
        <p>{asked !== null && t('return.text', { amount: moneyText(asked.amount), payer: asked.payer })}</p>
        <TextField label={t('return.note')} maxLength={500} value={note} onChange={setNote} />
      </Confirm>
    </>
  )
}

/** Payments to shops: what the bank has to carry out, and what it did. */
export function Payouts({ market, state }: { market: string; state: PayoutState | undefined }) {
  const t = useTexts(moneyTexts)
  const locale = useLocale()
  const { call } = usePageContext()
  const client = useQueryClient()
  const query = useInfiniteQuery(payoutsQuery(call, market, state))
  return (
    <Payments
      market={market}
      tab="payouts"
      state={state}
      states={PayoutState.options}
      query={query}
      empty={t('empty.payouts')}
      shopOf={(item) => inLocale(item.shopName, locale)}
      noteOf={(item) => (item.state === 'waiting' ? t('pay.waiting.text') : (item.failure ?? ''))}
      mark={async (id, bankRef) => {
        await call(markPayoutPaid, { params: { market, payout: id }, body: { bankRef } })
        await client.invalidateQueries({ queryKey: ['payouts', market] })
      }}
    />
  )
}

/** Refunds to buyers. */
export function Refunds({ market, state }: { market: string; state: RefundState | undefined }) {
  const t = useTexts(moneyTexts)
  const { call } = usePageContext()
  const client = useQueryClient()
  const query = useInfiniteQuery(refundsQuery(call, market, state))
  return (
    <Payments
      market={market}
      tab="refunds"
      state={state}
      states={RefundState.options}
      query={query}
      empty={t('empty.refunds')}
      reasonOf={(item) => item.reason}
      mark={async (id, bankRef) => {
        await call(markRefundPaid, { params: { market, refund: id }, body: { bankRef } })
        await client.invalidateQueries({ queryKey: ['refunds', market] })
      }}
    />
  )
}

type PaymentsProps<T> = {
  market: string
  tab: 'payouts' | 'refunds'
  state: PayoutState | undefined
  states: readonly PayoutState[]
  query: Paged<T>
  empty: string
  /** To whom, where the list pays different ones. */
  shopOf?: (item: T) => string
  /** What the state alone does not say. */
  noteOf?: (item: T) => string
  /** Why it is paid, where each has a reason of its own. */
  reasonOf?: (item: T) => string
  mark: (id: string, bankRef: string) => Promise<void>
}

function Payments<T extends PayoutView | RefundView>({
  market,
  tab,
  state,
  states,
  query,
  empty,
  shopOf,
  noteOf,
  reasonOf,
  mark,
}: PaymentsProps<T>) {
  const t = useTexts(moneyTexts)
  const locale = useLocale()
  const toast = useToast()
  const [asked, setAsked] = useState<T | null>(null)
  const [bankRef, setBankRef] = useState('')
  const columns: Column[] = [
    t(shopOf === undefined ? 'col.order' : 'col.shop'),
    { name: t('col.amount'), right: true },
    t('col.state'),
    ...(shopOf === undefined ? [] : [t('col.order')]),
    t('col.method'),
    ...(reasonOf === undefined ? [] : [t('col.reason')]),
    t('col.created'),
    { name: t('col.act'), right: true },
  ]
  return (
    <>
      <StateFilter
        chosen={state}
        options={states.map((key) => [key, t(`pay.${key}`)] as const)}
        to={(key) => paths.settlement(market, { tab, state: key })}
      />
      <PagedTable
        query={query}
        empty={<Empty title={empty} />}
        more={t('moreRows')}
        columns={columns}
        row={(item) => (
          <tr key={item.id}>
            {shopOf === undefined ? (
              <td className="num">{item.orderNumber ?? '–'}</td>
            ) : (
              <td>{shopOf(item)}</td>
            )}
            <td data-number className={table.strong}>
              <Money value={item.amount} />
            </td>
            <td data-wide>
              <StateWord tone={payTones[item.state]}>{t(`pay.${item.state}`)}</StateWord>
              {item.paidAt !== null && (
                <small className="num">{dateText(item.paidAt, locale, 'minute')}</small>
              )}
              {noteOf !== undefined && <small>{noteOf(item)}</small>}
            </td>
            {shopOf !== undefined && (
              <td className="num" data-name={t('col.order')}>
                {item.orderNumber}
              </td>
            )}
            <td data-name={t('col.method')}>{t(`method.${item.method}`)}</td>
            {reasonOf !== undefined && <td data-name={t('col.reason')}>{reasonOf(item)}</td>}
            <td className="num" data-name={t('col.created')}>
              {dateText(item.createdAt, locale, 'minute')}
            </td>
            <Act
              action={item.actions.includes('mark-paid') ? t('paid.go') : null}
              withheld={item.withheld}
              onAct={() => setAsked(item)}
            />
          </tr>
        )}
      />
      <Confirm
        opened={asked !== null}
        onClose={() => setAsked(null)}
        kind="primary"
        title={t('paid.title')}
        action={t('paid.go')}
        onConfirm={async () => {
          if (asked === null) return
          await mark(asked.id, bankRef.trim())
          setBankRef('')
          toast({ text: t('paid.done') })
        }}
      >
        <p>{asked !== null && t('paid.text', { amount: moneyText(asked.amount) })}</p>
        <TextField label={t('paid.bankRef')} maxLength={64} value={bankRef} onChange={setBankRef} />
      </Confirm>
    </>
  )
}
