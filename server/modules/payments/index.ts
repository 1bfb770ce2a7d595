/**
 * Payments: money is held and moved by licensed institutions on our instructions; here are the instructions and the books.
 * - A purchase is paid through Stripe's hosted page or by bank transfer with a reference (actions/start.ts, actions/bank.ts).
 * - What the institution says is read from it, never believed from a message (actions/settle.ts, actions/webhook.ts).
 * - Trade releases or refunds an order's share in its own transaction; jobs carry the instruction out (actions/release.ts).
 * - To a shop that has not opened its account at the institution nothing is sent: its payouts wait and go when it is active
 *   (actions/account.ts).
 * - Every movement is a balanced double entry that the database checks (ledger.ts, migrations/0040_ledger.sql).
 * - The reconciler asks about everything whose answer was lost; what stays open a day is for a person.
 */
import { z } from 'zod'
import type { Db, Tx } from '#server/platform/db.ts'
import { job } from '#server/platform/jobs.ts'
import type { Resources } from '#server/platform/resources.ts'
import type { Slots } from '#server/platform/slots.ts'
import { paymentsProblems } from '#shared/payments/problems.ts'
import type { PaymentMethod } from '#shared/payments/shapes.ts'
import { payOut, refundOrder, releaseOrder, sendRefund } from './actions/release.ts'
import { closeAttempts, type PurchaseToPay, refreshPayment, startPayment } from './actions/start.ts'
import { applyEvent, reconcile } from './actions/webhook.ts'
import type { PaymentsContext } from './context.ts'
import { moneyMoved, paymentFailed, paymentSettled } from './events.ts'
import { shopBalances } from './ledger.ts'
import type { LowerCapabilities } from './needs.ts'
import type { PaymentProvider } from './provider/port.ts'
import { stripeProvider } from './provider/stripe.ts'
import { paymentsRoutes } from './routes.ts'
import { payoutAccountRoutes } from './routes-account.ts'
import * as paymentStore from './store/payments.ts'
import * as payoutStore from './store/payouts.ts'
import * as settlementStore from './store/settlement.ts'
import { paymentView } from './views.ts'

export { paymentSettled } from './events.ts'
export type { LowerCapabilities, MarketFacts, ShopFacts } from './needs.ts'

const claims = z.strictObject({
  marketId: z.string().nullable(),
  paymentId: z.string().nullable(),
  shopId: z.string().nullable(),
})
const providerEvent = z.strictObject({
  id: z.string(),
  type: z.string(),
  live: z.boolean(),
  objectId: z.string(),
  claims,
  failure: z.string().nullable(),
})

/** Builds payments. `provider` is given by tests only; otherwise Stripe when keys are configured. */
export function createPayments({
  lower,
  provider,
  ...resources
}: Resources & { lower: LowerCapabilities; provider?: PaymentProvider }) {
  const { stripe } = resources.config
  const context: PaymentsContext = {
    ...resources,
    lower,
    provider: provider ?? (stripe === undefined ? null : stripeProvider(stripe)),
    live: stripe?.secretKey.includes('_live_') ?? false,
  }
  const slots: Slots = {
    routes: (app) => {
      paymentsRoutes(app, context)
      payoutAccountRoutes(app, context)
    },
    problems: [paymentsProblems],
    events: [paymentSettled, paymentFailed, moneyMoved],
    jobs: [
      job({
        name: 'payments.apply-event',
        payload: providerEvent,
        perform: (event) => applyEvent(context, event),
      }),
      job({
        name: 'payments.pay-out',
        payload: z.strictObject({ marketId: z.string(), payoutId: z.string() }),
        perform: ({ marketId, payoutId }) => payOut(context, marketId, payoutId),
      }),
      job({
        name: 'payments.refund',
        payload: z.strictObject({ marketId: z.string(), refundId: z.string() }),
        perform: ({ marketId, refundId }) => sendRefund(context, marketId, refundId),
      }),
      job({
        name: 'payments.reconcile',
        payload: z.unknown(),
        perform: async () => void (await reconcile(context)),
      }),
    ],
    schedules: [{ name: 'payments.reconcile', crontab: '*/2 * * * *' }],
  }
  return {
    slots,
    startPayment: async (purchase: PurchaseToPay, method: 'stripe' | 'bank_transfer') =>
      paymentView(await startPayment(context, purchase, method)),
    refreshPayment: (marketId: string, paymentId: string) => refreshPayment(context, marketId, paymentId),
    closeAttempts: (marketId: string, purchaseId: string) => closeAttempts(context, marketId, purchaseId),
    reconcile: () => reconcile(context),
    releaseOrder: (tx: Tx, order: Parameters<typeof releaseOrder>[1]) =>
      releaseOrder(tx, order, context.clock.now()),
    refundOrder,
    paymentsOf: paymentStore.paymentsOf,
    payoutOf: payoutStore.payoutOfOrder,
    balancesOf: shopBalances,
    sharesOf: paymentStore.sharesOf,
    bankAccountOf: settlementStore.findBankAccount,
    /** Commission and methods of a market, read in the caller's transaction. */
    settlementOf: async (db: Db, marketId: string) => {
      const { commissionBps, bankAccount } = await settlementStore.settlementOf(db, marketId)
      const methods: PaymentMethod[] = [
        ...(context.provider === null ? [] : ['stripe' as const]),
        ...(bankAccount ? ['bank_transfer' as const] : []),
      ]
      return { commissionBps, methods }
    },
    setBankAccount: settlementStore.writeBankAccount,
    setCommission: settlementStore.writeCommission,
    paymentView,
  }
}
export type Payments = ReturnType<typeof createPayments>
