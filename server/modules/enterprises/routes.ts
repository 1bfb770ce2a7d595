import type { FastifyInstance } from 'fastify'
import type { Actor } from '#server/platform/actor.ts'
import { serveSigned } from '#server/platform/endpoint.ts'
import type { Resources } from '#server/platform/resources.ts'
import { fileBytes, sendAttachment } from '#server/platform/uploads.ts'
import * as contract from '#shared/enterprises/contract.ts'
import type { EnterpriseActions } from './actions.ts'
import * as store from './store.ts'
import { documentView, identityView } from './views.ts'

export function enterprisesRoutes(
  app: FastifyInstance,
  { database }: Resources,
  actions: EnterpriseActions,
): void {
  const db = database.drizzle
  const view = async (actor: Actor, organisationId: string) => {
    actions.seeing(actor, organisationId)
    return identityView(actor, organisationId, {
      identity: await store.findIdentity(db, organisationId),
      documents: await store.listDocuments(db, organisationId),
      verifications: await store.listVerifications(db, organisationId),
    })
  }
  serveSigned(app, contract.getIdentity, ({ actor, params }) => view(actor, params.organisationId))
  serveSigned(app, contract.putIdentity, async ({ actor, params, body }) => {
    await actions.putIdentity(actor, params.organisationId, body)
    return view(actor, params.organisationId)
  })
  serveSigned(app, contract.uploadDocument, async ({ actor, params, query, body }) => {
    const document = await actions.upload(actor, params.organisationId, {
      kind: query.kind,
      validUntil: query.validUntil ?? null,
      bytes: fileBytes(body),
    })
    return documentView(actor, document)
  })
  serveSigned(app, contract.removeDocument, async ({ actor, params }) => {
    await actions.removeDocument(actor, params.organisationId, params.documentId)
    return undefined
  })
  serveSigned(app, contract.downloadDocument, async ({ actor, params, reply }) => {
    const file = await actions.download(actor, params.organisationId, params.documentId)
    sendAttachment(reply, file, params.documentId)
    return undefined
  })
}
