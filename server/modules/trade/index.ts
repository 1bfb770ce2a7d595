/**
 * Trade: from the cart to the released money.
 * - A cart belongs to an organisation; it is judged by the shared rules on today's offers (actions/cart.ts, domain/judge.ts).
 * - A checkout makes one purchase with one order per shop, all or nothing: stock held, prices frozen (actions/checkout.ts).
 * - Paid means that the institution holds the money; late money goes back (actions/pay.ts).
 * - Shops send in parts, buyers count and confirm, the clock confirms for them (actions/ship.ts); then the money is released (actions/money.ts).
 * - States move only along domain/moves.ts and every move is in the order's history, which is only added to.
 */
import { z } from 'zod'
import { type Payments, paymentSettled } from '#server/modules/payments/index.ts'
import { inMarket } from '#server/platform/db.ts'
import { reaction } from '#server/platform/events.ts'
import { job } from '#server/platform/jobs.ts'
import type { Resources } from '#server/platform/resources.ts'
import type { Slots } from '#server/platform/slots.ts'
import { tradeProblems } from '#shared/trade/problems.ts'
import { placePurchase } from './actions/checkout.ts'
import { runClocks } from './actions/clocks.ts'
import { release } from './actions/money.ts'
import { closePurchase, refreshPayment, settlePurchase, startPayment } from './actions/pay.ts'
import { countAllSales, countSales } from './actions/sales.ts'
import { autoConfirm } from './actions/ship.ts'
import type { TradeContext } from './context.ts'
import { clocks } from './domain/clocks.ts'
import { orderMoved } from './events.ts'
import type { CatalogueDoor, TradeNeeds } from './needs.ts'
import { numberTaker } from './numbers.ts'
import { tradeRoutes } from './routes.ts'
import { findPurchase, lockOrder } from './store/orders.ts'

export type { CatalogueDoor, OfferFacts, ShopWithTerms, TradeNeeds } from './needs.ts'

type Lower = { lower: TradeNeeds; catalogue: CatalogueDoor; payments: Payments; payHours?: number }

export function createTrade({
  lower,
  catalogue,
  payments,
  payHours = clocks.payHours,
  ...resources
}: Resources & Lower) {
  const context: TradeContext = {
    ...resources,
    lower,
    catalogue,
    payments,
    payHours,
    takeNumbers: numberTaker(resources.database),
  }
  const releaseOrder = (marketId: string, orderId: string) => release(context, marketId, orderId)
  const confirmByClock = (marketId: string, orderId: string) =>
    inMarket(context.database, marketId, async (tx) => {
      const order = await lockOrder(tx, marketId, orderId)
      if (order !== undefined) await autoConfirm(context, tx, order)
    })
  const byClock = { autoConfirm: confirmByClock, release: releaseOrder }
  const slots: Slots = {
    routes: (app) => tradeRoutes(app, context),
    problems: [tradeProblems],
    events: [orderMoved],
    reactions: [
      reaction(paymentSettled, ({ marketId, purchaseId }) => settlePurchase(context, marketId, purchaseId)),
    ],
    jobs: [
      job({
        name: 'trade.release',
        payload: z.strictObject({ marketId: z.string(), orderId: z.string() }),
        perform: ({ marketId, orderId }) => releaseOrder(marketId, orderId),
      }),
      job({ name: 'trade.clocks', payload: z.unknown(), perform: () => runClocks(context, byClock) }),
      job({ name: 'trade.count-sales', payload: z.unknown(), perform: () => countAllSales(context) }),
    ],
    schedules: [
      { name: 'trade.clocks', crontab: '* * * * *' },
      { name: 'trade.count-sales', crontab: '7 * * * *' },
    ],
  }
  return {
    slots,
    /** For scripts, the bench and the race tests: what the routes call. */
    placePurchase: (
      ...args: Parameters<typeof placePurchase> extends [unknown, ...infer Rest] ? Rest : never
    ) => placePurchase(context, ...args),
    startPayment: (
      ...args: Parameters<typeof startPayment> extends [unknown, ...infer Rest] ? Rest : never
    ) => startPayment(context, ...args),
    refreshPayment: (marketId: string, purchaseId: string) => refreshPayment(context, marketId, purchaseId),
    settlePurchase: (marketId: string, purchaseId: string) => settlePurchase(context, marketId, purchaseId),
    closePurchase: (
      ...args: Parameters<typeof closePurchase> extends [unknown, ...infer Rest] ? Rest : never
    ) => closePurchase(context, ...args),
    findPurchase,
    /** What the job does after a confirmation: for the demo, whose clock is not the worker's. */
    releaseOrder,
    /** One run of the clocks, so many at a time. */
    runClocks: (page?: number) => runClocks(context, byClock, page),
    countSales: (marketId: string) => countSales(context, marketId),
  }
}
export type Trade = ReturnType<typeof createTrade>
