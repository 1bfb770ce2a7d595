import { type Actor, holdsRole } from '#server/platform/actor.ts'

/** The stated identity and its documents concern the organisation's own people only; markets see them through applications. */
export const maySeeIdentity = (actor: Actor, organisationId: string): boolean =>
  holdsRole(actor, organisationId, 'viewer')
export const mayStateIdentity = (actor: Actor, organisationId: string): boolean =>
  holdsRole(actor, organisationId, 'manager')
/** Documents may show the representative's own papers: viewers do not open them. */
export const mayOpenDocuments = (actor: Actor, organisationId: string): boolean =>
  holdsRole(actor, organisationId, 'staff')
