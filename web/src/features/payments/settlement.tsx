import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
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
import { classes } from '#web/src/ui/class-names.ts'
import { dateText } from '#web/src/ui/date.tsx'
import { Confirm } from '#web/src/ui/dialog.tsx'
import { TextField } from '#web/src/ui/field.tsx'
import { Link } from '#web/src/ui/link.tsx'
import { Loaded, Rows } from '#web/src/ui/loaded.tsx'
import { Money, moneyText } from '#web/src/ui/money.tsx'
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

type Paged<T> = ReturnType<typeof useInfiniteQuery<{ items: T[] }, Error, { pages: { items: T[] }[] }>>
type ListProps<T> = { query: Paged<T>; empty: string; head: ReactNode; row: (item: T) => ReactNode }

/** A list page by page, with its own words for nothing. */
function PagedTable<T>({ query, empty, head, row }: ListProps<T>) {
  const t = useTexts(moneyTexts)
  return (
    <Loaded query={query} waiting={<Rows count={8} />}>
      {(data) => {
        const items = data.pages.flatMap((page) => page.items)
        if (items.length === 0) return <Empty title={empty} />
        return (
          <>
            <div className={table.scroll}>
              <table className={classes(table.table, table.cards)}>
                <thead>{head}</thead>
                <tbody>{items.map(row)}</tbody>
              </table>
            </div>
            {query.hasNextPage && (
              <div className={table.foot}>
                <Button size="s" busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                  {t('moreRows')}
                </Button>
              </div>
            )}
          </>
        )
      }}
    </Loaded>
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
        empty={t('empty.receipts')}
        head={
          <tr>
            <th scope="col">{t('col.payer')}</th>
            <th scope="col" data-number>
              {t('col.arrived')}
            </th>
            <th scope="col">{t('col.state')}</th>
            <th scope="col" data-number>
              {t('col.expected')}
            </th>
            <th scope="col">{t('col.reference')}</th>
            <th scope="col">{t('col.bankRef')}</th>
            <th scope="col">{t('col.received')}</th>
            <th scope="col" data-number>
              {t('col.act')}
            </th>
          </tr>
        }
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
            <td data-number>{item.expected !== null && <Money value={item.expected} />}</td>
            <td className="num">{item.reference}</td>
            <td className="num">{item.bankRef}</td>
            <td className="num">{dateText(item.receivedOn, locale)}</td>
            <td data-number>
              {item.actions.includes('return') && (
                <Button size="s" onClick={() => setAsked(item)}>
                  {t('return')}
                </Button>
              )}
              {item.withheld !== null && <small>{t(`withheld.${item.withheld}`)}</small>}
            </td>
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
      noteOf={(item) => item.reason}
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
  noteOf: (item: T) => string
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
  mark,
}: PaymentsProps<T>) {
  const t = useTexts(moneyTexts)
  const locale = useLocale()
  const toast = useToast()
  const [asked, setAsked] = useState<T | null>(null)
  const [bankRef, setBankRef] = useState('')
  return (
    <>
      <StateFilter
        chosen={state}
        options={states.map((key) => [key, t(`pay.${key}`)] as const)}
        to={(key) => paths.settlement(market, { tab, state: key })}
      />
      <PagedTable
        query={query}
        empty={empty}
        head={
          <tr>
            <th scope="col">{t('col.order')}</th>
            {shopOf !== undefined && <th scope="col">{t('col.shop')}</th>}
            <th scope="col" data-number>
              {t('col.amount')}
            </th>
            <th scope="col">{t('col.state')}</th>
            <th scope="col">{t('col.method')}</th>
            <th scope="col">{t('col.reason')}</th>
            <th scope="col">{t('col.created')}</th>
            <th scope="col" data-number>
              {t('col.act')}
            </th>
          </tr>
        }
        row={(item) => (
          <tr key={item.id}>
            <td className="num">{item.orderNumber ?? '–'}</td>
            {shopOf !== undefined && <td>{shopOf(item)}</td>}
            <td data-number className={table.strong}>
              <Money value={item.amount} />
            </td>
            <td>
              <StateWord tone={payTones[item.state]}>{t(`pay.${item.state}`)}</StateWord>
              {item.paidAt !== null && (
                <small className="num">{dateText(item.paidAt, locale, 'minute')}</small>
              )}
            </td>
            <td>{t(`method.${item.method}`)}</td>
            <td data-wide>{noteOf(item)}</td>
            <td className="num">{dateText(item.createdAt, locale, 'minute')}</td>
            <td data-number>
              {item.actions.includes('mark-paid') && (
                <Button size="s" onClick={() => setAsked(item)}>
                  {t('paid.go')}
                </Button>
              )}
              {item.withheld !== null && <small>{t(`withheld.${item.withheld}`)}</small>}
            </td>
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
