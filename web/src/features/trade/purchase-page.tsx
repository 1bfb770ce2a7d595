import { IconBuildingBank, IconCreditCard } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { PaymentMethod } from '#shared/payments/shapes.ts'
import { cancelPurchase, refreshPayment, startPayment } from '#shared/trade/contract.ts'
import type { PurchaseView } from '#shared/trade/shapes.ts'
import type { Market } from '#web/src/features/markets/queries.ts'
import { useCall } from '#web/src/page-context.ts'
import { paths } from '#web/src/paths.ts'
import { useLocale, useTexts } from '#web/src/texts/texts.ts'
import { Button } from '#web/src/ui/button.tsx'
import { dateText } from '#web/src/ui/date.tsx'
import { Confirm } from '#web/src/ui/dialog.tsx'
import { Link } from '#web/src/ui/link.tsx'
import { BigMoney, Money, moneyText } from '#web/src/ui/money.tsx'
import { Note } from '#web/src/ui/note.tsx'
import { Facts, Panel } from '#web/src/ui/panel.tsx'
import { Clock } from '#web/src/ui/state-word.tsx'
import { uiTexts } from '#web/src/ui/texts.ts'
import { useToast } from '#web/src/ui/toasts.tsx'
import { failureText } from '#web/src/ui/use-form.ts'
import { BankDetails } from './bank-details.tsx'
import { checkoutTexts } from './checkout-texts.ts'
import { MoneyPicture } from './money-picture.tsx'
import { OrderTable } from './order-table.tsx'
import { shortTime } from './order-time.ts'
import style from './purchase-page.module.css'
import { purchaseQuery } from './queries.ts'

/** A purchase: pay it, see how the payment stands, give it up; and its orders. `returned`: the browser comes from the hosted page. */
export function PurchasePage({
  market,
  purchaseId,
  returned,
}: {
  market: Market
  purchaseId: string
  returned: 'returned' | 'cancelled' | undefined
}) {
  const t = useTexts(checkoutTexts)
  const locale = useLocale()
  const purchase = usePurchase(market.slug, purchaseId, returned === 'returned')
  if (purchase === undefined) return null
  const checking = isChecking(purchase, returned)
  const head = checking ? 'checking' : purchase.state
  return (
    <>
      <nav className={style.crumb}>
        <Link to={paths.orders(market.slug)}>{t('purchase.crumb')}</Link> /{' '}
        <b className="num">{purchase.number}</b>
      </nav>
      <header className={style.top}>
        <div>
          <h1>
            {t(`head.${head}`, {
              date: dateText(purchase.payBefore, locale, 'minute'),
              total: moneyText(purchase.total),
            })}
          </h1>
          <p>
            {t('purchase.title', { number: purchase.number })} ·{' '}
            {t('purchase.placed', { date: dateText(purchase.placedAt, locale, 'minute') })} ·{' '}
            {t('purchase.for', { name: purchase.buyer.name })}
          </p>
        </div>
        {purchase.state === 'awaiting_payment' && (
          <Clock at={purchase.payBefore} before={dateText(purchase.payBefore, locale, 'minute')} />
        )}
      </header>
      <div className={style.grid}>
        <div className={style.main}>
          {purchase.state === 'awaiting_payment' ? (
            <PayPanel market={market} purchase={purchase} returned={returned} checking={checking} />
          ) : (
            <SettledPanel purchase={purchase} />
          )}
          <Panel title={t('orders.title')} note={t('orders.note', { count: purchase.orders.length })} flush>
            <OrderTable market={market.slug} items={purchase.orders} side="buyer" inPurchase />
          </Panel>
        </div>
        <aside className={style.side}>
          <Panel title={t('facts.title')}>
            <Facts
              rows={[
                [t('facts.goods'), <Money key="goods" value={purchase.goods} />],
                [t('facts.freight'), <Money key="freight" value={purchase.freight} />],
                [
                  t('facts.total'),
                  <b key="total">
                    <Money value={purchase.total} />
                  </b>,
                ],
                [
                  t('facts.to'),
                  <span key="to">
                    {purchase.shipTo.recipient} <span className="num">{purchase.shipTo.phone}</span>
                    <small>{purchase.shipTo.text}</small>
                  </span>,
                ],
                purchase.buyerReference === '' ? null : [t('facts.reference'), purchase.buyerReference],
                purchase.remark === '' ? null : [t('facts.remark'), purchase.remark],
              ]}
            />
            {purchase.actions.includes('cancel') && (
              <CancelPurchase market={market.slug} purchase={purchase} />
            )}
          </Panel>
        </aside>
      </div>
    </>
  )
}

