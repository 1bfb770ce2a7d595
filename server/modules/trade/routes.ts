import type { FastifyInstance } from 'fastify'
import type { Actor } from '#server/platform/actor.ts'
import { holdsRole } from '#server/platform/actor.ts'
import { inMarket, type Tx } from '#server/platform/db.ts'
import { serveSigned } from '#server/platform/endpoint.ts'
import { type IdempotencyClaim, once } from '#server/platform/idempotency.ts'
import { notFound, ProblemError } from '#server/platform/problems.ts'
import * as contract from '#shared/trade/contract.ts'
import type { OrderView } from '#shared/trade/shapes.ts'
import * as cart from './actions/cart.ts'
import { placePurchase } from './actions/checkout.ts'
import { cancelPaid, settleShortage } from './actions/money.ts'
import { type By, moveOrder } from './actions/moving.ts'
import { closePurchase, refreshPayment, startPayment } from './actions/pay.ts'
import {
  bankInstructions,
  listOrders,
  readOrder,
  readPurchase,
  shopToday,
  standingTowards,
} from './actions/reading.ts'
import { confirm, receive, ship } from './actions/ship.ts'
import type { TradeContext } from './context.ts'
import type { MarketFacts } from './needs.ts'
import { orderActions, type Standing, standingOf } from './policy.ts'
import type { OrderRow } from './store/checkout.ts'
import { findPurchase, lockOrder } from './store/orders.ts'

/** Serves the contract of trade. */
export function tradeRoutes(app: FastifyInstance, context: TradeContext): void {
  cartRoutes(app, context)
  purchaseRoutes(app, context)
  orderRoutes(app, context)
  shopRoutes(app, context)
  orderVerbs(app, context)
}

async function marketOf({ lower }: TradeContext, slug: string): Promise<MarketFacts> {
  const market = await lower.market(slug)
  if (market === null) throw notFound()
  return market
}

function cartRoutes(app: FastifyInstance, context: TradeContext): void {
  serveSigned(app, contract.getCart, async ({ params, query, actor }) =>
    cart.getCart(context, await marketOf(context, params.market), actor, query.addressId),
  )
  serveSigned(app, contract.putCartLine, async ({ params, body, actor }) =>
    cart.putLine(context, await marketOf(context, params.market), actor, body),
  )
  serveSigned(app, contract.deleteCartLine, async ({ params, actor }) =>
    cart.takeOut(context, await marketOf(context, params.market), actor, params),
  )
  serveSigned(app, contract.emptyCart, async ({ params, actor }) =>
    cart.takeOut(context, await marketOf(context, params.market), actor, null),
  )
  serveSigned(app, contract.getSamplesLeft, async ({ params, actor }) =>
    cart.samplesLeft(context, await marketOf(context, params.market), actor, params.productId),
  )
  serveSigned(app, contract.previewPurchase, async ({ params, body, actor }) =>
    cart.previewLines(context, await marketOf(context, params.market), actor, body.lines, body.addressId),
  )
}

function purchaseRoutes(app: FastifyInstance, context: TradeContext): void {
  serveSigned(app, contract.placePurchase, async ({ params, body, actor, claim, locale }) => {
    const market = await marketOf(context, params.market)
    const { purchaseId } = await placePurchase(context, market, actor, body, claim, locale)
    return readPurchase(context, market, actor, purchaseId)
  })
  serveSigned(app, contract.getPurchase, async ({ params, actor }) =>
    readPurchase(context, await marketOf(context, params.market), actor, params.purchaseId),
  )
  /** Both bear repeats by themselves; the key is kept so that it is not taken for another request. */
  const keep = (market: MarketFacts, claim: IdempotencyClaim) =>
    once(context.database, market.id, claim, async () => ({}))
  serveSigned(app, contract.cancelPurchase, async ({ params, body, actor, claim }) => {
    const { market, by } = await asBuyer(context, params, actor)
    await keep(market, claim)
    const closed = await closePurchase(context, market.id, params.purchaseId, 'cancelled', by, body.reason)
    const view = await readPurchase(context, market, actor, params.purchaseId)
    if (!closed && view.state !== 'cancelled')
      throw new ProblemError('trade/move-not-possible', { state: view.state })
    return view
  })
  serveSigned(app, contract.startPayment, async ({ params, body, actor, claim }) => {
    const { market, purchase } = await asBuyer(context, params, actor)
    await keep(market, claim)
    return startPayment(context, market, purchase, body.method)
  })
  serveSigned(app, contract.refreshPayment, async ({ params, actor }) => {
    const market = await marketOf(context, params.market)
    const { buyer } = await readPurchase(context, market, actor, params.purchaseId)
    // It may move the purchase: for its own people and for who settles, not for who only looks.
    const own = holdsRole(actor, buyer.id, 'viewer')
    if (!own && !(await context.lower.powers(context.database.drizzle, actor, market)).has('settle'))
      throw new ProblemError('request/not-allowed')
    await refreshPayment(context, market.id, params.purchaseId)
    return readPurchase(context, market, actor, params.purchaseId)
  })
  serveSigned(app, contract.getBankInstructions, async ({ params, actor }) => {
    const market = await marketOf(context, params.market)
    await readPurchase(context, market, actor, params.purchaseId)
    return bankInstructions(context, market, params.purchaseId)
  })
}

