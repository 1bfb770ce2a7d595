import { z } from 'zod'
import { Attributes } from '#shared/catalogue/category.ts'
import { MinorAmount } from '#shared/money.ts'
import { line, lineIn, paragraph } from '#shared/text.ts'

/** Sale units (计量单位). A pack size counts in these. */
export const units = ['piece', 'pair', 'set', 'square-metre', 'metre', 'box', 'kilogram'] as const
export const Unit = z.enum(units)
export type Unit = z.infer<typeof Unit>

/**
 * How a price is found (1688 `quoteType`, commercial-and-law.md 1.1.1):
 * `by-quantity` one tier table for the whole product, chosen by the quantity over all its SKUs;
 * `by-sku` each SKU has its own price, chosen for its own quantity.
 */
export const QuoteMode = z.enum(['by-quantity', 'by-sku'])
export type QuoteMode = z.infer<typeof QuoteMode>

/** From `minQuantity` pieces on, one piece costs `unitPrice` minor units. */
export const PriceTier = z.strictObject({
  minQuantity: z.int().min(1).max(1_000_000),
  unitPrice: MinorAmount.min(1),
})
export type PriceTier = z.infer<typeof PriceTier>

export const productStatuses = ['draft', 'in_review', 'sent_back', 'listed', 'withdrawn'] as const
export const ProductStatus = z.enum(productStatuses)
export type ProductStatus = z.infer<typeof ProductStatus>

/** A colour × size cell as a seller writes it. `colour` or `size` is '' where the goods have none. */
export const SkuDraft = z.strictObject({
  /** The seller's own article number of the cell; unique in the product. Empty: made from style number, colour and size. */
  articleNo: line(64, 0),
  colour: lineIn(120),
  /** #RRGGBB of the colour swatch, when known. */
  colourHex: z
    .string()
    .regex(/^#[0-9a-fA-F]{6}$/)
    .nullable(),
  size: line(24, 0),
  stock: z.int().min(0).max(100_000_000),
  /** `by-sku` only: its own price, minor units. */
  unitPrice: MinorAmount.min(1).nullable(),
  weightGrams: z.int().min(0).max(1_000_000).nullable(),
  barcode: z
    .string()
    .regex(/^\d{8,14}$/)
    .nullable(),
})
export type SkuDraft = z.infer<typeof SkuDraft>

/** Everything a seller says of a product (一款). The editor sends it, an import makes it, the demo is made of it. */
export const ProductDraft = z.strictObject({
  /** 货号: the seller's style number, unique in the shop. */
  styleNo: line(64),
  categoryId: z.string().min(1).max(60),
  title: z
    .strictObject({ zh: paragraph(120), en: paragraph(200) })
    .refine((t) => t.zh !== '' || t.en !== '', { error: 'title-required' }),
  description: z.strictObject({ zh: paragraph(5000), en: paragraph(5000) }),
  attributes: Attributes,
  unit: Unit,
  quoteMode: QuoteMode,
  /** Ascending by quantity, strictly falling in price; the first tier starts at or below the MOQ. */
  tiers: z.array(PriceTier).min(1).max(8),
  /** 起订量 over all SKUs. */
  moq: z.int().min(1).max(99_999),
  /** 一手: quantities of each SKU must be multiples of it; 1 where there is no pack. */
  packSize: z.int().min(1).max(10_000),
  /** What one pack holds, in words, e.g. "90–130 各 1". */
  packNote: lineIn(200),
  /** 混批: counts towards the shop's mixed-batch minimum. */
  mixedBatch: z.boolean(),
  samplePrice: MinorAmount.min(1).nullable(),
  sampleLimit: z.int().min(1).max(20),
  /** 发货: days until dispatch for stock goods. */
  leadTimeDays: z.int().min(0).max(180),
  /** ISO 3166-1 alpha-2 country and a place name, e.g. { country: 'CN', place: 福建石狮 }. */
  origin: z.strictObject({ country: z.string().regex(/^[A-Z]{2}$/), place: lineIn(120) }),
  hsCode: z
    .string()
    .regex(/^\d{6,10}$/)
    .nullable(),
  customisable: z.boolean(),
  /** Media ids in order; the first is the main picture. */
  mediaIds: z.array(z.string().max(40)).max(20),
  skus: z.array(SkuDraft).min(1).max(1000),
})
export type ProductDraft = z.infer<typeof ProductDraft>
