import { type Actor, holdsRole, type Membership } from '#server/platform/actor.ts'
import type { ApplicationStatus, ShopStatus } from '#shared/shops/shapes.ts'
import { holdsPower, type MarketRights } from '../markets/index.ts'
import { mayEdit, verbsOf } from './domain/application-moves.ts'

/** Applying binds the organisation: managers and owners of an enterprise. */
export const mayApply = (actor: Actor, organisationId: string): boolean =>
  holdsRole(actor, organisationId, 'manager')

/** Who decides about applications; not about those of any organisation they belong to, whichever one they act for now. */
export const mayDecide = (actor: Actor, market: MarketRights, organisationId: string): boolean =>
  holdsPower(actor, market, 'admit_shops') &&
  !actor.memberships.some((each) => each.organisationId === organisationId)

export const maySeeQueue = (actor: Actor, market: MarketRights): boolean =>
  holdsPower(actor, market, 'admit_shops')

type Applied = { organisationId: string; status: ApplicationStatus }

/** Who looks at an application from the applicant's side. */
export const maySeeAsApplicant = (actor: Actor, application: Pick<Applied, 'organisationId'>): boolean =>
  holdsRole(actor, application.organisationId, 'viewer')

/** An application is seen by its own organisation, and by the office from the moment it was handed in. */
export const maySeeApplication = (actor: Actor, market: MarketRights, application: Applied): boolean =>
  maySeeAsApplicant(actor, application) || (maySeeQueue(actor, market) && application.status !== 'draft')

export function applicationActions(actor: Actor, market: MarketRights, application: Applied): string[] {
  const mine = mayApply(actor, application.organisationId)
  return [
    ...(mine && mayEdit(application.status) ? ['edit'] : []),
    ...(mine ? verbsOf('applicant', application.status) : []),
    ...(mayDecide(actor, market, application.organisationId) ? verbsOf('office', application.status) : []),
  ]
}

type Shop = { organisationId: string; status: ShopStatus }

/** The role of an actor in a shop: the one in the organisation that owns it. */
export const staffRole = (
  actor: Actor | null,
  shop: Pick<Shop, 'organisationId'>,
): Membership['role'] | null =>
  actor?.memberships.find((each) => each.organisationId === shop.organisationId)?.role ?? null

/** Open shops are public; others are seen by their staff and by those who keep order. */
export const maySeeShop = (actor: Actor | null, market: MarketRights, shop: Shop): boolean =>
  shop.status === 'open' ||
  staffRole(actor, shop) !== null ||
  holdsPower(actor, market, 'admit_shops') ||
  holdsPower(actor, market, 'inspect')

export const mayKeepShop = (actor: Actor | null, shop: Pick<Shop, 'organisationId'>): boolean =>
  holdsRole(actor, shop.organisationId, 'manager')

export const shopActions = (actor: Actor | null, shop: Shop): string[] => [
  ...(staffRole(actor, shop) === null ? [] : ['enter-workbench']),
  ...(mayKeepShop(actor, shop) && shop.status !== 'closed' ? ['change', 'set-terms', 'set-pictures'] : []),
]
