import type { Place } from '#shared/accounts/shapes.ts'
import type { PriceTier, QuoteMode, Unit } from '#shared/catalogue/product.ts'
import type { FreightTemplate } from '#shared/shops/freight.ts'
import type { MixedBatch } from '#shared/shops/shapes.ts'
import type { Localised } from '#shared/text.ts'

/** A product as an order needs it: what the cart rules ask, and what lines show. */
export type OfferFacts = {
  productId: string
  shopId: string
  status: string
  styleNo: string
  title: Localised
  mediaId: string | null
  quoteMode: QuoteMode
  tiers: PriceTier[]
  moq: number
  packSize: number
  mixedBatch: boolean
  samplePrice: number | null
  sampleLimit: number
  unit: Unit
  leadTimeDays: number
  skus: {
    skuId: string
    articleNo: string
    colour: Localised
    colourHex: string | null
    size: string
    unitPrice: number | null
    weightGrams: number | null
    available: number
  }[]
}

export type ShopWithTerms = {
  id: string
  organisationId: string
  name: Localised
  open: boolean
  /** The enterprise's identity was verified within the last six months: who is overdue takes no new orders (Order 37 art. 24). */
  verified: boolean
  terms: { mixedBatch: MixedBatch | null; freight: FreightTemplate; dispatchDays: number } | null
}

export type AddressFacts = {
  recipient: string
  phone: string
  place: Place
  street: string
  postalCode: string
}
