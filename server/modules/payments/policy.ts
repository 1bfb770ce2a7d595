import { type Actor, holdsRole } from '#server/platform/actor.ts'

/** Who sees a shop's money: its owner and managers, who settles in the market, and who may inspect it. */
export function maySeeShopMoney(
  actor: Actor,
  shop: { organisationId: string },
  powers: ReadonlySet<string>,
): boolean {
  return holdsRole(actor, shop.organisationId, 'staff') || powers.has('settle') || powers.has('inspect')
}

export type PayoutAccountSight = 'owner' | 'manager' | 'state'

/**
 * What somebody sees of a shop's payout account: all of it, its state alone (who settles answers the shop's questions), or nothing.
 * Who is asked for identity and bank papers is the owner, so nobody else begins it.
 */
export function payoutAccountSight(
  actor: Actor,
  shop: { organisationId: string },
  powers: ReadonlySet<string>,
): PayoutAccountSight | null {
  if (holdsRole(actor, shop.organisationId, 'owner')) return 'owner'
  if (holdsRole(actor, shop.organisationId, 'manager')) return 'manager'
  return powers.has('settle') ? 'state' : null
}

/** Who enters bank receipts and confirms payouts and refunds. */
export function maySettle(powers: ReadonlySet<string>): boolean {
  return powers.has('settle')
}

/**
 * Whether the actor belongs, in any role, to one of the companies that a payment is between. They hold no pen in it: who could say that
 * their own money came would pay with a sentence.
 */
export function hasPart(actor: Actor, parties: readonly string[]): boolean {
  return actor.memberships.some((each) => parties.includes(each.organisationId))
}

/** Who sees settlement lists without deciding: inspection reads, it does not move money. */
export function mayReadSettlement(powers: ReadonlySet<string>): boolean {
  return powers.has('settle') || powers.has('inspect')
}
