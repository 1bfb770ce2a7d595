import { allowed, type Decision, refused } from '#shared/problem.ts'
import type { ApplicationStatus } from '#shared/shops/shapes.ts'

/** Who makes a move: the applicant, or the office that holds `admit_shops`. */
export type Side = 'applicant' | 'office'

/** Every move of an application. What is not here does not happen. */
export const applicationMoves = [
  { verb: 'submit', from: 'draft', to: 'submitted', by: 'applicant' },
  { verb: 'submit', from: 'returned', to: 'submitted', by: 'applicant' },
  { verb: 'withdraw', from: 'draft', to: 'withdrawn', by: 'applicant' },
  { verb: 'withdraw', from: 'submitted', to: 'withdrawn', by: 'applicant' },
  { verb: 'withdraw', from: 'returned', to: 'withdrawn', by: 'applicant' },
  { verb: 'withdraw', from: 'verified', to: 'withdrawn', by: 'applicant' },
  { verb: 'return', from: 'submitted', to: 'returned', by: 'office' },
  { verb: 'verify', from: 'submitted', to: 'verified', by: 'office' },
  { verb: 'refuse', from: 'submitted', to: 'refused', by: 'office' },
  { verb: 'refuse', from: 'verified', to: 'refused', by: 'office' },
  { verb: 'admit', from: 'verified', to: 'admitted', by: 'office' },
] as const satisfies readonly { verb: string; from: ApplicationStatus; to: ApplicationStatus; by: Side }[]

export type ApplicationVerb = (typeof applicationMoves)[number]['verb']

/** Where a verb leads from a status; null when it leads nowhere. */
export function moveOf(verb: ApplicationVerb, from: ApplicationStatus) {
  return applicationMoves.find((move) => move.verb === verb && move.from === from) ?? null
}

/** Verbs that a side may use in a status, for the list of actions. */
export const verbsOf = (side: Side, from: ApplicationStatus): ApplicationVerb[] =>
  applicationMoves.filter((move) => move.by === side && move.from === from).map((move) => move.verb)

/** Whether its content may be changed. */
export const mayEdit = (status: ApplicationStatus): boolean => status === 'draft' || status === 'returned'

export function mayMove(verb: ApplicationVerb, from: ApplicationStatus): Decision {
  if (moveOf(verb, from)) return allowed
  const to = applicationMoves.find((move) => move.verb === verb)?.to ?? verb
  return refused('shops/application-cannot-move', { from, to })
}
