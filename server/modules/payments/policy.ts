import { type Actor, holdsRole } from '#server/platform/actor.ts'

/** Who sees a shop's money: its owner and managers, who settles in the market, and who may inspect it. */
export function maySeeShopMoney(
  actor: Actor,
  shop: { organisationId: string },
  powers: ReadonlySet<string>,
): boolean {
  return holdsRole(actor, shop.organisationId, 'staff') || powers.has('settle') || powers.has('inspect')
}

/** Who enters bank receipts and confirms payouts and refunds. */
export function maySettle(powers: ReadonlySet<string>): boolean {
  return powers.has('settle')
}

/** Who sees settlement lists without deciding: inspection reads, it does not move money. */
export function mayReadSettlement(powers: ReadonlySet<string>): boolean {
  return powers.has('settle') || powers.has('inspect')
}
