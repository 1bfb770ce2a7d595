import { z } from 'zod'
import { AddressId, InvitationId, OrganisationId, PersonId, SessionId, ShopId } from '#shared/ids.ts'
import { Locale, Localised, line } from '#shared/text.ts'

/** E-mail addresses are compared without regard to case; the form that was typed is kept for sending. */
export const Email = z.email().max(254).trim()

/** A password to be set: 12 to 128 characters, any characters, nothing trimmed (ASVS 5.0 6.2.1, 6.2.8, 6.2.9). */
export const NewPassword = z.string().min(12).max(128)
/** A password as typed for signing in: bounded before it reaches the hash. */
export const TypedPassword = z.string().min(1).max(128)

/** A one-time token from a mail: 32 bytes in base64url. */
export const MailToken = z.string().regex(/^[A-Za-z0-9_-]{43}$/)

export const OrganisationKind = z.enum([
  'enterprise',
  'buyer_company',
  'government_body',
  'operator',
  'association',
])
export type OrganisationKind = z.infer<typeof OrganisationKind>

export const MemberRole = z.enum(['owner', 'manager', 'staff', 'viewer'])
export type MemberRole = z.infer<typeof MemberRole>

/** A name in both languages; either may be empty, not both. */
export const nameIn = (max: number) =>
  z
    .strictObject({ zh: line(max, 0), en: line(max, 0) })
    .refine((name) => name.zh !== '' || name.en !== '', { error: 'name-needed' })

export const MembershipView = z.object({
  organisationId: OrganisationId,
  name: Localised,
  kind: OrganisationKind,
  role: MemberRole,
})
export type MembershipView = z.infer<typeof MembershipView>

export const PersonView = z.object({
  id: PersonId,
  email: z.string(),
  name: z.string(),
  locale: Locale,
  platformAdmin: z.boolean(),
})

/** What a page needs to know of who is signed in: it decides menus, never rights. */
export const SessionView = z.object({
  sessionId: SessionId,
  person: PersonView,
  /** The organisation that the person acts for now; null when they belong to none. */
  acting: MembershipView.nullable(),
  memberships: z.array(MembershipView),
  /** Shops of the organisations the person belongs to. */
  shops: z.array(
    z.object({
      shopId: ShopId,
      name: Localised,
      marketId: z.string(),
      marketSlug: z.string(),
      marketName: Localised,
      organisationId: OrganisationId,
      role: MemberRole,
      status: z.string(),
    }),
  ),
  /** What the acting organisation is in each market, and the charter powers this person may use there. */
  markets: z.array(
    z.object({
      marketId: z.string(),
      marketSlug: z.string(),
      marketName: Localised,
      roles: z.array(z.string()),
      powers: z.array(z.string()),
    }),
  ),
  expiresAt: z.iso.datetime(),
})
export type SessionView = z.infer<typeof SessionView>

/** Tokens for scripts; a browser gets the same as cookies and should forget these. */
export const SessionGranted = z.object({
  accessToken: z.string(),
  /** When the access token ends; refresh before. */
  expiresAt: z.iso.datetime(),
  refreshToken: z.string(),
  /** When the session ends if it is not used. */
  idleUntil: z.iso.datetime(),
  person: PersonView,
  memberships: z.array(MembershipView),
})
export type SessionGranted = z.infer<typeof SessionGranted>

/**
 * A page of a market where somebody was before they registered: they come back to it after the link in the mail, on whatever device they
 * open it. A path of ours and nothing else, so that no link of ours leads away.
 */
export const MarketPage = z
  .string()
  .max(300)
  .regex(/^\/m\/[a-z][a-z0-9-]{1,40}(\/[A-Za-z0-9_-]+)*(\?[A-Za-z0-9_.~%&=+-]*)?$/)

/** The market that a page belongs to. */
export const marketOfPage = (page: string): string => page.split(/[/?]/)[2] ?? ''

export const SessionItem = z.object({
  id: SessionId,
  current: z.boolean(),
  userAgent: z.string(),
  network: z.string(),
  startedAt: z.iso.datetime(),
  lastSeenAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  actions: z.array(z.string()),
})

export const OrganisationView = z.object({
  id: OrganisationId,
  kind: OrganisationKind,
  name: Localised,
  role: MemberRole,
  createdAt: z.iso.datetime(),
  actions: z.array(z.string()),
})

export const MemberView = z.object({
  personId: PersonId,
  name: z.string(),
  email: z.string(),
  role: MemberRole,
  since: z.iso.datetime(),
  actions: z.array(z.string()),
})

export const InvitationView = z.object({
  id: InvitationId,
  email: z.string(),
  role: MemberRole,
  expiresAt: z.iso.datetime(),
  invitedBy: z.string(),
  actions: z.array(z.string()),
})

/**
 * Where something is: in China by division code (GB/T 2260, six digits: province ends in 0000, city in 00), elsewhere by
 * ISO 3166-1 country and written names.
 */
export const Place = z.discriminatedUnion('kind', [
  z
    .strictObject({
      kind: z.literal('china'),
      provinceCode: z.string().regex(/^\d{2}0000$/),
      cityCode: z.string().regex(/^\d{4}00$/),
      districtCode: z.string().regex(/^\d{6}$/),
      /** The divisions' names as they go on the label, e.g. 福建省 泉州市 石狮市. */
      names: line(80),
    })
    .refine(
      (place) =>
        place.cityCode.slice(0, 2) === place.provinceCode.slice(0, 2) &&
        place.districtCode.slice(0, 2) === place.provinceCode.slice(0, 2),
      { error: 'divisions-apart', path: ['districtCode'] },
    ),
  z.strictObject({
    kind: z.literal('abroad'),
    country: z.string().regex(/^[A-Z]{2}$/),
    region: line(80, 0),
    city: line(80),
  }),
])
export type Place = z.infer<typeof Place>

export const AddressInput = z.strictObject({
  recipient: line(60),
  phone: z.string().regex(/^\+?[0-9][0-9 -]{5,18}[0-9]$/),
  place: Place,
  street: line(160),
  postalCode: z
    .string()
    .regex(/^[A-Za-z0-9 -]{0,12}$/)
    .default(''),
  isDefault: z.boolean().default(false),
})
export type AddressInput = z.output<typeof AddressInput>

export const AddressView = z.object({
  id: AddressId,
  recipient: z.string(),
  phone: z.string(),
  place: Place,
  street: z.string(),
  postalCode: z.string(),
  isDefault: z.boolean(),
  actions: z.array(z.string()),
})
export type AddressView = z.infer<typeof AddressView>