/** The purchase for somebody who may act for its buyer. */
async function asBuyer(context: TradeContext, params: { market: string; purchaseId: string }, actor: Actor) {
  const market = await marketOf(context, params.market)
  const purchase = await inMarket(context.database, market.id, (tx) =>
    findPurchase(tx, market.id, params.purchaseId),
  )
  if (purchase === undefined || !holdsRole(actor, purchase.buyerId, 'viewer')) throw notFound()
  if (!holdsRole(actor, purchase.buyerId, 'staff')) throw new ProblemError('request/not-allowed')
  return { market, purchase, by: { side: 'buyer', actor, organisationId: purchase.buyerId } satisfies By }
}

function orderRoutes(app: FastifyInstance, context: TradeContext): void {
  serveSigned(app, contract.listMyOrders, async ({ params, query, actor }) => {
    const market = await marketOf(context, params.market)
    const buyerId = cart.buyerOf(actor)
    const standing = standingOf(actor, { buyerId, shopOrganisationId: null }, new Set())
    return inMarket(context.database, market.id, (tx) =>
      listOrders(context, tx, { marketId: market.id, buyerId }, query, standing),
    )
  })
  serveSigned(app, contract.getOrder, async ({ params, actor }) =>
    readOrder(context, await marketOf(context, params.market), actor, params.orderId),
  )
}

/** The shop for its staff, or for who reads in the market; not found for others. */
async function shopStanding(
  context: TradeContext,
  tx: Tx,
  market: MarketFacts,
  shopId: string,
  actor: Actor,
): Promise<NonNullable<Standing>> {
  const shop = await context.lower.shop(tx, market.id, shopId)
  if (shop === null) throw notFound()
  const parties = { buyerId: '', shopOrganisationId: shop.organisationId }
  const standing =
    standingOf(actor, parties, new Set()) ??
    standingOf(actor, parties, await context.lower.powers(tx, actor, market))
  if (standing === null) throw notFound()
  return standing
}

function shopRoutes(app: FastifyInstance, context: TradeContext): void {
  serveSigned(app, contract.listShopOrders, async ({ params, query, actor }) => {
    const market = await marketOf(context, params.market)
    return inMarket(context.database, market.id, async (tx) => {
      const standing = await shopStanding(context, tx, market, params.shopId, actor)
      return listOrders(context, tx, { marketId: market.id, shopId: params.shopId }, query, standing)
    })
  })
  serveSigned(app, contract.getShopToday, async ({ params, actor }) => {
    const market = await marketOf(context, params.market)
    return inMarket(context.database, market.id, async (tx) => {
      const standing = await shopStanding(context, tx, market, params.shopId, actor)
      return shopToday(context, tx, market, params.shopId, standing)
    })
  })
}

type VerbCall = { params: { market: string; orderId: string }; actor: Actor; claim: IdempotencyClaim }

/**
 * Does a verb once, on the locked order, for somebody who may: not theirs is not found, theirs to see only is refused, and a verb that the
 * state does not offer is `trade/move-not-possible`. Answers with the order as it is then.
 */
async function perform(
  context: TradeContext,
  call: VerbCall,
  action: string,
  work: (tx: Tx, order: OrderRow, by: By) => Promise<unknown>,
): Promise<OrderView> {
  const market = await marketOf(context, call.params.market)
  const { orderId } = call.params
  await once(context.database, market.id, call.claim, async (tx) => {
    const order = await lockOrder(tx, market.id, orderId)
    if (order === undefined) throw notFound()
    const standing = await standingTowards(context, tx, market, call.actor, order)
    if (!standing.mayAct || !verbsOf[standing.side].includes(action))
      throw new ProblemError('request/not-allowed')
    if (!orderActions(standing, order).includes(action))
      throw new ProblemError('trade/move-not-possible', { state: order.state })
    const shop = standing.side === 'shop' ? await context.lower.shop(tx, market.id, order.shopId) : null
    const organisationId = shop?.organisationId ?? order.buyerId
    await work(tx, order, { side: standing.side, actor: call.actor, organisationId })
    return {}
  })
  return readOrder(context, market, call.actor, orderId)
}

const verbsOf: Record<'buyer' | 'shop' | 'market', readonly string[]> = {
  buyer: ['receive', 'confirm-receipt', 'cancel', 'waive-shortage'],
  shop: ['start-production', 'ship', 'cancel', 'refund-shortage'],
  market: [],
}

function orderVerbs(app: FastifyInstance, context: TradeContext): void {
  serveSigned(app, contract.startProduction, (call) =>
    perform(context, call, 'start-production', (tx, order, by) =>
      moveOrder(tx, order, 'start_production', by, { reason: call.body.note, now: context.clock.now() }),
    ),
  )
  serveSigned(app, contract.shipOrder, (call) =>
    perform(context, call, 'ship', (tx, order, by) => ship(context, tx, order, by, call.body)),
  )
  serveSigned(app, contract.receiveShipment, (call) =>
    perform(context, call, 'receive', (tx, order, by) =>
      receive(context, tx, order, by, call.params.shipmentId, call.body.lines),
    ),
  )
  serveSigned(app, contract.confirmReceipt, (call) =>
    perform(context, call, 'confirm-receipt', (tx, order, by) =>
      confirm(context, tx, order, by, call.body.note),
    ),
  )
  serveSigned(app, contract.refundShortage, (call) =>
    perform(context, call, 'refund-shortage', (tx, order, by) =>
      settleShortage(context, tx, order, by, 'refunded', call.body.note),
    ),
  )
  serveSigned(app, contract.waiveShortage, (call) =>
    perform(context, call, 'waive-shortage', (tx, order, by) =>
      settleShortage(context, tx, order, by, 'waived', call.body.note),
    ),
  )
  serveSigned(app, contract.cancelOrder, (call) =>
    perform(context, call, 'cancel', (tx, order, by) => cancelPaid(context, tx, order, by, call.body.reason)),
  )
}
