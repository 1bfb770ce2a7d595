import { audit } from '#server/platform/audit.ts'
import { inMarket, type Tx } from '#server/platform/db.ts'
import { enqueue } from '#server/platform/jobs.ts'
import { ProblemError } from '#server/platform/problems.ts'
import { basisPoints } from '#shared/money.ts'
import type { TradeContext } from '../context.ts'
import { canMoveOrder } from '../domain/moves.ts'
import type { OrderRow } from '../store/checkout.ts'
import * as store from '../store/orders.ts'
import { type By, bySystem, moveOrder, noteOrder } from './moving.ts'

/**
 * Job: releases the money of a received order. What is short stays secured and the order stays received until one side settles it; then
 * the rest is released or has gone back, and the order is complete. Bears repeats.
 */
export async function release(context: TradeContext, marketId: string, orderId: string): Promise<void> {
  await inMarket(context.database, marketId, async (tx) => {
    const order = await store.lockOrder(tx, marketId, orderId)
    if (order?.state !== 'received') return
    const open = order.shortState === 'open' ? order.shortAmount : 0
    const gross = order.total - order.released - order.refunded - open
    const paid = gross > 0 ? await releasePart(context, tx, order, gross) : order
    if (open === 0) await complete(context, tx, paid)
  })
}

/** Commission is taken of goods, not of freight: freight is released with the first part. */
async function releasePart(
  { payments, clock }: TradeContext,
  tx: Tx,
  order: OrderRow,
  gross: number,
): Promise<OrderRow> {
  const part = order.released === 0 ? 1 : 2
  const goods = Math.max(0, gross - (part === 1 ? order.freight : 0))
  const commission = basisPoints(goods, order.commissionBps)
  const done = await payments.releaseOrder(tx, {
    marketId: order.marketId,
    orderId: order.id,
    part,
    gross,
    commission,
  })
  if (!done) return order
  const set = { released: order.released + gross, commission: order.commission + commission }
  const facts = { amount: gross, commission, part }
  return noteOrder(tx, order, 'part_released', bySystem, { set, facts, now: clock.now() })
}

async function complete({ clock }: TradeContext, tx: Tx, order: OrderRow): Promise<void> {
  const now = clock.now()
  await moveOrder(tx, order, 'release', bySystem, {
    set: { completedAt: now },
    facts: { released: order.released, refunded: order.refunded },
    now,
  })
}

/** Settles a shortage: the shop sends its value back, or the buyer withdraws it and the shop is paid. The order is locked by the caller. */
export async function settleShortage(
  context: TradeContext,
  tx: Tx,
  order: OrderRow,
  by: By,
  how: 'refunded' | 'waived',
  reason: string,
): Promise<void> {
  const settled = order.state === 'received' || order.state === 'completed'
  if (order.shortState !== 'open' || !settled) throw new ProblemError('trade/no-shortage')
  const { marketId, id: orderId, shortAmount } = order
  const now = context.clock.now()
  if (how === 'refunded')
    await context.payments.refundOrder(tx, {
      marketId,
      orderId,
      amount: shortAmount,
      cause: 'shortage',
      reason: reason || 'goods were short',
    })
  await noteOrder(tx, order, how === 'refunded' ? 'shortage_refunded' : 'shortage_waived', by, {
    set: { shortState: how, ...(how === 'refunded' ? { refunded: order.refunded + shortAmount } : {}) },
    reason,
    facts: { amount: shortAmount },
    now,
  })
  await enqueue(tx, 'trade.release', { marketId, orderId })
  await audit(tx, {
    stream: marketId,
    actor: by.actor,
    action: `trade.shortage-${how}`,
    subject: orderId,
    facts: { amount: shortAmount },
  })
}

/** Cancels a paid order of which nothing was sent: money back, stock free. The order is locked by the caller. */
export async function cancelPaid(
  context: TradeContext,
  tx: Tx,
  order: OrderRow,
  by: By,
  reason: string,
): Promise<void> {
  if (order.state === 'placed' || !canMoveOrder('cancel', order.state))
    throw new ProblemError('trade/move-not-possible', { state: order.state })
  const { marketId, id: orderId } = order
  const now = context.clock.now()
  const lines = await store.linesOf(tx, marketId, orderId)
  await moveOrder(tx, order, 'cancel', by, {
    set: { closedAt: now, refunded: order.total },
    reason,
    facts: { amount: order.total },
    now,
  })
  await context.catalogue.releaseStock(tx, marketId, order.purchaseId, lines)
  await context.payments.refundOrder(tx, {
    marketId,
    orderId,
    amount: order.total,
    cause: 'order-cancelled',
    reason,
  })
  await audit(tx, {
    stream: marketId,
    actor: by.actor,
    action: 'trade.order-cancelled',
    subject: orderId,
    facts: { side: by.side, amount: order.total, reason },
  })
}
