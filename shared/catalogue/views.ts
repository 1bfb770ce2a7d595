import { z } from 'zod'
import { AttributeType, AttributeValue, SizeOption } from '#shared/catalogue/category.ts'
import { PriceTier, ProductDraft, ProductStatus, QuoteMode, Unit } from '#shared/catalogue/product.ts'
import { Currency, Money } from '#shared/money.ts'
import { Localised, paragraph } from '#shared/text.ts'

/** A moment as ISO 8601 with milliseconds, UTC. */
const moment = z.string()
/** A calendar day, `2026-11-24`. */
export const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)

/** A picture of goods. Its renditions are at `/media/<id>/<160|320|480|800>.<webp|avif>`. */
export const MediaView = z.object({
  id: z.string(),
  kind: z.enum(['upload', 'drawing']),
  width: z.int(),
  height: z.int(),
  alt: Localised,
})
export type MediaView = z.infer<typeof MediaView>

/** What a card or a product page says of the shop, as it stood when the document was prepared. */
export const ShopBrief = z.object({
  id: z.string(),
  name: Localised,
  /** The enterprise's identity is verified and the verification has not run out. */
  verified: z.boolean(),
  /** 自营: the lead enterprise's own goods, marked wherever they show. */
  ownedByLead: z.boolean(),
  booth: Localised.nullable(),
  hall: Localised.nullable(),
})
export type ShopBrief = z.infer<typeof ShopBrief>

/** One product in a list. Carries all tiers, so that a page re-prices it for any quantity without asking again. */
export const ProductCard = z.object({
  id: z.string(),
  market: z.string(),
  title: Localised,
  mediaId: z.string().nullable(),
  currency: Currency,
  quoteMode: QuoteMode,
  tiers: z.array(PriceTier),
  /** `by-sku` only: dearest and cheapest SKU, minor units. */
  skuPrices: z.object({ lowest: z.int(), highest: z.int() }).nullable(),
  moq: z.int(),
  packSize: z.int(),
  unit: Unit,
  mixedBatch: z.boolean(),
  customisable: z.boolean(),
  samplePrice: z.int().nullable(),
  leadTimeDays: z.int(),
  /** Colours as #RRGGBB, at most 8; `colourCount` says how many there are. */
  swatches: z.array(z.string()),
  colourCount: z.int(),
  sizes: z.array(z.string()),
  inStock: z.boolean(),
  sold30d: z.int(),
  listedAt: moment,
  shop: ShopBrief,
})
export type ProductCard = z.infer<typeof ProductCard>

export const SkuView = z.object({
  id: z.string(),
  articleNo: z.string(),
  colour: Localised,
  colourHex: z.string().nullable(),
  size: z.string(),
  available: z.int(),
  unitPrice: z.int().nullable(),
  weightGrams: z.int().nullable(),
  barcode: z.string().nullable(),
})
export type SkuView = z.infer<typeof SkuView>

/** An attribute with its names, so that a page needs no category schema. `display` has one text per value. */
export const AttributeView = z.object({
  key: z.string(),
  name: Localised,
  type: AttributeType,
  unit: z.string().nullable(),
  value: AttributeValue,
  display: z.array(Localised),
})
export type AttributeView = z.infer<typeof AttributeView>

export const TestReportView = z.object({
  id: z.string(),
  number: z.string(),
  lab: z.string(),
  issuedOn: Day,
  expiresOn: Day.nullable(),
  /** Picture of the report, when one was uploaded. */
  mediaId: z.string().nullable(),
})
export type TestReportView = z.infer<typeof TestReportView>

/** What one piece cost at the MOQ from a moment on (Order 56 of the price authority: struck prices come from history). */
export const PricePoint = z.object({ at: moment, unitPrice: z.int(), fromQuantity: z.int() })
export type PricePoint = z.infer<typeof PricePoint>