/** The institution has not said yet how the payment ended, and the buyer is back from its page. */
const isChecking = (purchase: PurchaseView, returned: string | undefined): boolean =>
  returned === 'returned' &&
  purchase.state === 'awaiting_payment' &&
  purchase.payment?.method === 'stripe' &&
  purchase.payment.state === 'awaiting'

/**
 * The purchase, asked for again while something may happen to it: every two seconds after the return from the payment page, every
 * fifteen while a payment waits otherwise.
 */
function usePurchase(market: string, purchaseId: string, returned: boolean): PurchaseView | undefined {
  const call = useCall()
  const queryClient = useQueryClient()
  const { data } = useQuery({
    ...purchaseQuery(call, market, purchaseId),
    refetchInterval: ({ state }) => {
      if (state.data?.state !== 'awaiting_payment' || state.data.payment === null) return false
      return returned && state.dataUpdateCount < 60 ? 2_000 : 15_000
    },
  })
  const asked = useRef(false)
  // The institution is asked once when the browser comes back; then its word is waited for.
  useEffect(() => {
    if (!returned || asked.current) return
    asked.current = true
    void call(refreshPayment, { params: { market, purchaseId } })
      .then((fresh) => queryClient.setQueryData(['purchase', market, purchaseId], fresh))
      .catch(() => undefined)
  }, [returned, call, queryClient, market, purchaseId])
  return data
}

type PayProps = { market: Market; purchase: PurchaseView; returned: string | undefined; checking: boolean }

function PayPanel({ market, purchase, returned, checking }: PayProps) {
  const t = useTexts(checkoutTexts)
  const words = useTexts(uiTexts)
  const locale = useLocale()
  const call = useCall()
  const queryClient = useQueryClient()
  const [busy, setBusy] = useState<PaymentMethod | null>(null)
  const [failure, setFailure] = useState('')
  const { payment } = purchase
  const byBank = payment?.method === 'bank_transfer' && payment.state === 'awaiting'
  const mayPay = purchase.actions.includes('pay')
  const start = async (method: PaymentMethod) => {
    setBusy(method)
    setFailure('')
    try {
      const started = await call(startPayment, {
        params: { market: market.slug, purchaseId: purchase.id },
        body: { method },
      })
      if (started.redirectUrl !== null) return location.assign(started.redirectUrl)
      await queryClient.invalidateQueries({ queryKey: ['purchase', market.slug, purchase.id] })
    } catch (error) {
      setFailure(failureText(error, words))
    }
    setBusy(null)
  }
  const online = () => {
    if (payment?.method === 'stripe' && payment.state === 'awaiting' && payment.redirectUrl !== null)
      return location.assign(payment.redirectUrl)
    void start('stripe')
  }
  const can = (method: PaymentMethod) => purchase.methods.includes(method)
  return (
    <Panel title={t('pay.title')} className={style.pay}>
      {checking && (
        <Note live className={style.note}>
          {t('pay.waiting')}
        </Note>
      )}
      {returned === 'cancelled' && !byBank && <Note className={style.note}>{t('pay.cancelled')}</Note>}
      {payment?.state === 'failed' && (
        <Note tone="rust" className={style.note}>
          {payment.failure ? t('pay.failed', { reason: payment.failure }) : t('pay.failed.plain')}
        </Note>
      )}
      {failure !== '' && (
        <Note tone="rust" live className={style.note}>
          {failure}
        </Note>
      )}
      <p className={style.due}>
        <span>{t('pay.amount')}</span>
        <BigMoney size="xl" value={purchase.total} />
        <small>{t('pay.deadline', { date: dateText(purchase.payBefore, locale, 'minute') })}</small>
      </p>
      {byBank && <BankDetails market={market.slug} purchaseId={purchase.id} />}
      {mayPay && !checking && (
        <div className={style.acts}>
          {can('stripe') && (
            <Button
              kind={byBank ? 'plain' : 'primary'}
              size={byBank ? 'm' : 'l'}
              busy={busy === 'stripe'}
              onClick={online}
            >
              <IconCreditCard size={19} stroke={1.6} aria-hidden="true" />
              {byBank
                ? t('pay.stripeInstead')
                : t(payment?.state === 'awaiting' ? 'pay.again' : 'pay.now', {
                    total: moneyText(purchase.total),
                  })}
            </Button>
          )}
          {can('bank_transfer') && !byBank && (
            <Button
              size="l"
              kind={can('stripe') ? 'plain' : 'primary'}
              busy={busy === 'bank_transfer'}
              onClick={() => void start('bank_transfer')}
            >
              <IconBuildingBank size={19} stroke={1.6} aria-hidden="true" />
              {t('pay.bank')}
            </Button>
          )}
        </div>
      )}
      <div className={style.flow}>
        <MoneyPicture at="pay" />
      </div>
    </Panel>
  )
}

