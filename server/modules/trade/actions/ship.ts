import type { Tx } from '#server/platform/db.ts'
import { newId } from '#server/platform/ids.ts'
import { enqueue } from '#server/platform/jobs.ts'
import { ProblemError } from '#server/platform/problems.ts'
import { carrierOf } from '#shared/trade/carriers.ts'
import type { TradeContext } from '../context.ts'
import { clocks, plusDays } from '../domain/clocks.ts'
import { canMoveOrder } from '../domain/moves.ts'
import type { OrderRow } from '../store/checkout.ts'
import * as store from '../store/orders.ts'
import { type By, bySystem, moveOrder, noteOrder } from './moving.ts'

type Quantities = readonly { orderLineId: string; quantity: number }[]

const summedBy = (lines: Quantities): Map<string, number> => {
  const sums = new Map<string, number>()
  for (const { orderLineId, quantity } of lines)
    sums.set(orderLineId, (sums.get(orderLineId) ?? 0) + quantity)
  return sums
}

export type Dispatch = {
  carrier: string
  trackingNo: string
  cartons: number | null
  note: string
  lines: Quantities
}

/** Sends a part or all of an order: the goods leave stock, the last part starts the confirmation clock. The order is locked by the caller. */
export async function ship(
  context: TradeContext,
  tx: Tx,
  order: OrderRow,
  by: By,
  dispatch: Dispatch,
): Promise<void> {
  const { marketId, id: orderId } = order
  if (!canMoveOrder('ship_part', order.state))
    throw new ProblemError('trade/move-not-possible', { state: order.state })
  if (carrierOf(dispatch.carrier) === undefined) throw new ProblemError('trade/carrier-unknown')
  const now = context.clock.now()
  const quantities = summedBy(dispatch.lines)
  const lines = new Map((await store.linesOf(tx, marketId, orderId)).map((line) => [line.id, line]))
  for (const [lineId, quantity] of quantities) {
    const line = lines.get(lineId)
    const open = line === undefined ? 0 : line.quantity - line.shipped
    if (quantity > open)
      throw new ProblemError('trade/more-than-open', { orderLineId: lineId, open, quantity })
  }
  const sent = [...quantities.values()].reduce((sum, quantity) => sum + quantity, 0)
  const shipmentId = newId('shipment', now.getTime())
  const no = (await store.shipmentsOf(tx, marketId, orderId)).length + 1
  await store.insertShipment(
    tx,
    {
      marketId,
      id: shipmentId,
      orderId,
      no,
      state: 'shipped',
      carrier: dispatch.carrier,
      trackingNo: dispatch.trackingNo,
      cartons: dispatch.cartons,
      note: dispatch.note,
      shippedAt: now,
    },
    [...quantities].map(([orderLineId, quantity]) => ({ marketId, shipmentId, orderLineId, quantity })),
  )
  await store.growLines(tx, marketId, 'shipped', quantities)
  const last = order.shipped + sent === order.quantity
  await moveOrder(tx, order, last ? 'ship_rest' : 'ship_part', by, {
    set: {
      shipped: order.shipped + sent,
      openShipments: order.openShipments + 1,
      firstShippedAt: order.firstShippedAt ?? now,
      ...(last
        ? { shippedAt: now, autoConfirmAt: plusDays(now, clocks.autoConfirmDays[order.freightMode]) }
        : {}),
    },
    facts: { shipmentId, no, quantity: sent, carrier: dispatch.carrier, trackingNo: dispatch.trackingNo },
    now,
  })
  const demand = [...quantities].map(([lineId, quantity]) => ({
    skuId: lines.get(lineId)?.skuId ?? '',
    quantity,
  }))
  await context.catalogue.shipStock(tx, marketId, order.purchaseId, demand)
}

/**
 * Takes a shipment in. Lines that are not named arrived in full; fewer than sent is a shortage, whose value stays secured until one
 * side settles it. The order is locked by the caller.
 */
export async function receive(
  context: TradeContext,
  tx: Tx,
  order: OrderRow,
  by: By,
  shipmentId: string,
  counted: Quantities,
): Promise<OrderRow> {
  const { marketId, id: orderId } = order
  const now = context.clock.now()
  const found = (await store.shipmentsOf(tx, marketId, orderId)).find(
    (each) => each.shipment.id === shipmentId,
  )
  if (found === undefined) throw new ProblemError('request/not-found')
  const named = summedBy(counted)
  const sent = new Map(found.lines.map((line) => [line.orderLineId, line.quantity]))
  for (const [orderLineId, quantity] of named) {
    const open = sent.get(orderLineId) ?? 0
    if (quantity > open) throw new ProblemError('trade/more-than-open', { orderLineId, open, quantity })
  }
  const received = new Map([...sent].map(([lineId, quantity]) => [lineId, named.get(lineId) ?? quantity]))
  if (!(await store.settleShipment(tx, found.shipment, received, { now, byClock: by.side === 'system' })))
    throw new ProblemError('trade/move-not-possible', { state: found.shipment.state })
  await store.growLines(tx, marketId, 'received', received)
  const prices = new Map(
    (await store.linesOf(tx, marketId, orderId)).map((line) => [line.id, line.unitPrice]),
  )
  const short = [...sent].reduce(
    (sum, [lineId, quantity]) => sum + (quantity - (received.get(lineId) ?? 0)) * (prices.get(lineId) ?? 0),
    0,
  )
  const quantity = [...received.values()].reduce((sum, each) => sum + each, 0)
  return noteOrder(tx, order, 'receive', by, {
    set: {
      received: order.received + quantity,
      openShipments: order.openShipments - 1,
      ...(short > 0 ? { shortAmount: order.shortAmount + short, shortState: 'open' } : {}),
    },
    facts: { shipmentId, no: found.shipment.no, quantity, short },
    now,
  })
}

/** Confirms receipt: shipments not counted yet arrived in full. The money is released by a job in the same breath. */
export async function confirm(
  context: TradeContext,
  tx: Tx,
  order: OrderRow,
  by: By,
  reason: string,
): Promise<void> {
  const move = by.side === 'system' ? 'auto_confirm' : 'confirm'
  if (!canMoveOrder(move, order.state))
    throw new ProblemError('trade/move-not-possible', { state: order.state })
  const open = (await store.shipmentsOf(tx, order.marketId, order.id)).filter(
    (each) => each.shipment.state === 'shipped',
  )
  let current = order
  for (const { shipment } of open) current = await receive(context, tx, current, by, shipment.id, [])
  const now = context.clock.now()
  await moveOrder(tx, current, move, by, { set: { receivedAt: now }, reason, now })
  await enqueue(tx, 'trade.release', { marketId: order.marketId, orderId: order.id })
}

/** The clock confirms an order that nobody confirmed. */
export async function autoConfirm(context: TradeContext, tx: Tx, order: OrderRow): Promise<void> {
  if (order.state !== 'shipped' || order.autoConfirmAt === null || order.autoConfirmAt > context.clock.now())
    return
  await confirm(context, tx, order, bySystem, 'confirmation period ended')
}
