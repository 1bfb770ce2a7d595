/** A membership as rights are read from it. */
export type Membership = Readonly<{
  organisationId: string
  kind: 'enterprise' | 'buyer_company' | 'government_body' | 'operator' | 'association'
  role: 'owner' | 'manager' | 'staff' | 'viewer'
}>

/**
 * Who acts: a person, the organisation they act for now, and their memberships. Made freshly for each request
 * (revocation counts at once); no rights are carried in tokens.
 */
export type Actor = Readonly<{
  personId: string
  sessionId: string
  email: string
  name: string
  platformAdmin: boolean
  /** The organisation chosen for this session, one of the memberships; null when the person has none. */
  acting: Membership | null
  memberships: readonly Membership[]
}>

const rank = { viewer: 0, staff: 1, manager: 2, owner: 3 } as const

/** Whether the actor holds at least this role in the organisation. Denies when there is no actor. */
export function holdsRole(actor: Actor | null, organisationId: string, atLeast: Membership['role']): boolean {
  const membership = actor?.memberships.find((each) => each.organisationId === organisationId)
  return membership !== undefined && rank[membership.role] >= rank[atLeast]
}
