import type { Actor } from '#server/platform/actor.ts'
import { inMarket, type Tx } from '#server/platform/db.ts'
import { notFound, ProblemError } from '#server/platform/problems.ts'
import { money } from '#shared/money.ts'
import type { BankInstructions } from '#shared/payments/shapes.ts'
import type { OrderSummary, OrderView, PurchaseView, TodayView } from '#shared/trade/shapes.ts'
import { type OrderState, type OrderTab, orderTabs } from '#shared/trade/states.ts'
import type { TradeContext } from '../context.ts'
import type { MarketFacts } from '../needs.ts'
import { type Standing, standingOf } from '../policy.ts'
import type { OrderRow } from '../store/checkout.ts'
import * as store from '../store/orders.ts'
import { todayFigures } from '../store/today.ts'
import { orderSummary, orderView, purchaseView } from '../views.ts'

/** Where the actor stands towards an order; throws "not found" for everybody else. */
export async function standingTowards(
  { lower }: TradeContext,
  tx: Tx,
  market: MarketFacts,
  actor: Actor,
  order: OrderRow,
): Promise<NonNullable<Standing>> {
  const shop = await lower.shop(tx, market.id, order.shopId)
  const parties = { buyerId: order.buyerId, shopOrganisationId: shop?.organisationId ?? null }
  const standing =
    standingOf(actor, parties, new Set()) ?? standingOf(actor, parties, await lower.powers(tx, actor, market))
  if (standing === null) throw notFound()
  return standing
}

export function readOrder(
  context: TradeContext,
  market: MarketFacts,
  actor: Actor,
  orderId: string,
): Promise<OrderView> {
  return inMarket(context.database, market.id, async (tx) => {
    const order = await store.findOrder(tx, market.id, orderId)
    if (order === undefined) throw notFound()
    const standing = await standingTowards(context, tx, market, actor, order)
    const purchase = await store.findPurchase(tx, market.id, order.purchaseId)
    if (purchase === undefined) throw notFound()
    const parts = {
      order,
      purchase,
      lines: await store.linesOf(tx, market.id, orderId),
      events: await store.eventsOf(tx, market.id, orderId),
      shipments: await store.shipmentsOf(tx, market.id, orderId),
    }
    const payout = await context.payments.payoutOf(tx, market.id, orderId)
    const view = orderView(parts, standing, context.clock.now())
    return {
      ...view,
      payout: payout && { state: payout.state, amount: money(payout.amount, market.currency) },
    }
  })
}

/** The purchase for its buyer, or for who reads in the market. A shop sees its own order only. */
export function readPurchase(
  context: TradeContext,
  market: MarketFacts,
  actor: Actor,
  purchaseId: string,
): Promise<PurchaseView> {
  return inMarket(context.database, market.id, async (tx) => {
    const purchase = await store.findPurchase(tx, market.id, purchaseId)
    if (purchase === undefined) throw notFound()
    const parties = { buyerId: purchase.buyerId, shopOrganisationId: null }
    const standing =
      standingOf(actor, parties, new Set()) ??
      standingOf(actor, parties, await context.lower.powers(tx, actor, market))
    if (standing === null) throw notFound()
    const [payments, orders, { methods }] = [
      await context.payments.paymentsOf(tx, market.id, purchaseId),
      await store.ordersOfPurchase(tx, market.id, purchaseId),
      await context.payments.settlementOf(tx, market.id),
    ]
    const telling = payments.find((each) => each.state === 'succeeded') ?? payments[0]
    return purchaseView(purchase, orders, {
      standing,
      now: context.clock.now(),
      payment: telling === undefined ? null : context.payments.paymentView(telling),
      methods,
    })
  })
}

export function bankInstructions(
  context: TradeContext,
  market: MarketFacts,
  purchaseId: string,
): Promise<BankInstructions> {
  return inMarket(context.database, market.id, async (tx) => {
    const payments = await context.payments.paymentsOf(tx, market.id, purchaseId)
    const open = payments.find((each) => each.method === 'bank_transfer' && each.state === 'awaiting')
    const account = await context.payments.bankAccountOf(tx, market.id)
    if (open?.reference == null) throw notFound()
    if (account === null) throw new ProblemError('payments/no-bank-account')
    return {
      paymentId: open.id,
      account,
      amount: money(open.amount, market.currency),
      reference: open.reference,
      payBefore: open.payBefore.toISOString(),
    }
  })
}

type ListQuery = { tab: OrderTab; q?: string | undefined; cursor?: string | undefined; limit: number }

/** A page of orders with the counts of all tabs. `standing` says what the reader may do with them. */
export async function listOrders(
  { clock }: TradeContext,
  tx: Tx,
  owner: Parameters<typeof store.listOrders>[1],
  query: ListQuery,
  standing: Standing,
): Promise<{ items: OrderSummary[]; nextCursor: string | null; counts: Record<OrderTab, number> }> {
  const rows = await store.listOrders(tx, owner, {
    states: orderTabs[query.tab],
    q: query.q,
    before: query.cursor,
    limit: query.limit + 1,
  })
  const counts = await store.countByState(tx, owner)
  const items = rows.slice(0, query.limit)
  return {
    items: items.map((order) => orderSummary(order, standing, clock.now())),
    nextCursor: rows.length > query.limit ? (items.at(-1)?.id ?? null) : null,
    counts: Object.fromEntries(
      Object.entries(orderTabs).map(([tab, states]) => [
        tab,
        (states as readonly OrderState[]).reduce((sum, state) => sum + (counts.get(state) ?? 0), 0),
      ]),
    ) as Record<OrderTab, number>,
  }
}

/** How many orders each lane of the day shows; the list has them all. */
const laneLimit = 5

export async function shopToday(
  context: TradeContext,
  tx: Tx,
  market: MarketFacts,
  shopId: string,
  standing: Standing,
): Promise<TodayView> {
  const now = context.clock.now()
  const figures = await todayFigures(tx, market.id, shopId, now)
  if (figures === undefined) throw notFound()
  const owner = { marketId: market.id, shopId }
  const lane = async (filter: Parameters<typeof store.listOldest>[2]) =>
    (await store.listOldest(tx, owner, filter, laneLimit)).map((order) => orderSummary(order, standing, now))
  const balances = await context.payments.balancesOf(tx, market.id, shopId, market.currency)
  const inCurrency = (amount: number) => money(amount, market.currency)
  const oldest = figures.oldestSecuredAt
  return {
    toShip: {
      count: figures.toShip,
      under24h: figures.under24h,
      under48h: figures.under48h,
      over48h: figures.over48h,
      overdue: figures.overdue,
      oldestHours: oldest === null ? null : Math.floor((now.getTime() - Date.parse(oldest)) / 3_600_000),
      items: await lane('to-ship'),
    },
    shortages: { count: figures.shortages, items: await lane('short') },
    toConfirm: { count: figures.toConfirm, nextAutoConfirmAt: figures.nextAutoConfirmAt },
    awaitingPayment: { count: figures.awaitingPayment, amount: inCurrency(figures.awaitingAmount) },
    week: {
      orders: figures.weekOrders,
      amount: inCurrency(figures.weekAmount),
      previousAmount: inCurrency(figures.previousAmount),
    },
    held: inCurrency(balances.held),
    payable: inCurrency(balances.payable),
    dispatchedIn48h:
      figures.shippedIn30d === 0 ? null : { shipped: figures.shippedIn30d, inTime: figures.shippedInTime },
    repeatBuyers: { buyers: figures.buyers, repeating: figures.repeating },
  }
}
