import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db.ts'
import { publish } from '#server/platform/events.ts'
import { ProblemError } from '#server/platform/problems.ts'
import type { OrderMoveName } from '#shared/trade/states.ts'
import { canMoveOrder, orderMoves } from '../domain/moves.ts'
import { orderMoved } from '../events.ts'
import type { OrderRow } from '../store/checkout.ts'
import { appendEvent, updateOrder } from '../store/orders.ts'
import { giveSamplesBack } from '../store/samples.ts'

/** Who does something to an order, as its history says it. */
export type By = {
  side: 'buyer' | 'shop' | 'market' | 'system'
  actor: Actor | null
  organisationId: string | null
}
export const bySystem: By = { side: 'system', actor: null, organisationId: null }

type What = { reason?: string; facts?: Record<string, unknown>; now: Date }

/**
 * Moves an order that the caller has locked, with other columns that change with it, and writes its history. Refused when the table
 * of moves does not have it, or when the state is no longer the one that was read.
 */
export async function moveOrder(
  tx: Tx,
  order: OrderRow,
  move: OrderMoveName,
  by: By,
  { set = {}, reason = '', facts = {}, now }: What & { set?: Partial<OrderRow> },
): Promise<OrderRow> {
  if (!canMoveOrder(move, order.state))
    throw new ProblemError('trade/move-not-possible', { state: order.state })
  const after = orderMoves[move].to
  if (!(await updateOrder(tx, order, { ...set, state: after })))
    throw new ProblemError('request/changed-meanwhile')
  if (after === 'cancelled' || after === 'expired') await giveSamplesBack(tx, order)
  await write(tx, order, { what: move, before: order.state, after }, by, { reason, facts, now })
  return { ...order, ...set, state: after }
}

/** Writes what happened to an order without moving it, with columns that change. */
export async function noteOrder(
  tx: Tx,
  order: OrderRow,
  what: string,
  by: By,
  { set = {}, reason = '', facts = {}, now }: What & { set?: Partial<OrderRow> },
): Promise<OrderRow> {
  if (Object.keys(set).length > 0 && !(await updateOrder(tx, order, set)))
    throw new ProblemError('request/changed-meanwhile')
  await write(tx, order, { what, before: order.state, after: order.state }, by, { reason, facts, now })
  return { ...order, ...set }
}

async function write(
  tx: Tx,
  { marketId, id }: OrderRow,
  step: { what: string; before: OrderRow['state']; after: OrderRow['state'] },
  by: By,
  { reason, facts, now }: { reason: string; facts: Record<string, unknown>; now: Date },
): Promise<void> {
  await appendEvent(tx, {
    marketId,
    orderId: id,
    ...step,
    side: by.side,
    personId: by.actor?.personId ?? null,
    personName: by.actor?.name ?? null,
    organisationId: by.organisationId,
    reason,
    facts,
    at: now,
  })
  await publish(tx, orderMoved, { marketId, orderId: id, what: step.what, after: step.after })
}
