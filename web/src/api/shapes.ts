import type { CategoryNode } from '#shared/catalogue/views.ts'
import type { Currency } from '#shared/money.ts'
import type { Localised } from '#shared/text.ts'

// PROVISIONAL: what pages read of sessions, markets and shops until those contracts are on this branch. Then imports of the contracts' types.

export type SessionView = {
  person: { id: string; name: string; email: string }
  shops: { id: string; marketId: string; name: Localised }[]
  consoles: { marketId: string; name: Localised }[]
}

export type MarketSummary = {
  id: string
  name: Localised
  tagline: Localised
  ownership: 'enterprise_led' | 'government_sponsored'
  place: Localised
  shopCount: number
  productCount: number
}

export type PartyView = {
  role: 'lead_enterprise' | 'management_group' | 'initiator' | 'investor' | 'operator' | 'supervisor' | 'association'
  name: Localised
  creditCode: string | null
}

export type MarketView = MarketSummary & {
  operation: 'self_built' | 'entrusted'
  currency: Currency
  venue: { name: Localised; address: Localised } | null
  operator: { name: Localised; creditCode: string; licenceMediaId: string | null }
  supervisor: Localised
  complaints: { phone: string; hours: Localised }
  registrations: { name: Localised; number: string }[]
  parties: PartyView[]
  powers: { power: string; roles: PartyView['role'][] }[]
  openedOn: string
  categories: CategoryNode[]
}

export type ShopView = {
  id: string
  name: Localised
  verified: boolean
  ownedByLead: boolean
  booth: Localised | null
  hall: Localised | null
  company: Localised
  creditCode: string
  licenceMediaId: string | null
  openedOn: string
  verifiedOn: string
  nextVerificationOn: string
  inspectedOn: string | null
  introduction: Localised
  phone: string | null
  hours: Localised | null
  place: Localised
  mixedBatch: { minQuantity: number | null; minAmount: number | null } | null
  freight: { name: Localised; note: Localised; firstFee: number; freeFrom: number | null }[]
  productCount: number
}
