import type { Actor } from '#server/platform/actor.ts'
import { decidingManners, type Manner, type PartyRole, type Power } from '#shared/markets/shapes.ts'

/** What rights are read from: who takes part in a market, and what its charter gives to whom. */
export type MarketRights = Readonly<{
  parties: readonly Readonly<{ organisationId: string; role: PartyRole }>[]
  powers: readonly Readonly<{ power: Power; role: PartyRole; manner: Manner }>[]
}>

/** Fees, rules and the charter bind everybody: staff prepare, a manager decides. */
const forManagers: ReadonlySet<Power> = new Set([
  'set_fees',
  'publish_rules',
  'amend_charter',
  'hear_appeals',
])

/** The roles of the organisation that the actor acts for. A person with several organisations decides for one at a time. */
export function rolesOf(actor: Actor | null, market: MarketRights): PartyRole[] {
  const acting = actor?.acting
  if (!acting) return []
  return market.parties
    .filter((party) => party.organisationId === acting.organisationId)
    .map((party) => party.role)
}

/** How the actor may use each power in this market; viewers use none. */
export function mannersOf(
  actor: Actor | null,
  market: MarketRights,
): ReadonlyMap<Power, ReadonlySet<Manner>> {
  const found = new Map<Power, Set<Manner>>()
  const rank = actor?.acting?.role
  if (rank === undefined || rank === 'viewer') return found
  const roles = new Set(rolesOf(actor, market))
  for (const { power, role, manner } of market.powers) {
    if (!roles.has(role) || (rank === 'staff' && forManagers.has(power))) continue
    found.set(power, (found.get(power) ?? new Set()).add(manner))
  }
  return found
}

/** The powers by which the actor decides in this market now. */
export function powersOf(actor: Actor | null, market: MarketRights): ReadonlySet<Power> {
  return new Set(
    [...mannersOf(actor, market)]
      .filter(([, manners]) => [...manners].some((manner) => decidingManners.has(manner)))
      .map(([power]) => power),
  )
}

export const holdsPower = (actor: Actor | null, market: MarketRights, power: Power): boolean =>
  powersOf(actor, market).has(power)

/** Whether an organisation leads this market: its own goods are marked 自营 (E-commerce Law art. 37). */
export const leads = (organisationId: string, market: MarketRights): boolean =>
  market.parties.some((party) => party.role === 'lead_enterprise' && party.organisationId === organisationId)