/** The public page of a listed product: one prepared document in both languages. */
export const ProductDocument = z.object({
  id: z.string(),
  version: z.int(),
  market: z.object({ id: z.string(), slug: z.string(), name: Localised }),
  shop: ShopBrief,
  styleNo: z.string(),
  category: z.object({
    id: z.string(),
    name: Localised,
    path: z.array(z.object({ id: z.string(), name: Localised })),
    sizes: z.array(SizeOption),
  }),
  title: Localised,
  description: Localised,
  attributes: z.array(AttributeView),
  currency: Currency,
  unit: Unit,
  quoteMode: QuoteMode,
  tiers: z.array(PriceTier),
  moq: z.int(),
  packSize: z.int(),
  packNote: Localised,
  mixedBatch: z.boolean(),
  samplePrice: z.int().nullable(),
  sampleLimit: z.int(),
  leadTimeDays: z.int(),
  origin: z.object({ country: z.string(), place: Localised }),
  hsCode: z.string().nullable(),
  customisable: z.boolean(),
  media: z.array(MediaView),
  skus: z.array(SkuView),
  testReports: z.array(TestReportView),
  priceHistory: z.array(PricePoint),
  sold30d: z.int(),
  listedAt: moment,
  updatedAt: moment,
})
export type ProductDocument = z.infer<typeof ProductDocument>

/** One thing that is wrong with a listing. An `error` keeps it from being submitted. `pointer` is RFC 6901 into the draft. */
export const DraftProblem = z.object({
  code: z.string(),
  level: z.enum(['error', 'warning']),
  pointer: z.string(),
  message: Localised,
  facts: z.record(z.string(), z.unknown()),
})
export type DraftProblem = z.infer<typeof DraftProblem>

/** Why a reviewer sent a listing back: a sentence per field. */
export const ReviewRemark = z.strictObject({
  pointer: z
    .string()
    .regex(/^(\/[A-Za-z0-9_-]+)*$/)
    .max(200),
  reason: paragraph(500).min(2),
})
export type ReviewRemark = z.infer<typeof ReviewRemark>

export const SellerSku = SkuView.extend({ position: z.int(), onHand: z.int(), reserved: z.int() })
export type SellerSku = z.infer<typeof SellerSku>

/** A product as its shop sees it: what was entered, where it stands, what is wrong with it and what may be done now. */
export const SellerProduct = z.object({
  id: z.string(),
  shopId: z.string(),
  version: z.int(),
  status: ProductStatus,
  /** A listed product whose title, pictures, attributes or category were changed: the old ones show until this is decided. */
  change: z.enum(['waiting', 'sent_back']).nullable(),
  draft: ProductDraft,
  skus: z.array(SellerSku),
  media: z.array(MediaView),
  testReports: z.array(TestReportView),
  problems: z.array(DraftProblem),
  remarks: z.array(ReviewRemark),
  submittedAt: moment.nullable(),
  reviewedAt: moment.nullable(),
  listedAt: moment.nullable(),
  updatedAt: moment,
  actions: z.array(z.string()),
})
export type SellerProduct = z.infer<typeof SellerProduct>

export const SellerProductLine = z.object({
  id: z.string(),
  styleNo: z.string(),
  title: Localised,
  status: ProductStatus,
  change: z.enum(['waiting', 'sent_back']).nullable(),
  categoryId: z.string(),
  mediaId: z.string().nullable(),
  unit: Unit,
  lowest: Money,
  highest: Money,
  moq: z.int(),
  skuCount: z.int(),
  available: z.int(),
  remarkCount: z.int(),
  version: z.int(),
  updatedAt: moment,
  actions: z.array(z.string()),
})
export type SellerProductLine = z.infer<typeof SellerProductLine>

export const CategoryNode = z.object({
  id: z.string(),
  parentId: z.string().nullable(),
  name: Localised,
  leaf: z.boolean(),
  /** Listed products in it and below it, in this market and its branches. */
  count: z.int(),
})
export type CategoryNode = z.infer<typeof CategoryNode>

export const ReviewLine = z.object({
  productId: z.string(),
  shopId: z.string(),
  shopName: Localised,
  title: Localised,
  categoryId: z.string(),
  mediaId: z.string().nullable(),
  submittedAt: moment,
  /** Listed before and changed since: only the changed fields need a look. */
  relisting: z.boolean(),
})
export type ReviewLine = z.infer<typeof ReviewLine>
