import type { PayoutAccountState, PayoutRequirement } from '#shared/payments/shapes.ts'

/** What may become of a shop's account. What was handed in once is never asked for from the beginning: nothing leads back to `pending`. */
export const accountMoves = {
  activate: { from: ['pending', 'restricted'], to: 'active' },
  restrict: { from: ['pending', 'active'], to: 'restricted' },
} as const satisfies Record<string, { from: readonly PayoutAccountState[]; to: PayoutAccountState }>
export type AccountMove = keyof typeof accountMoves

/** The move that brings an account to what the institution says of it, or null when it is there already. */
export function accountMove(
  state: PayoutAccountState,
  facts: { submitted: boolean; active: boolean },
): AccountMove | null {
  if (facts.active) return state === 'active' ? null : 'activate'
  if (state === 'restricted' || (state === 'pending' && !facts.submitted)) return null
  return 'restrict'
}

/** Whether the institution has closed the account for good; every other reason goes when something is handed in. */
export const isClosed = (disabledReason: string | null): boolean =>
  disabledReason?.startsWith('rejected') ?? false

const kinds: readonly (readonly [PayoutRequirement, RegExp])[] = [
  ['bank', /^external_account/],
  ['terms', /^(tos_acceptance|.+\.tos_acceptance)/],
  ['identity', /^(individual|representative|owners|directors|executives|person_)/],
  ['company', /^(company|business_type|documents)/],
  ['business', /^(business_profile|settings)/],
]

/** Stripe's codes of what is missing (its "Required verification information"), as the few things that a person is asked for. */
export function missingOf(requirements: readonly string[]): PayoutRequirement[] {
  const found = new Set(
    requirements.map((code) => kinds.find(([, pattern]) => pattern.test(code))?.[0] ?? 'other'),
  )
  return (['company', 'identity', 'bank', 'business', 'terms', 'other'] as const).filter((kind) =>
    found.has(kind),
  )
}
