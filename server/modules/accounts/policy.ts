import { type Actor, holdsRole, type Membership } from '#server/platform/actor.ts'

type Role = Membership['role']
const rank: Readonly<Record<Role, number>> = { viewer: 0, staff: 1, manager: 2, owner: 3 }

export const maySee = (actor: Actor, organisationId: string): boolean =>
  holdsRole(actor, organisationId, 'viewer')
export const mayRename = (actor: Actor, organisationId: string): boolean =>
  holdsRole(actor, organisationId, 'owner')
export const mayInvite = (actor: Actor, organisationId: string): boolean =>
  holdsRole(actor, organisationId, 'manager')
export const mayKeepAddresses = (actor: Actor, organisationId: string): boolean =>
  holdsRole(actor, organisationId, 'staff')

const roleOf = (actor: Actor, organisationId: string): Role | undefined =>
  actor.memberships.find((each) => each.organisationId === organisationId)?.role

/** Owners give any role; managers give roles below their own, to those below them. */
export function mayGiveRole(actor: Actor, organisationId: string, from: Role | null, to: Role): boolean {
  const mine = roleOf(actor, organisationId)
  if (mine === 'owner') return true
  return mine === 'manager' && (from === null || rank[from] < rank.manager) && rank[to] < rank.manager
}

/** Everybody may leave; others are removed by those who could give them their role. */
export const mayRemove = (actor: Actor, organisationId: string, personId: string, role: Role): boolean =>
  actor.personId === personId || mayGiveRole(actor, organisationId, role, 'viewer')

export function organisationActions(actor: Actor, organisationId: string): string[] {
  return [
    ...(mayRename(actor, organisationId) ? ['rename'] : []),
    ...(mayInvite(actor, organisationId) ? ['invite'] : []),
    ...(mayKeepAddresses(actor, organisationId) ? ['add-address'] : []),
    'leave',
  ]
}

export function memberActions(
  actor: Actor,
  organisationId: string,
  member: { personId: string; role: Role },
): string[] {
  return [
    ...(mayGiveRole(actor, organisationId, member.role, member.role) ? ['change-role'] : []),
    ...(mayRemove(actor, organisationId, member.personId, member.role)
      ? [actor.personId === member.personId ? 'leave' : 'remove']
      : []),
  ]
}
