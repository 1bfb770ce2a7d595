import type { ProductDraft, SkuDraft } from '#shared/catalogue/product.ts'
import type { SellerProduct } from '#shared/catalogue/views.ts'

type Open<T, K extends keyof T> = Omit<T, K> & { [key in K]: T[key] | null }
export type EditorTier = { minQuantity: number | null; unitPrice: number | null }
/** A product while it is written: figures may still be missing. */
export type EditorDraft = Open<
  Omit<ProductDraft, 'tiers'>,
  'moq' | 'packSize' | 'sampleLimit' | 'leadTimeDays'
> & {
  tiers: EditorTier[]
}

/** What a new product starts from. Nothing is assumed that a buyer relies on. */
export const emptyDraft = (categoryId: string): EditorDraft => ({
  styleNo: '',
  categoryId,
  title: { zh: '', en: '' },
  description: { zh: '', en: '' },
  attributes: {},
  unit: 'piece',
  quoteMode: 'by-quantity',
  tiers: [{ minQuantity: null, unitPrice: null }],
  moq: null,
  packSize: 1,
  packNote: { zh: '', en: '' },
  mixedBatch: false,
  samplePrice: null,
  sampleLimit: 1,
  leadTimeDays: null,
  origin: { country: 'CN', place: { zh: '', en: '' } },
  hsCode: null,
  customisable: false,
  mediaIds: [],
  skus: [],
})

/** A new product after the pattern of another: all but what must be its own. */
export const copyOf = ({ draft }: SellerProduct): EditorDraft => ({
  ...draft,
  styleNo: '',
  skus: draft.skus.map((sku) => ({ ...sku, articleNo: '', barcode: null, stock: 0 })),
})

/** As it is sent and judged: a missing figure is nought, which no rule accepts, so that its problem points at it. */
export const toDraft = (draft: EditorDraft): ProductDraft => ({
  ...draft,
  tiers: draft.tiers.map((tier) => ({ minQuantity: tier.minQuantity ?? 0, unitPrice: tier.unitPrice ?? 0 })),
  moq: draft.moq ?? 0,
  packSize: draft.packSize ?? 0,
  sampleLimit: draft.sampleLimit ?? 0,
  leadTimeDays: draft.leadTimeDays ?? -1,
  skus: draft.skus.map((sku) => (draft.quoteMode === 'by-quantity' ? { ...sku, unitPrice: null } : sku)),
})

export const colourKey = (sku: Pick<SkuDraft, 'colour'>): string =>
  sku.colour.zh.trim() || sku.colour.en.trim()
export type EditorColour = { zh: string; en: string; hex: string | null }

/** Colours of a draft in the order in which they first appear. */
export function coloursOf(skus: readonly SkuDraft[]): EditorColour[] {
  const seen = new Map<string, EditorColour>()
  for (const sku of skus) {
    const key = colourKey(sku)
    if (!seen.has(key)) seen.set(key, { ...sku.colour, hex: sku.colourHex })
  }
  return [...seen.values()]
}

/** Sizes of a draft in the order in which they first appear. */
export const sizesOf = (skus: readonly SkuDraft[]): string[] => [...new Set(skus.map((sku) => sku.size))]

/**
 * The cells of every chosen colour and size, colour by colour. Cells that were there keep what was written; cells that somebody took out
 * stay out; new ones start empty. Without colours or without sizes there is one column or one row without a name.
 */
export function generate(
  before: readonly SkuDraft[],
  colours: readonly EditorColour[],
  sizes: readonly string[],
  without: ReadonlySet<string>,
): SkuDraft[] {
  const rows = colours.length === 0 ? [{ zh: '', en: '', hex: null }] : colours
  const columns = sizes.length === 0 ? [''] : sizes
  if (colours.length === 0 && sizes.length === 0) return []
  return rows.flatMap((colour) =>
    columns.flatMap((size) => {
      const key = colour.zh.trim() || colour.en.trim()
      if (without.has(cellKey(key, size))) return []
      const known = before.find((sku) => colourKey(sku) === key && sku.size === size)
      const look = { colour: { zh: colour.zh, en: colour.en }, colourHex: colour.hex }
      return [known === undefined ? emptySku(look, size) : { ...known, ...look }]
    }),
  )
}

export const cellKey = (colour: string, size: string): string => JSON.stringify([colour, size])

const emptySku = (look: Pick<SkuDraft, 'colour' | 'colourHex'>, size: string): SkuDraft => ({
  ...look,
  size,
  articleNo: '',
  stock: 0,
  unitPrice: null,
  weightGrams: null,
  barcode: null,
})
