import { z } from 'zod'
import { nameIn } from '#shared/accounts/shapes.ts'
import { IdentityInput, IdentityStatus, LicenceView, VerificationView } from '#shared/enterprises/shapes.ts'
import { ApplicationId, OrganisationId, ShopId } from '#shared/ids.ts'
import { BoothView } from '#shared/markets/shapes.ts'
import { MinorAmount } from '#shared/money.ts'
import { Localised, line, paragraph } from '#shared/text.ts'
import { FreightTemplate } from './freight.ts'

export const ApplicationStatus = z.enum([
  'draft',
  'submitted',
  'returned',
  'verified',
  'admitted',
  'refused',
  'withdrawn',
])
export type ApplicationStatus = z.infer<typeof ApplicationStatus>

export const textIn = (max: number) => z.strictObject({ zh: paragraph(max), en: paragraph(max) })

/** What an enterprise says when it applies for a shop. */
export const ApplicationInput = z.strictObject({
  organisationId: OrganisationId,
  shopName: nameIn(40),
  introduction: textIn(2000),
  categoryIds: z.array(z.string().min(1).max(80)).min(1).max(20),
  contactName: line(40),
  contactPhone: z.string().regex(/^\+?[0-9][0-9 -]{5,18}[0-9]$/),
  /** A booth that it holds or would like, in words; empty for none. */
  boothWish: line(120, 0),
})
export type ApplicationInput = z.output<typeof ApplicationInput>

/** What the admitting office looks at before it verifies. `fits` false is to be looked at by a person, not a refusal. */
export const ApplicationCheck = z.object({
  check: z.enum([
    'identity_stated',
    'credit_code',
    'licence_present',
    'licence_in_date',
    'name_matches',
    'no_other_shop',
  ]),
  fits: z.boolean(),
})

const ApplicationMove = z.object({
  from: ApplicationStatus.nullable(),
  to: ApplicationStatus,
  at: z.iso.datetime(),
  by: z.string(),
  reason: z.string(),
})

export const ApplicationItem = z.object({
  id: ApplicationId,
  marketSlug: z.string(),
  organisationId: OrganisationId,
  organisationName: Localised,
  shopName: Localised,
  categoryIds: z.array(z.string()),
  status: ApplicationStatus,
  submittedAt: z.iso.datetime().nullable(),
  /** Whole hours since it was submitted, for the queue; null when it does not wait. */
  waitingHours: z.int().nullable(),
  changedAt: z.iso.datetime(),
})
export type ApplicationItem = z.infer<typeof ApplicationItem>

export const ApplicationView = ApplicationItem.extend({
  introduction: Localised,
  contactName: z.string(),
  contactPhone: z.string(),
  boothWish: z.string(),
  checks: z.array(ApplicationCheck),
  moves: z.array(ApplicationMove),
  identity: z
    .object({
      status: IdentityStatus,
      stated: IdentityInput.nullable(),
      creditCodeLevel: z.enum(['ok', 'review']).nullable(),
      verifications: z.array(VerificationView),
      documents: z.array(
        z.object({
          id: z.string(),
          kind: z.string(),
          contentType: z.string(),
          size: z.int(),
          validUntil: z.iso.date().nullable(),
        }),
      ),
    })
    .nullable(),
  shopId: ShopId.nullable(),
  actions: z.array(z.string()),
})
export type ApplicationView = z.infer<typeof ApplicationView>

/** 混批: different products count together. At least one of the two is given; whichever is reached first counts. */
export const MixedBatch = z
  .strictObject({
    minQuantity: z.int().min(1).max(1_000_000).nullable(),
    minAmount: MinorAmount.min(1).nullable(),
  })
  .refine((batch) => batch.minQuantity !== null || batch.minAmount !== null, {
    error: 'least-needed',
  })
export type MixedBatch = z.infer<typeof MixedBatch>

export const ReturnTerms = z.strictObject({
  /** Days after receipt in which goods without fault may be returned; 0: only for quality or errors. */
  days: z.int().min(0).max(90),
  freightPaidBy: z.enum(['buyer', 'seller']),
  conditions: textIn(1000),
})
export type ReturnTerms = z.infer<typeof ReturnTerms>

export const TermsInput = z.strictObject({
  mixedBatch: MixedBatch.nullable(),
  freight: FreightTemplate,
  returns: ReturnTerms,
  /** Working days from payment to hand-over for goods in stock. */
  dispatchDays: z.int().min(1).max(30),
  invoices: z.array(z.enum(['vat_special', 'vat_ordinary', 'commercial'])).max(3),
})
export type TermsInput = z.infer<typeof TermsInput>

export const ShopStatus = z.enum(['open', 'suspended', 'closed'])
export type ShopStatus = z.infer<typeof ShopStatus>

export const ShipFrom = z.strictObject({ divisionCode: z.string().regex(/^\d{6}$/), name: nameIn(60) })

export const ShopCard = z.object({
  id: ShopId,
  name: Localised,
  introduction: Localised,
  status: ShopStatus,
  /** The owner is the market's lead enterprise: 自营 (E-commerce Law art. 37). */
  ownedByLead: z.boolean(),
  verified: z.boolean(),
  categoryIds: z.array(z.string()),
  shipFrom: ShipFrom.nullable(),
  dispatchDays: z.int().nullable(),
  /** Paths on this host. */
  logo: z.string().nullable(),
  booths: z.array(z.string()),
  openedOn: z.iso.date(),
})
export type ShopCard = z.infer<typeof ShopCard>

export const ShopView = ShopCard.extend({
  marketId: z.string(),
  organisationId: OrganisationId,
  /** Stands on every shop (E-commerce Law art. 15); null only while a market prepares a shop. */
  licence: LicenceView.nullable(),
  verifiedOn: z.iso.date().nullable(),
  nextVerificationOn: z.iso.date().nullable(),
  /** 已登记 or, by declaration, 依法无需登记 (Order 37 art. 27). */
  registration: z.enum(['registered', 'exempt']),
  boothDetails: z.array(BoothView),
  banner: z.string().nullable(),
  openingHours: Localised,
  contactPhone: z.string(),
  terms: TermsInput.nullable(),
  actions: z.array(z.string()),
})
export type ShopView = z.infer<typeof ShopView>

export const ShopPatch = z.strictObject({
  name: nameIn(40).optional(),
  introduction: textIn(2000).optional(),
  shipFrom: ShipFrom.optional(),
  openingHours: textIn(120).optional(),
  contactPhone: z
    .string()
    .regex(/^\+?[0-9][0-9 -]{5,18}[0-9]$/)
    .optional(),
  categoryIds: z.array(z.string().min(1).max(80)).min(1).max(20).optional(),
})
export type ShopPatch = z.output<typeof ShopPatch>

export const PictureView = z.object({ url: z.string(), width: z.int(), height: z.int() })
