import { z } from 'zod'

/**
 * Every reason an import can name. A closed list: the page translates them, filters by them and counts them, and no
 * reader of a file may invent one. The sentences stand in import-messages.ts.
 */
export const refusalCodes = [
  'catalogue/import-file-empty',
  'catalogue/import-file-too-large',
  'catalogue/import-file-type',
  'catalogue/import-old-xls',
  'catalogue/import-file-protected',
  'catalogue/import-file-damaged',
  'catalogue/import-zip-entries',
  'catalogue/import-unpacked-size',
  'catalogue/import-xml-declarations',
  'catalogue/import-too-many-rows',
  'catalogue/import-too-many-columns',
  'catalogue/import-encoding',
  'catalogue/import-json-shape',
  'catalogue/import-no-table',
] as const
/** Why a whole file is refused. */
export const RefusalCode = z.enum(refusalCodes)
export type RefusalCode = z.infer<typeof RefusalCode>

export const cellCodes = [
  'missing',
  'full-width',
  'read-as',
  'formula-error',
  'hidden-characters',
  'text-too-long',
  'price-missing',
  'price-negotiable',
  'price-negative',
  'price-zero',
  'price-range',
  'price-currency',
  'price-decimals',
  'price-too-high',
  'price-unreadable',
  'price-outlier',
  'price-changes',
  'tier-price-missing',
  'tier-not-falling',
  'stock-not-a-number',
  'stock-negative',
  'stock-none',
  'quantity-unreadable',
  'quantity-out-of-range',
  'composition-unreadable',
  'composition-not-100',
  'composition-no-percent',
  'size-missing',
  'size-several',
  'size-unlisted',
  'size-is-date',
  'colour-missing',
  'colour-renamed',
  'colour-unlisted',
  'colour-unreadable',
  'colour-several',
  'barcode-length',
  'barcode-check-digit',
  'barcode-rounded',
  'barcode-duplicate',
  'unit-unknown',
  'season-unknown',
  'safety-class-unknown',
  'weight-unreadable',
  'pack-unreadable',
  'pack-count-differs',
  'yes-no-unknown',
  'hs-code-unreadable',
  'lead-time-unreadable',
  'presale-date',
  'category-missing',
  'category-unknown',
  'category-not-carried',
  'audience-read',
  'option-unknown',
  'number-unreadable',
  'differs-in-style',
  'style-values-mixed',
  'style-number-of-another',
  'duplicate-sku',
  'duplicate-row',
] as const
export const rowCodes = [
  'row-empty',
  'row-subtotal',
  'row-footnote',
  'row-repeated-header',
  'row-group-title',
] as const
export const productCodes = [
  'product-no-rows',
  'product-invalid',
  'product-too-many-skus',
  'tiers-by-sku',
] as const
export const noteCodes = [
  'retail-price-unused',
  'columns-unused',
  'no-stock-column',
  'no-moq-column',
  'no-lead-time-column',
  'style-numbers-made',
  'price-in-minor-units',
  'own-barcodes',
  'category-to-choose',
  'categories-not-carried',
  'no-price-column',
  'no-title-column',
  'term-mixed-batch',
  'term-lead-time',
  'term-returns',
  'pictures-by-name',
] as const

/** Why a cell, a row or a product is marked, and what the reader of a file decided for the seller to confirm. */
export const ImportCode = z.enum([...cellCodes, ...rowCodes, ...productCodes, ...noteCodes])
export type ImportCode = z.infer<typeof ImportCode>
/** What a sentence is made of: `cell` is the address as the spreadsheet shows it, `value` the text as written. */
export const Facts = z.record(z.string(), z.union([z.string(), z.number()]))
export type Facts = z.infer<typeof Facts>
