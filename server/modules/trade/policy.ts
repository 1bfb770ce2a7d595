import { type Actor, holdsRole } from '#server/platform/actor.ts'
import type { OrderMoveName, OrderState, PurchaseState } from '#shared/trade/states.ts'
import { canMoveOrder } from './domain/moves.ts'

/** Which side of an order somebody stands on; null: sees nothing of it. The market reads, it does not act on orders. */
export type Side = 'buyer' | 'shop' | 'market'
export type Standing = { side: Side; mayAct: boolean } | null

/** Charter powers whose holders may look into any order of their market. */
const readingPowers = ['settle', 'inspect', 'admit_shops', 'arbitrate']

/**
 * Where the actor stands towards an order of this buyer and this shop. Viewers of a company see and do nothing. Who belongs to both stands
 * where the organisation stands that they act for; else the buyer's side would hide the shop's from its own owner.
 */
export function standingOf(
  actor: Actor,
  parties: { buyerId: string; shopOrganisationId: string | null },
  powers: ReadonlySet<string>,
): Standing {
  const { buyerId, shopOrganisationId } = parties
  const ofShop = shopOrganisationId !== null && holdsRole(actor, shopOrganisationId, 'viewer')
  const forShop =
    ofShop && actor.acting?.organisationId === shopOrganisationId && shopOrganisationId !== buyerId
  if (!forShop && holdsRole(actor, buyerId, 'viewer'))
    return { side: 'buyer', mayAct: holdsRole(actor, buyerId, 'staff') }
  if (ofShop) return { side: 'shop', mayAct: holdsRole(actor, shopOrganisationId, 'staff') }
  return readingPowers.some((power) => powers.has(power)) ? { side: 'market', mayAct: false } : null
}

/** Who buys: staff and above of the organisation they act for. */
export function mayBuy(actor: Actor): boolean {
  return actor.acting !== null && holdsRole(actor, actor.acting.organisationId, 'staff')
}

const possible = (state: OrderState, move: OrderMoveName) => canMoveOrder(move, state)

/** What this side may do with an order now; the page shows these and nothing else. */
export function orderActions(
  standing: Standing,
  order: { state: OrderState; shipped: number; openShipments: number; shortState: string },
): string[] {
  if (!standing?.mayAct) return []
  const { state } = order
  if (standing.side === 'shop')
    return [
      ...(possible(state, 'start_production') ? ['start-production'] : []),
      ...(possible(state, 'ship_part') ? ['ship'] : []),
      ...(possible(state, 'cancel') && state !== 'placed' ? ['cancel'] : []),
      ...(order.shortState === 'open' && (state === 'received' || state === 'completed')
        ? ['refund-shortage']
        : []),
    ]
  if (standing.side === 'buyer')
    return [
      ...(order.openShipments > 0 ? ['receive'] : []),
      ...(possible(state, 'confirm') ? ['confirm-receipt'] : []),
      // Once the shop makes the goods only the shop can cancel.
      ...(state === 'secured' ? ['cancel'] : []),
      ...(order.shortState === 'open' && (state === 'received' || state === 'completed')
        ? ['waive-shortage']
        : []),
    ]
  return []
}

export function purchaseActions(standing: Standing, state: PurchaseState): string[] {
  return standing?.side === 'buyer' && standing.mayAct && state === 'awaiting_payment'
    ? ['pay', 'cancel']
    : []
}
