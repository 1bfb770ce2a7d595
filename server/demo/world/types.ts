import type { ProductDraft, ProductStatus } from '#shared/catalogue/product.ts'
import type { Currency } from '#shared/money.ts'
import type { Localised } from '#shared/text.ts'
import type { DrawingSpec } from '../drawing/spec.ts'
import type { PurchaseSeed } from './order-types.ts'

/**
 * The demo world as plain data. `key`s are local names that other parts refer to; the loader gives real ids. Instants are
 * ISO 8601 in UTC, days "YYYY-MM-DD", amounts minor units.
 */
export type World = {
  seed: number
  today: string
  clusters: ClusterSeed[]
  organisations: OrganisationSeed[]
  venues: VenueSeed[]
  markets: MarketSeed[]
  people: PersonSeed[]
  enterprises: EnterpriseSeed[]
  shops: ShopSeed[]
  applications: ApplicationSeed[]
  buyers: BuyerSeed[]
  products: ProductSeed[]
  purchases: PurchaseSeed[]
}

export type ClusterSeed = {
  key: string
  name: Localised
  goods: Localised
  divisions: string[]
  about: Localised
}

/** Bodies that are no shops: governments, associations, operators, the platform. */
export type OrganisationSeed = {
  key: string
  kind: 'government' | 'association' | 'operator' | 'platform'
  name: Localised
  creditCode: string
  division: string
}

export type BoothSeed = {
  code: string
  hall: string
  floor: number
  number: string
  areaSquareMetres: number
}
export type VenueSeed = {
  key: string
  name: Localised
  cluster: string
  address: Localised
  openingHours: string
  halls: {
    code: string
    name: Localised
    trade: Localised
    floors: { number: number; label: string; booths: BoothSeed[] }[]
  }[]
}

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
export type Power = (typeof powers)[number]
export type PartyRole =
  | 'lead_enterprise'
  | 'management_group'
  | 'regulator'
  | 'association'
  | 'initiator'
  | 'investor'
  | 'supervisor'
  | 'operator'

/** Who holds a power and how it is exercised; `approvedBy` where one proposes and another approves. */
export type PowerSeed = {
  power: Power
  heldBy: PartyRole[]
  approvedBy?: PartyRole
  by: 'office' | 'vote' | 'two_thirds_of_shares' | 'consent' | 'other_official'
}

export type MarketSeed = {
  key: string
  slug: string
  name: Localised
  cluster: string | null
  parent: string | null
  ownership: 'enterprise_led' | 'government_sponsored'
  formation: 'market_formed' | 'government_promoted'
  operation: 'self_built' | 'entrusted' | null
  goods: 'terminal_products' | 'production_materials'
  currency: Currency
  openedOn: string
  venue: string | null
  hasOwnShops: boolean
  tagline: Localised
  /** `subject` is the key of an organisation or an enterprise. */
  parties: { role: PartyRole; subject: string; since: string }[]
  charter: PowerSeed[]
  anchorShop: string | null
  /** Enterprise-led: members of the management group; shares in basis points sum to 10,000. */
  group: { enterprise: string; shareBps: number; joinedOn: string }[]
  /** Government-sponsored: the fund and how it is spent. */
  fund: {
    total: number
    currency: Currency
    entries: { on: string; purpose: Localised; amount: number }[]
  } | null
}

export type PersonSeed = {
  key: string
  name: Localised
  email: string
  locale: 'zh' | 'en'
  /** What the person acts for: `subject` is the key of an organisation, enterprise, shop, buyer or market. */
  memberships: { subject: string; role: PersonRole }[]
}
export type PersonRole =
  | 'platform_admin'
  | 'market_manager'
  | 'operator_staff'
  | 'supervisor'
  | 'association_staff'
  | 'owner'
  | 'staff'
  | 'buyer_owner'
  | 'buyer_staff'

export type EnterpriseSeed = {
  key: string
  name: Localised
  brand: Localised
  legalForm: 'limited_company' | 'sole_trader' | 'partnership'
  creditCode: string
  legalRepresentative: Localised
  registeredCapital: { amount: number; currency: Currency }
  foundedOn: string
  division: string
  domicile: Localised
  businessScope: string
  verifiedOn: string
  nextVerificationOn: string
  /** 现场验厂: what was seen, when and by whom. */
  factory: {
    inspectedOn: string
    inspectedBy: string
    workers: number
    machines: Localised
    monthlyPieces: number
    areaSquareMetres: number
  } | null
}

export type FreightTariffSeed = {
  kind: 'tariff'
  firstUnit: number
  firstFee: number
  nextUnit: number
  nextFee: number
  minimumFee: number
}
export type FreightRateSeed = FreightTariffSeed | { kind: 'to-be-explained' } | { kind: 'not-shipped' }
export type FreightTemplateSeed = {
  name: string
  currency: Currency
  chargeBy: 'weight' | 'pieces'
  paidBy: 'seller' | 'buyer'
  zones: { name: Localised; provinces: string[]; countries: string[]; rate: FreightRateSeed }[]
  rest: FreightRateSeed
}

export type ShopSeed = {
  key: string
  market: string
  enterprise: string
  slug: string
  name: Localised
  about: Localised
  openedOn: string
  anchor: boolean
  booths: string[]
  mixedBatch: { minQuantity: number | null; minAmount: number | null } | null
  freight: FreightTemplateSeed
  /** Usual days until dispatch, and the hour up to which today's payment counts. */
  leadTimeDays: number
  cutoffHour: number
  customisable: boolean
  accountPeriodDays: 0 | 15 | 30
}

export type ApplicationSeed = {
  key: string
  market: string
  applicant: {
    name: Localised
    creditCode: string
    legalRepresentative: Localised
    domicile: Localised
    division: string
  }
  shopName: Localised
  submittedAt: string | null
  state: 'incomplete' | 'submitted' | 'in_review'
  /** Why a person must look. */
  flags: ('credit-code-review' | 'missing-licence' | 'missing-identity' | 'missing-booth-proof')[]
  documents: ('licence' | 'identity' | 'booth-contract' | 'trademark')[]
  contact: string
}

export type AddressSeed = {
  recipient: string
  phone: string
  country: string
  /** First two digits of GB/T 2260 for addresses in China. */
  province: string | null
  region: Localised
  line: string
  postalCode: string
  isDefault: boolean
}

export type BuyerSeed = {
  key: string
  name: Localised
  country: string
  creditCode: string | null
  kind: 'retailer' | 'wholesaler' | 'trading_company' | 'online_shop'
  locale: 'zh' | 'en'
  joinedOn: string
  addresses: AddressSeed[]
  accountPeriodCredit: number
}

export type PictureSeed = {
  key: string
  role: 'main' | 'colour' | 'detail' | 'size-sheet' | 'hangtag' | 'wash-label'
  /** zh name of the colour that the picture shows, where it is one. */
  colour: string | null
  alt: Localised
  spec: DrawingSpec
}

/** As TestReport in shared/catalogue/test-report.ts. */
export type TestReportSeed = { number: string; lab: string; issuedOn: string; expiresOn: string | null }

export type ProductSeed = {
  key: string
  shop: string
  status: ProductStatus
  draft: ProductDraft
  /** In the order of `draft.mediaIds`, which are the pictures' keys. */
  pictures: PictureSeed[]
  /** 检测报告: children's goods have one, held for a year from its issue where no end is stated. */
  reports: TestReportSeed[]
  createdAt: string
  submittedAt: string | null
  listedAt: string | null
  /** Sent back: which field and why. */
  review: { at: string; field: string; reason: Localised } | null
}