function SettledPanel({ purchase }: { purchase: PurchaseView }) {
  const t = useTexts(checkoutTexts)
  const locale = useLocale()
  const { payment } = purchase
  if (purchase.state !== 'paid')
    return (
      <Panel title={t('pay.title')}>
        <Note tone={payment?.state === 'surplus' || payment?.state === 'succeeded' ? 'gold' : 'sea'}>
          {payment?.state === 'surplus' || payment?.state === 'succeeded'
            ? t('pay.surplus')
            : t(purchase.state === 'expired' ? 'head.expired' : 'head.cancelled')}
        </Note>
      </Panel>
    )
  return (
    <Panel title={t('pay.title')} className={style.pay}>
      <Facts
        rows={[
          [
            t('facts.total'),
            <b key="total">
              <Money value={purchase.total} />
            </b>,
          ],
          payment === null ? null : [t('pay.method'), t(`pay.${payment.method}`)],
          purchase.paidAt === null
            ? null
            : [
                t('pay.at'),
                <span key="at" className="num">
                  {shortTime(purchase.paidAt, locale)}
                </span>,
              ],
        ]}
      />
      <div className={style.flow}>
        <MoneyPicture at="held" />
      </div>
    </Panel>
  )
}

function CancelPurchase({ market, purchase }: { market: string; purchase: PurchaseView }) {
  const t = useTexts(checkoutTexts)
  const call = useCall()
  const toast = useToast()
  const queryClient = useQueryClient()
  const [asking, setAsking] = useState(false)
  const cancel = async () => {
    const fresh = await call(cancelPurchase, { params: { market, purchaseId: purchase.id }, body: {} })
    queryClient.setQueryData(['purchase', market, purchase.id], fresh)
    void queryClient.invalidateQueries({ queryKey: ['orders', market] })
    toast({ text: t('cancel.done') })
  }
  return (
    <p className={style.cancel}>
      <Button kind="quiet" size="s" onClick={() => setAsking(true)}>
        {t('cancel.go')}
      </Button>
      <Confirm
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('cancel.title', { number: purchase.number })}
        action={t('cancel.go')}
        onConfirm={cancel}
      >
        {t('cancel.text', { count: purchase.orders.length })}
      </Confirm>
    </p>
  )
}
