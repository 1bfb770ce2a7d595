import type { NextTier } from '#shared/catalogue/pricing.ts'
import type { PriceTier, QuoteMode, Unit } from '#shared/catalogue/product.ts'

/**
 * 混批 of a shop: different products count together towards a least quantity or a least amount (minor units), whichever
 * is reached first. A null threshold does not exist; null altogether: the shop does not mix.
 */
export type MixedBatchTerms = { readonly minQuantity: number | null; readonly minAmount: number | null }
export type ShopTerms = { readonly mixedBatch: MixedBatchTerms | null }

/** What the rules need to know of a product. Prices are minor units for one piece. */
export type CartOffer = {
  readonly productId: string
  readonly quoteMode: QuoteMode
  readonly tiers: readonly PriceTier[]
  readonly moq: number
  readonly packSize: number
  /** The offer counts towards the shop's mixed batch. */
  readonly mixedBatch: boolean
  readonly samplePrice: number | null
  readonly sampleLimit: number
  /** Samples that this buyer has in orders already; none where it is not known who buys. */
  readonly samplesTaken?: number
  /** Only for the sentences: "36 件", "36 双". */
  readonly unit?: Unit
}

export type CartCell = {
  readonly skuId: string
  /** The SKU's own price, used in `by-sku`. */
  readonly unitPrice: number | null
  /** What may be promised now. */
  readonly available: number
  readonly quantity: number
}

/** One product in a shop's cart. A product has at most one `stock` and one `sample` line. */
export type CartLine = {
  readonly offer: CartOffer
  readonly kind: 'stock' | 'sample'
  readonly cells: readonly CartCell[]
}

type UnitFact = { unit?: Unit }

/** Facts by code of what keeps a line from being ordered. `skuId` says which cell, where it is one. */
export type CartIssueFacts = {
  'trade/below-minimum-order': UnitFact & { need: number; have: number; missing: number }
  'trade/pack-multiple': UnitFact & {
    skuId: string
    packSize: number
    quantity: number
    lower: number
    upper: number
  }
  'trade/not-enough-stock': UnitFact & { skuId: string; available: number; quantity: number }
  'trade/sample-limit': UnitFact & { limit: number; taken: number; left: number; quantity: number }
  'trade/no-sample': UnitFact & { quantity: number }
  'trade/no-price': UnitFact & { skuId: string }
  'trade/quantity-not-whole': { skuId: string; quantity: number }
  'trade/amount-too-large': { limit: number }
}
export type CartIssueCode = keyof CartIssueFacts
export type CartIssue = {
  [Code in CartIssueCode]: { code: Code; facts: CartIssueFacts[Code] }
}[CartIssueCode]

export type EvaluatedCell = { skuId: string; quantity: number; unitPrice: number | null; amount: number }

export type EvaluatedLine = {
  productId: string
  kind: 'stock' | 'sample'
  quantity: number
  cells: EvaluatedCell[]
  /** Minor units; cells without a price count as nought and carry an issue. */
  amount: number
  activeTier: PriceTier | null
  nextTier: NextTier | null
  issues: CartIssue[]
  /** Why a line below the MOQ may stand: it is mixed with others. */
  acceptedBy: 'minimum-order' | 'mixed-batch' | 'sample' | null
}

/** The stock lines that opted in to mixed batch, together. Null figures: that threshold does not exist. */
export type MixedPool = {
  quantity: number
  amount: number
  reached: boolean
  missingQuantity: number | null
  missingAmount: number | null
}

/** Something worth telling the buyer. `cost`: about how much more money it takes, minor units; negative is money saved. */
export type NextStep =
  | {
      kind: 'next-tier'
      productId: string
      missingQuantity: number
      minQuantity: number
      unitPrice: number
      saving: number
      cost: number
      unit?: Unit
    }
  | {
      kind: 'minimum-order'
      productId: string
      missingQuantity: number
      need: number
      cost: number
      unit?: Unit
    }
  | {
      kind: 'mixed-batch'
      missingQuantity: number | null
      missingAmount: number | null
      cost: number
      unit?: Unit
    }

export type EvaluatedShopCart = {
  lines: EvaluatedLine[]
  pool: MixedPool
  goodsAmount: number
  /** Something is ordered and no line has an issue. */
  ok: boolean
  nextSteps: NextStep[]
}
