import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import { namingConstraints, type Tx, transact } from '#server/platform/db.ts'
import { newId } from '#server/platform/ids.ts'
import { notFound, ProblemError } from '#server/platform/problems.ts'
import type { Resources } from '#server/platform/resources.ts'
import type { Uploads } from '#server/platform/uploads.ts'
import { checkCreditCode } from '#shared/enterprises/credit-code.ts'
import type { DocumentKind, IdentityInput } from '#shared/enterprises/shapes.ts'
import { nextVerificationDue, workingDaysAfter } from './domain/verification.ts'
import * as policy from './policy.ts'
import * as store from './store.ts'

const mostDocuments = 40
/** Documents of an organisation, with those that a verification rests on. */
const documentRoom = { files: 200, bytes: 1024 ** 3 }
const notAllowed = () => new ProblemError('request/not-allowed')
const stream = (organisationId: string) => `organisation:${organisationId}`

export type VerificationInput = {
  organisationId: string
  marketId: string
  method: 'document' | 'registry' | 'on_site'
  result: 'verified' | 'rejected'
  reason: string
  /** What was compared; all documents that the organisation has where it is not said. */
  documentIds?: readonly string[]
  at?: Date
}

export function createEnterpriseActions({ database, clock }: Resources, uploads: Uploads) {
  const seeing = (actor: Actor, organisationId: string) => {
    if (!policy.maySeeIdentity(actor, organisationId)) throw notFound()
  }

  /** Writes the identity as stated. A malformed credit code is refused; one that does not check waits for a person's eyes. */
  async function state(tx: Tx, organisationId: string, input: IdentityInput): Promise<void> {
    const { code, level } = checkCreditCode(input.creditCode)
    if (level === 'reject') throw new ProblemError('enterprises/credit-code-malformed')
    if (await store.codeIsTaken(tx, organisationId, code))
      throw new ProblemError('enterprises/credit-code-taken')
    const now = clock.now()
    const stated = { ...input, creditCode: code }
    const change = {
      stated,
      creditCode: code,
      creditCodeLevel: level,
      status: 'pending',
      changedAt: now,
    } as const
    const before = await store.lockIdentity(tx, organisationId)
    if (!before) {
      if (!(await store.insertIdentity(tx, { organisationId, ...change })))
        throw new ProblemError('request/changed-meanwhile')
      return
    }
    const changeDueOn = before.verified === null ? null : (before.changeDueOn ?? workingDaysAfter(now, 7))
    await store.updateIdentity(tx, organisationId, before.version, { ...change, changeDueOn })
  }

  /**
   * Records that somebody compared the stated identity with its evidence. Verified: this identity becomes the public one for six months,
   * and its documents stay. Takes the market in whose name it was done; rights are the caller's business.
   */
  async function recordVerification(tx: Tx, actor: Actor | null, input: VerificationInput): Promise<void> {
    const { organisationId } = input
    const identity = await store.lockIdentity(tx, organisationId)
    if (!identity) throw notFound()
    const at = input.at ?? clock.now()
    const verified = input.result === 'verified'
    const nextDueAt = verified ? nextVerificationDue(at) : null
    const documentIds = verified ? await store.keepAsEvidence(tx, organisationId, at, input.documentIds) : []
    await namingConstraints({ identities_verified_code: 'enterprises/credit-code-taken' }, () =>
      store.updateIdentity(
        tx,
        organisationId,
        identity.version,
        verified
          ? {
              status: 'verified',
              verified: identity.stated,
              verifiedCode: identity.creditCode,
              verifiedAt: at,
              nextDueAt,
              changeDueOn: null,
            }
          : { status: 'rejected' },
      ),
    )
    await store.insertVerification(tx, {
      organisationId,
      id: newId('verification', at.getTime()),
      inMarket: input.marketId,
      byPersonId: actor?.personId ?? null,
      method: input.method,
      result: input.result,
      reason: input.reason,
      identity: identity.stated,
      documentIds,
      at,
      nextDueAt,
    })
  }

  return {
    seeing,
    state,
    recordVerification,

    async putIdentity(actor: Actor, organisationId: string, input: IdentityInput): Promise<void> {
      seeing(actor, organisationId)
      if (!policy.mayStateIdentity(actor, organisationId)) throw notAllowed()
      await transact(database, async (tx) => {
        await state(tx, organisationId, input)
        await audit(tx, {
          stream: stream(organisationId),
          actor,
          action: 'identity.stated',
          subject: organisationId,
        })
      })
    },

    async upload(
      actor: Actor,
      organisationId: string,
      input: { kind: DocumentKind; validUntil: string | null; bytes: Uint8Array },
    ): Promise<store.Document> {
      seeing(actor, organisationId)
      if (!policy.mayStateIdentity(actor, organisationId)) throw notAllowed()
      if ((await store.listDocuments(database.drizzle, organisationId)).length >= mostDocuments)
        throw new ProblemError('enterprises/too-many-documents', { limit: mostDocuments })
      const file = await uploads.receiveDocument(input.bytes, { owner: organisationId, ...documentRoom })
      const id = newId('document', clock.now().getTime())
      return transact(database, async (tx) => {
        await uploads.claim(tx, file.key)
        await store.insertDocument(tx, {
          organisationId,
          id,
          kind: input.kind,
          fileKey: file.key,
          contentType: file.contentType,
          size: file.size,
          validUntil: input.validUntil,
          uploadedBy: actor.personId,
        })
        await audit(tx, {
          stream: stream(organisationId),
          actor,
          action: 'document.added',
          subject: id,
          facts: { kind: input.kind },
        })
        const made = await store.findDocument(tx, organisationId, id)
        if (!made) throw new ProblemError('request/changed-meanwhile')
        return made
      })
    },

    async removeDocument(actor: Actor, organisationId: string, id: string): Promise<void> {
      seeing(actor, organisationId)
      if (!policy.mayStateIdentity(actor, organisationId)) throw notAllowed()
      await transact(database, async (tx) => {
        const document = await store.findDocument(tx, organisationId, id)
        if (!document) throw notFound()
        if (!(await store.removeDocument(tx, organisationId, id, clock.now())))
          throw new ProblemError('enterprises/document-in-evidence')
        // The demo hands one scan to many: a file goes with the last document that is it.
        if (document.fileKey !== null && !(await store.fileIsUsed(tx, document.fileKey)))
          await uploads.drop(tx, document.fileKey)
        await audit(tx, { stream: stream(organisationId), actor, action: 'document.removed', subject: id })
      })
    },

    /** A document's file for the organisation's own people. */
    async download(actor: Actor, organisationId: string, id: string) {
      seeing(actor, organisationId)
      if (!policy.mayOpenDocuments(actor, organisationId)) throw notAllowed()
      return openDocument(organisationId, id)
    },
    openDocument,
  }

  /** A document's file. Whoever calls has asked for the right to see it. */
  async function openDocument(organisationId: string, id: string) {
    const document = await store.findDocument(database.drizzle, organisationId, id)
    const file = document?.fileKey ? await uploads.open(document.fileKey) : null
    if (!file) throw notFound()
    return file
  }
}
export type EnterpriseActions = ReturnType<typeof createEnterpriseActions>
