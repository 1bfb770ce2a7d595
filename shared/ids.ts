import { z } from 'zod'

/** Prefixes of the ids of the things of the market. An id of another type never fits: `ord_…` is not a product. */
export const idPrefixes = {
  person: 'per',
  session: 'ses',
  organisation: 'org',
  invitation: 'inv',
  address: 'adr',
  cluster: 'clu',
  market: 'mkt',
  venue: 'ven',
  hall: 'hal',
  floor: 'flr',
  booth: 'bth',
  application: 'apl',
  document: 'doc',
  shop: 'shp',
  product: 'prd',
  sku: 'sku',
  media: 'med',
  report: 'rpt',
  import: 'imp',
  purchase: 'pur',
  order: 'ord',
  orderLine: 'oln',
  shipment: 'shi',
  payment: 'pay',
  payout: 'pyo',
  refund: 'rfd',
  bankReceipt: 'brc',
  audit: 'aud',
  mail: 'mal',
  verification: 'vrf',
} as const
export type IdKind = keyof typeof idPrefixes

/** `prd_` and 26 characters of Crockford base 32: 48 bits of time, 80 bits of chance (ULID layout). */
export const idSchema = (kind: IdKind) =>
  z.string().regex(new RegExp(`^${idPrefixes[kind]}_[0-9a-hjkmnp-tv-z]{26}$`))

export const PersonId = idSchema('person')
export const SessionId = idSchema('session')
export const OrganisationId = idSchema('organisation')
export const InvitationId = idSchema('invitation')
export const AddressId = idSchema('address')
export const MarketId = idSchema('market')
export const ApplicationId = idSchema('application')
export const DocumentId = idSchema('document')
export const ShopId = idSchema('shop')
export const ProductId = idSchema('product')
export const SkuId = idSchema('sku')
export const MediaId = idSchema('media')
export const ReportId = idSchema('report')
export const ImportId = idSchema('import')
export const PurchaseId = idSchema('purchase')
export const OrderId = idSchema('order')
export const OrderLineId = idSchema('orderLine')
export const ShipmentId = idSchema('shipment')
export const PaymentId = idSchema('payment')
export const PayoutId = idSchema('payout')
export const RefundId = idSchema('refund')
export const BankReceiptId = idSchema('bankReceipt')
/** A market is named by its slug in URLs. */
export const MarketSlug = z.string().regex(/^[a-z][a-z0-9-]{1,40}$/)
