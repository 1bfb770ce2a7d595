import type { Manner, Operation, Ownership, PartyRole, Power } from '#shared/markets/shapes.ts'

/** One line of a charter: a role that holds a power, and how it uses it. */
export type Holding = { power: Power; role: PartyRole; manner: Manner }

const held = (powers: readonly Power[], roles: readonly PartyRole[], manner: Manner): Holding[] =>
  powers.flatMap((power) => roles.map((role) => ({ power, role, manner })))

/**
 * The charter that a market of this kind opens with (domain.md, "The charter"). `present` are the roles that somebody has in this
 * market: a power goes to nobody who is not there. Whether every power has found a holder is the database's business.
 */
export function defaultCharter(
  kind: { ownership: Ownership; operation: Operation },
  present: ReadonlySet<PartyRole>,
): Holding[] {
  const here = (...roles: PartyRole[]) => roles.filter((role) => present.has(role))
  if (kind.ownership === 'enterprise_led') return enterpriseLed(here)
  return kind.operation === 'self_built' ? selfBuilt(here) : entrusted(here)
}

type Here = (...roles: PartyRole[]) => PartyRole[]

function enterpriseLed(here: Here): Holding[] {
  const group = here('lead_enterprise', 'management_group_member')
  // Where the lead enterprise stands alone there is nobody to vote with.
  const voting: Manner = group.includes('management_group_member') ? 'vote' : 'decide'
  const association = here('association')
  return [
    ...held(['admit_shops', 'review_listings', 'settle'], group, 'decide'),
    ...held(['set_fees', 'publish_rules', 'amend_charter'], group, voting),
    ...held(['inspect', 'sanction', 'arbitrate'], group, 'decide'),
    ...held(['inspect', 'sanction', 'arbitrate'], here('regulator'), 'order'),
    ...(association.length > 0
      ? held(['hear_appeals'], association, 'decide')
      : held(['hear_appeals'], here('regulator'), 'other_official')),
    ...held(['view_statistics'], [...group, ...here('regulator')], 'decide'),
  ]
}

function selfBuilt(here: Here): Holding[] {
  const initiator = here('initiator')
  return [
    ...held(['admit_shops', 'review_listings', 'settle', 'set_fees', 'publish_rules'], initiator, 'decide'),
    ...order(here),
    ...held(['view_statistics'], here('initiator', 'investor', 'supervisor', 'regulator'), 'decide'),
    ...held(['amend_charter'], initiator, 'decide'),
  ]
}

function entrusted(here: Here): Holding[] {
  const operator = here('operator')
  return [
    ...held(['admit_shops', 'review_listings', 'settle'], operator, 'decide'),
    ...held(['set_fees', 'publish_rules'], operator, 'propose'),
    ...held(['set_fees', 'publish_rules'], here('supervisor'), 'approve'),
    ...order(here),
    ...held(
      ['view_statistics'],
      here(
        'initiator',
        'investor',
        'supervisor',
        'operator',
        'regulator',
        'association',
        'lead_enterprise',
        'management_group_member',
      ),
      'decide',
    ),
    ...held(['amend_charter'], here('initiator'), 'decide'),
    ...held(['amend_charter'], operator, 'consent'),
  ]
}

/** The order of a sponsored market is the supervisor's; an appeal goes to another official than the one who decided. */
const order = (here: Here): Holding[] => [
  ...held(['inspect', 'sanction', 'arbitrate'], here('supervisor'), 'decide'),
  ...held(['hear_appeals'], here('supervisor'), 'other_official'),
]
