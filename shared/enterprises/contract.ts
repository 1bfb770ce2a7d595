import { z } from 'zod'
import { endpoint, NoContent } from '#shared/http.ts'
import { DocumentId, OrganisationId } from '#shared/ids.ts'
import { DocumentKind, DocumentView, IdentityInput, IdentityView } from './shapes.ts'

const signedIn = { tag: 'enterprises', access: 'signed-in' } as const
const organisation = z.strictObject({ organisationId: OrganisationId })

export const documentTypes = ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'] as const
export const documentMaxBytes = 10 * 1024 * 1024

export const getIdentity = endpoint({
  ...signedIn,
  operationId: 'getIdentity',
  summary: 'The legal identity of my organisation, its documents and verifications',
  method: 'GET',
  path: '/organisations/:organisationId/identity',
  params: organisation,
  response: IdentityView,
})

export const putIdentity = endpoint({
  ...signedIn,
  operationId: 'putIdentity',
  summary: 'State the legal identity as it stands on the licence; a changed identity is verified again',
  method: 'PUT',
  path: '/organisations/:organisationId/identity',
  params: organisation,
  body: IdentityInput,
  response: IdentityView,
  problems: ['enterprises/credit-code-malformed', 'enterprises/credit-code-taken'],
})

export const uploadDocument = endpoint({
  ...signedIn,
  operationId: 'uploadDocument',
  summary: 'Add a document: a picture is read and written anew, a PDF is kept as an attachment',
  method: 'POST',
  path: '/organisations/:organisationId/documents',
  params: organisation,
  query: z.strictObject({ kind: DocumentKind, validUntil: z.iso.date().optional() }),
  status: 201,
  response: DocumentView,
  file: { types: documentTypes, maxBytes: documentMaxBytes },
  problems: [
    'uploads/unreadable',
    'uploads/type-refused',
    'uploads/too-many-pixels',
    'enterprises/too-many-documents',
  ],
})

export const removeDocument = endpoint({
  ...signedIn,
  operationId: 'removeDocument',
  summary: 'Withdraw a document; those that a verification rests on stay',
  method: 'DELETE',
  path: '/organisations/:organisationId/documents/:documentId',
  params: z.strictObject({ organisationId: OrganisationId, documentId: DocumentId }),
  status: 204,
  response: NoContent,
  problems: ['enterprises/document-in-evidence'],
})

/** Answers with the file itself, as an attachment that no page may run. */
export const downloadDocument = endpoint({
  ...signedIn,
  operationId: 'downloadDocument',
  summary: 'The file of a document of my organisation',
  method: 'GET',
  path: '/organisations/:organisationId/documents/:documentId/file',
  params: z.strictObject({ organisationId: OrganisationId, documentId: DocumentId }),
  response: z.unknown(),
})
