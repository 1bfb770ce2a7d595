import { type Actor, holdsRole } from '#server/platform/actor.ts'
import { allowed, type Decision, refused } from '#shared/problem.ts'
import { editable, leadsFrom } from './domain/moves.ts'
import type { StoredProduct } from './domain/stored-product.ts'
import type { ShopFacts } from './neighbours.ts'

/** The shop's people see its products whatever their status. Others: not even that they exist. */
export const maySeeShop = (actor: Actor, shop: ShopFacts): boolean =>
  holdsRole(actor, shop.organisationId, 'viewer')

/** Staff and above write products and stock. */
export const mayEditShop = (actor: Actor, shop: ShopFacts): Decision =>
  holdsRole(actor, shop.organisationId, 'staff') ? allowed : refused('request/not-allowed')

/** Nobody reviews the listings of their own organisation. */
export const mayReviewListing = (actor: Actor, shop: ShopFacts, holdsPower: boolean): boolean =>
  holdsPower && !actor.memberships.some((each) => each.organisationId === shop.organisationId)

/** What the shop's people may do with a product now. */
export function sellerActions(
  actor: Actor,
  shop: ShopFacts,
  product: Pick<StoredProduct, 'status' | 'change' | 'listedAt'>,
): string[] {
  if (!mayEditShop(actor, shop).ok) return []
  const { status, change, listedAt } = product
  const possible: [string, boolean][] = [
    ['edit', editable.includes(status)],
    ['submit', leadsFrom('submit', status)],
    ['retract', leadsFrom('retract', status) || change !== null],
    ['withdraw', leadsFrom('withdraw', status)],
    ['relist', leadsFrom('relist', status) && shop.open && shop.verified],
    ['stock', true],
    ['delete', status === 'draft' && listedAt === null],
  ]
  return possible.filter(([, can]) => can).map(([name]) => name)
}

/** What a reviewer may do with a product now. */
export const reviewActions = (product: Pick<StoredProduct, 'status' | 'change'>): string[] =>
  product.status === 'in_review' || product.change === 'waiting' ? ['approve', 'send-back'] : []
