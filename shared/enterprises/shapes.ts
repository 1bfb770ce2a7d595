import { z } from 'zod'
import { DocumentId, OrganisationId } from '#shared/ids.ts'
import { line, paragraph } from '#shared/text.ts'

/** What stands on a business licence (Order 37 art. 12). */
export const LegalForm = z.enum([
  'limited_company',
  'joint_stock_company',
  'sole_proprietorship',
  'partnership',
  'individual_business',
  'farmers_cooperative',
  'state_organ',
  'public_institution',
  'social_organisation',
  'other',
])
export type LegalForm = z.infer<typeof LegalForm>

export const IdentityInput = z.strictObject({
  /** As typed or pasted; blanks, hyphens, full-width and lower-case forms are accepted. */
  creditCode: z.string().min(15).max(40),
  legalName: line(120),
  legalForm: LegalForm,
  /** Legal representative 法定代表人, or the operator 经营者 of an individual business. */
  representative: line(40),
  /** As on the licence, e.g. 伍佰万元整 or 500 万元; null where the form has none. */
  registeredCapital: line(60).nullable(),
  domicile: line(160),
  establishedOn: z.iso.date(),
  businessScope: paragraph(4000),
})
export type IdentityInput = z.infer<typeof IdentityInput>

/** The identity as it was verified and as it is shown to the public. */
export const LicenceView = z.object({
  organisationId: OrganisationId,
  creditCode: z.string(),
  legalName: z.string(),
  legalForm: LegalForm,
  representative: z.string(),
  registeredCapital: z.string().nullable(),
  domicile: z.string(),
  establishedOn: z.iso.date(),
  businessScope: z.string(),
  verifiedAt: z.iso.datetime(),
  nextVerificationDue: z.iso.datetime(),
})
export type LicenceView = z.infer<typeof LicenceView>

export const DocumentKind = z.enum(['business_licence', 'representative_id', 'authorisation', 'other'])
export type DocumentKind = z.infer<typeof DocumentKind>

export const DocumentView = z.object({
  id: DocumentId,
  kind: DocumentKind,
  contentType: z.string(),
  size: z.int(),
  validUntil: z.iso.date().nullable(),
  uploadedAt: z.iso.datetime(),
  actions: z.array(z.string()),
})
export type DocumentView = z.infer<typeof DocumentView>

export const VerificationView = z.object({
  at: z.iso.datetime(),
  by: z.string(),
  method: z.enum(['document', 'registry', 'on_site']),
  result: z.enum(['verified', 'rejected']),
  reason: z.string(),
  nextDue: z.iso.datetime().nullable(),
})

export const IdentityStatus = z.enum(['draft', 'pending', 'verified', 'rejected'])

export const IdentityView = z.object({
  organisationId: OrganisationId,
  status: IdentityStatus,
  identity: IdentityInput.nullable(),
  /** `review`: the check character does not fit; a person compares code and licence. */
  creditCodeLevel: z.enum(['ok', 'review']).nullable(),
  /** What the public is shown: the identity as last verified. */
  licence: LicenceView.nullable(),
  documents: z.array(DocumentView),
  verifications: z.array(VerificationView),
  /** A change of a verified identity waits; the market answers within seven working days (Order 37 art. 26). */
  changeDueOn: z.iso.date().nullable(),
  actions: z.array(z.string()),
})
export type IdentityView = z.infer<typeof IdentityView>
