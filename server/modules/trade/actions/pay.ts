import { inMarket, type Tx } from '#server/platform/db.ts'
import { ProblemError } from '#server/platform/problems.ts'
import type { PaymentMethod, PaymentView } from '#shared/payments/shapes.ts'
import type { TradeContext } from '../context.ts'
import { plusDays } from '../domain/clocks.ts'
import type { MarketFacts } from '../needs.ts'
import type { PurchaseRow } from '../store/checkout.ts'
import * as store from '../store/orders.ts'
import { type By, bySystem, moveOrder, noteOrder } from './moving.ts'

/** Begins to pay an unpaid purchase. */
export async function startPayment(
  context: TradeContext,
  market: MarketFacts,
  purchase: PurchaseRow,
  method: PaymentMethod,
): Promise<PaymentView> {
  if (purchase.state !== 'awaiting_payment' || purchase.payBefore <= context.clock.now())
    throw new ProblemError('trade/move-not-possible', { state: purchase.state })
  const orders = await inMarket(context.database, market.id, (tx) =>
    store.ordersOfPurchase(tx, market.id, purchase.id),
  )
  const page = `${context.config.publicUrl}/m/${market.slug}/purchases/${purchase.id}`
  return context.payments.startPayment(
    {
      marketId: market.id,
      purchaseId: purchase.id,
      purchaseNumber: purchase.number,
      buyerId: purchase.buyerId,
      currency: market.currency,
      total: purchase.total,
      payBefore: purchase.payBefore,
      shares: orders.map((order) => ({
        orderId: order.id,
        orderNumber: order.number,
        shopId: order.shopId,
        amount: order.total,
      })),
      returnUrl: `${page}?payment=returned`,
      cancelUrl: `${page}?payment=cancelled`,
    },
    method,
  )
}

/** Asks the institution about the latest open attempt and, when the money is there, secures the orders at once. */
export async function refreshPayment(
  context: TradeContext,
  marketId: string,
  purchaseId: string,
): Promise<void> {
  const attempts = await inMarket(context.database, marketId, (tx) =>
    context.payments.paymentsOf(tx, marketId, purchaseId),
  )
  for (const attempt of attempts.filter((each) => each.method === 'stripe' && each.state === 'awaiting'))
    await context.payments.refreshPayment(marketId, attempt.id)
  await settlePurchase(context, marketId, purchaseId)
}

/**
 * Brings a purchase to what its payment says. Paid in time: all of its orders are secured. Paid after it was cancelled or had expired: the
 * money goes back, whole. Bears repeats: the browser's return and the event job both come here.
 */
export async function settlePurchase(
  context: TradeContext,
  marketId: string,
  purchaseId: string,
): Promise<void> {
  const now = context.clock.now()
  await inMarket(context.database, marketId, async (tx) => {
    const attempts = await context.payments.paymentsOf(tx, marketId, purchaseId)
    const paid = attempts.find((each) => each.state === 'succeeded')
    if (paid === undefined) return
    if (await store.movePurchase(tx, marketId, purchaseId, 'paid', paid.succeededAt ?? now)) {
      const orders = await store.ordersOfPurchase(tx, marketId, purchaseId)
      for (const order of orders)
        await moveOrder(tx, order, 'settle', bySystem, {
          set: { securedAt: now, shipBefore: plusDays(now, order.leadTimeDays) },
          facts: { amount: order.total, method: paid.method },
          now,
        })
      return
    }
    await sendBackLateMoney(context, tx, marketId, purchaseId, now)
  })
}

async function sendBackLateMoney(
  { payments }: TradeContext,
  tx: Tx,
  marketId: string,
  purchaseId: string,
  now: Date,
): Promise<void> {
  const purchase = await store.findPurchase(tx, marketId, purchaseId)
  if (purchase === undefined || purchase.state === 'paid' || purchase.state === 'awaiting_payment') return
  for (const order of await store.ordersOfPurchase(tx, marketId, purchaseId)) {
    const sent = await payments.refundOrder(tx, {
      marketId,
      orderId: order.id,
      amount: order.total,
      cause: 'purchase-closed',
      reason: `paid after the purchase was ${purchase.state}`,
    })
    if (sent)
      await noteOrder(tx, order, 'refund', bySystem, {
        set: { refunded: order.total },
        facts: { amount: order.total },
        now,
      })
  }
}

/**
 * Closes an unpaid purchase: its open payment pages are ended first, outside of any transaction; a page that turns out to be paid wins and
 * the purchase is kept. Then purchase and orders are closed and the stock is free. Returns whether it was closed.
 */
export async function closePurchase(
  context: TradeContext,
  marketId: string,
  purchaseId: string,
  to: 'cancelled' | 'expired',
  by: By,
  reason: string,
): Promise<boolean> {
  const outcome = await context.payments.closeAttempts(marketId, purchaseId)
  if (outcome === 'paid') {
    await settlePurchase(context, marketId, purchaseId)
    return false
  }
  const now = context.clock.now()
  return inMarket(context.database, marketId, async (tx) => {
    if (!(await store.movePurchase(tx, marketId, purchaseId, to, now))) return false
    for (const order of await store.ordersOfPurchase(tx, marketId, purchaseId))
      await moveOrder(tx, order, to === 'cancelled' ? 'cancel' : 'expire', by, {
        set: { closedAt: now },
        reason,
        now,
      })
    await context.catalogue.releaseStock(tx, marketId, purchaseId)
    return true
  })
}
