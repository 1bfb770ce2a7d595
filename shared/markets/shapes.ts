import { z } from 'zod'
import { MarketId, MarketSlug, OrganisationId } from '#shared/ids.ts'
import { Currency } from '#shared/money.ts'
import { Localised } from '#shared/text.ts'

/** What an organisation may be in a market. */
export const PartyRole = z.enum([
  'lead_enterprise',
  'management_group_member',
  'initiator',
  'investor',
  'supervisor',
  'operator',
  'regulator',
  'association',
])
export type PartyRole = z.infer<typeof PartyRole>

/** What may be decided in a market; the charter says who holds each. */
export const powers = [
  'admit_shops',
  'review_listings',
  'set_fees',
  'publish_rules',
  'inspect',
  'sanction',
  'arbitrate',
  'hear_appeals',
  'settle',
  'view_statistics',
  'amend_charter',
] as const
export const Power = z.enum(powers)
export type Power = z.infer<typeof Power>

/**
 * How a holder uses a power: alone; by vote of the group; by proposing what another approves; by approving; by consenting;
 * by a formal order with a deadline; or through another official than the one whose decision is appealed against.
 */
export const Manner = z.enum(['decide', 'vote', 'propose', 'approve', 'consent', 'order', 'other_official'])
export type Manner = z.infer<typeof Manner>
/** Manners in which a holder decides. The others take part, but nothing happens by them alone. */
export const decidingManners: ReadonlySet<Manner> = new Set(['decide', 'vote', 'approve', 'other_official'])

export const Ownership = z.enum(['enterprise_led', 'government_sponsored'])
export type Ownership = z.infer<typeof Ownership>
export const Operation = z.enum(['self_built', 'entrusted'])
export type Operation = z.infer<typeof Operation>
export const Formation = z.enum(['market_formed', 'government_promoted'])
export const Goods = z.enum(['terminal_products', 'production_materials'])
export const MarketStatus = z.enum(['preparing', 'open', 'closed'])

/** An organisation as the public sees it among the parties of a market: identity as verified, when it is. */
export const PartyView = z.object({
  organisationId: OrganisationId,
  role: PartyRole,
  name: Localised,
  kind: z.string(),
  /** Share in the management group, hundredths of a percent. */
  shareBps: z.int().nullable(),
  since: z.iso.date(),
})

export const PowerView = z.object({
  power: Power,
  holders: z.array(z.object({ role: PartyRole, manner: Manner, organisationIds: z.array(OrganisationId) })),
})

export const VenueView = z.object({
  id: z.string(),
  name: Localised,
  address: Localised,
  openingHours: Localised,
  halls: z.array(
    z.object({
      id: z.string(),
      name: Localised,
      floors: z.array(
        z.object({
          id: z.string(),
          name: Localised,
          level: z.int(),
          boothCount: z.int(),
          leasedCount: z.int(),
        }),
      ),
    }),
  ),
  boothCount: z.int(),
  leasedCount: z.int(),
})
export type VenueView = z.infer<typeof VenueView>

export const MarketSummary = z.object({
  id: MarketId,
  slug: MarketSlug,
  name: Localised,
  tagline: Localised,
  cluster: z.object({ id: z.string(), slug: z.string(), name: Localised, countyCode: z.string() }),
  goods: Goods,
  ownership: Ownership,
  operation: Operation,
  formation: Formation,
  currency: Currency,
  status: MarketStatus,
  parentId: MarketId.nullable(),
  categoryIds: z.array(z.string()),
  openedOn: z.iso.date().nullable(),
})
export type MarketSummary = z.infer<typeof MarketSummary>

/** Identity that a trader must show (E-commerce Law art. 15; Order 37 art. 12). */
export const OperatorOfRecord = z.object({
  organisationId: OrganisationId,
  name: Localised,
  creditCode: z.string().nullable(),
  legalName: z.string().nullable(),
  legalForm: z.string().nullable(),
  representative: z.string().nullable(),
  registeredCapital: z.string().nullable(),
  domicile: z.string().nullable(),
  establishedOn: z.iso.date().nullable(),
  businessScope: z.string().nullable(),
  verifiedOn: z.iso.date().nullable(),
})
export type OperatorOfRecord = z.infer<typeof OperatorOfRecord>

export const MarketView = MarketSummary.extend({
  introduction: Localised,
  operatorOfRecord: OperatorOfRecord,
  parties: z.array(PartyView),
  powers: z.array(PowerView),
  venues: z.array(VenueView),
  branches: z.array(z.object({ id: MarketId, slug: MarketSlug, name: Localised })),
  contact: z.object({
    phone: z.string(),
    complaintPhone: z.string(),
    complaintEmail: z.string(),
    complaintHours: Localised,
    /** Who supervises, and how to reach them. */
    supervisor: z
      .object({ organisationId: OrganisationId, name: Localised, phone: z.string(), address: Localised })
      .nullable(),
  }),
  /** Filings such as the ICP number: shown in the footer. */
  registrations: z.array(z.object({ name: Localised, number: z.string() })),
})
export type MarketView = z.infer<typeof MarketView>

export const BoothView = z.object({
  id: z.string(),
  code: z.string(),
  venueId: z.string(),
  venueName: Localised,
  hallName: Localised,
  floorName: Localised,
  level: z.int(),
  areaSquareMetres: z.number().nullable(),
})
export type BoothView = z.infer<typeof BoothView>
