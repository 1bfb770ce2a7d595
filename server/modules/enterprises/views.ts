import type { Actor } from '#server/platform/actor.ts'
import type { DocumentView, IdentityView, LicenceView } from '#shared/enterprises/shapes.ts'
import { mayOpenDocuments, mayStateIdentity } from './policy.ts'
import type { Document, Identity, Verification } from './store.ts'

/** What the public may see of an identity: as it was verified, never as it is merely stated. */
export function licenceOf(identity: Identity | null): LicenceView | null {
  if (!identity?.verified || !identity.verifiedAt || !identity.nextDueAt) return null
  return {
    organisationId: identity.organisationId,
    ...identity.verified,
    verifiedAt: identity.verifiedAt.toISOString(),
    nextVerificationDue: identity.nextDueAt.toISOString(),
  }
}

export const verificationView = (row: Verification): IdentityView['verifications'][number] => ({
  at: row.at.toISOString(),
  by: row.by ?? '',
  method: row.method,
  result: row.result,
  reason: row.reason,
  nextDue: row.nextDueAt?.toISOString() ?? null,
})

export const documentView = (actor: Actor, document: Document): DocumentView => ({
  id: document.id,
  kind: document.kind,
  contentType: document.contentType,
  size: document.size,
  validUntil: document.validUntil,
  uploadedAt: document.uploadedAt.toISOString(),
  actions: [
    ...(mayOpenDocuments(actor, document.organisationId) ? ['download'] : []),
    ...(mayStateIdentity(actor, document.organisationId) && document.inEvidence === null ? ['remove'] : []),
  ],
})

export function identityView(
  actor: Actor,
  organisationId: string,
  parts: { identity: Identity | null; documents: Document[]; verifications: Verification[] },
): IdentityView {
  const { identity } = parts
  return {
    organisationId,
    status: identity?.status ?? 'draft',
    identity: identity?.stated ?? null,
    creditCodeLevel: identity?.creditCodeLevel ?? null,
    licence: licenceOf(identity),
    documents: parts.documents.map((document) => documentView(actor, document)),
    verifications: parts.verifications.map(verificationView),
    changeDueOn: identity?.changeDueOn ?? null,
    actions: mayStateIdentity(actor, organisationId) ? ['state', 'upload'] : [],
  }
}
