import type { Category } from '#shared/catalogue/category.ts'
import type { ProductDraft, PriceTier } from '#shared/catalogue/product.ts'
import type { Currency } from '#shared/money.ts'
import type { Localised } from '#shared/text.ts'

// PROVISIONAL: the shapes that pages read until shared/*/contract.ts is on this branch. Then these become imports of the contract's types.

export type SessionView = {
  person: { id: string; name: string; email: string }
  csrfToken: string
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

export type CategoryNode = { id: string; parentId: string | null; name: Localised; productCount: number }

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

export type ShopSummary = {
  id: string
  name: Localised
  verified: boolean
  ownedByLead: boolean
  booth: Localised | null
}

export type ProductCard = {
  id: string
  title: Localised
  mediaId: string | null
  quoteMode: ProductDraft['quoteMode']
  tiers: PriceTier[]
  moq: number
  unit: ProductDraft['unit']
  mixedBatch: boolean
  customisable: boolean
  leadTimeDays: number
  swatches: string[]
  colourCount: number
  shop: ShopSummary
  /** What one piece costs at the asked quantity, minor units; by-sku goods state their lowest SKU. */
  currency: Currency
}

export type FacetValue = { value: string; name: Localised; count: number; note?: Localised }
export type Facet = { key: string; name: Localised; values: FacetValue[] }

export type SearchAnswer = {
  total: number
  shopCount: number
  understood: { key: string; value: string; label: Localised; name: Localised }[]
  corrected: string | null
  suggestions: string[]
  categories: (CategoryNode & { count: number })[]
  priceBuckets: { from: number; to: number; count: number }[]
  facets: Facet[]
  moqCounts: { max: number; count: number }[]
  leadTimeCounts: { max: number; count: number }[]
  flagCounts: Record<'mixedBatch' | 'sample' | 'customisable' | 'ownGoods', number>
  items: ProductCard[]
  nextCursor: string | null
}

export type MediaView = { id: string; width: number; height: number; alt: Localised; kind: 'photo' | 'detail' | 'label' | 'size-chart'; colour: string | null }

export type SkuView = {
  id: string
  articleNo: string
  colour: Localised
  colourHex: string | null
  size: string
  available: number
  restockOn: string | null
  unitPrice: number | null
  weightGrams: number | null
}

export type CertificateView = { id: string; kind: string; number: string; lab: Localised; issuedOn: string; validUntil: string | null; mediaId: string | null }

export type MixedBatchRule = { minQuantity: number | null; minAmount: number | null }

export type ShopView = ShopSummary & {
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
  mixedBatch: MixedBatchRule | null
  freight: { name: Localised; note: Localised; firstFee: number; freeFrom: number | null }[]
  invoices: Localised
  paymentPlans: ('full' | 'deposit' | 'account')[]
  depositBps: number | null
  productCount: number
}

export type ProductView = Omit<ProductDraft, 'skus' | 'mediaIds'> & {
  id: string
  currency: Currency
  category: Pick<Category, 'id' | 'name' | 'attributes' | 'sizes'>
  categoryPath: { id: string; name: Localised }[]
  media: MediaView[]
  skus: SkuView[]
  certificates: CertificateView[]
  shop: ShopView
  updatedOn: string
  mixable: ProductCard[]
  mixableCount: number
  similar: ProductCard[]
}
