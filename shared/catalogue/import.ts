import { z } from 'zod'
import { CompositionPart } from '#shared/catalogue/category.ts'
import { Facts, ImportCode } from '#shared/catalogue/import-codes.ts'
import { Unit } from '#shared/catalogue/product.ts'
import { Currency, MinorAmount } from '#shared/money.ts'
import { hidesCharacters, Localised, lineIn } from '#shared/text.ts'

/** What an uploaded list may measure at most (reliability.md 3.10, U5). The page says so before the upload. */
export const importLimits = {
  fileBytes: 20 * 1024 * 1024,
  unpackedBytes: 200 * 1024 * 1024,
  zipEntries: 1000,
  rows: 50_000,
  columns: 256,
  cells: 3_000_000,
} as const

const plainFields = [
  'styleNo',
  'articleNo',
  'titleZh',
  'titleEn',
  'category',
  'colour',
  'size',
  'composition',
  'safetyClass',
  'season',
  'unit',
  'moq',
  'price',
  'retailPrice',
  'stock',
  'barcode',
  'cartonQuantity',
  'weight',
  'origin',
  'image',
  'description',
  'packNote',
  'mixedBatch',
  'samplePrice',
  'leadTime',
  'hsCode',
  'currency',
  'note',
  'ignore',
] as const
export const plainTargetFields: readonly (typeof plainFields)[number][] = plainFields

/** What a column means. Closed: a page offers exactly these. */
export const ColumnTarget = z.discriminatedUnion('field', [
  z.strictObject({ field: z.enum(plainFields) }),
  /** Price of one piece from `minQuantity` on, read from a header such as 批发价2(≥100). */
  z.strictObject({ field: z.literal('tierPrice'), minQuantity: z.int().min(1).max(1_000_000) }),
  /** Stock of one size: a column of a size matrix. */
  z.strictObject({ field: z.literal('sizeStock'), size: z.string().min(1).max(24) }),
  /** A typed attribute of the category. */
  z.strictObject({ field: z.literal('attribute'), key: z.string().min(1).max(60) }),
  /** Anything else worth keeping: a line "label：value" of the description. */
  z.strictObject({ field: z.literal('line'), label: z.string().min(1).max(60) }),
])
export type ColumnTarget = z.infer<typeof ColumnTarget>
export type TargetField = ColumnTarget['field']

export const ColumnMapping = z.strictObject({
  /** 0-based position in the sheet. */
  column: z.int().min(0).max(importLimits.columns),
  header: z.string(),
  target: ColumnTarget,
  /** 0 to 1; below 0.6 the page asks the seller to look. 1: remembered or chosen by hand. */
  confidence: z.number().min(0).max(1),
  samples: z.array(z.string()).max(5),
  /** The value stands in a style's first row only and holds for the rows below it. */
  fillDown: z.boolean(),
})
export type ColumnMapping = z.infer<typeof ColumnMapping>

export const MappingConstants = z.strictObject({
  categoryId: z.string().nullable(),
  currency: Currency,
  /** Are prices written in yuan (`major`) or in fen (`minor`)? */
  priceScale: z.enum(['major', 'minor']),
  unit: Unit,
  moq: z.int().min(1).max(99_999),
  stock: z.int().min(0).max(100_000_000),
  leadTimeDays: z.int().min(0).max(180),
  mixedBatch: z.boolean(),
  originCountry: z.string().regex(/^[A-Z]{2}$/),
  originPlace: lineIn(120),
  /** `gtin`: check digits are checked. `own`: most codes of the column are no GTIN, so they are the supplier's own. */
  barcodes: z.enum(['gtin', 'own']),
})
export type MappingConstants = z.infer<typeof MappingConstants>

export const CategoryChoice = z.strictObject({
  /** Text of the category column, '' where there is none. */
  written: z.string(),
  categoryId: z.string().nullable(),
  confidence: z.number().min(0).max(1),
  rows: z.int().min(0),
  /** Rows whose title names a category: they need no choice. */
  byTitle: z.int().min(0),
})
export type CategoryChoice = z.infer<typeof CategoryChoice>

export const ImportNote = z.strictObject({ code: ImportCode, facts: Facts })
export type ImportNote = z.infer<typeof ImportNote>

/** How a file is read: kept with the import, and remembered per shop under the signature of its headers. */
export const ImportMapping = z.strictObject({
  signature: z.string(),
  columns: z.array(ColumnMapping).max(importLimits.columns),
  constants: MappingConstants,
  categories: z.array(CategoryChoice).max(2000),
  notes: z.array(ImportNote),
})
export type ImportMapping = z.infer<typeof ImportMapping>

/** `note`: read without doubt, only said. `warning`: imported, worth a look. `error`: the row stays out until corrected. */
export const ProblemLevel = z.enum(['note', 'warning', 'error'])
export type ProblemLevel = z.infer<typeof ProblemLevel>

export const CellProblem = z.strictObject({
  /** 0-based; null when the whole row is meant. */
  column: z.int().min(0).nullable(),
  level: ProblemLevel,
  code: ImportCode,
  facts: Facts,
  /** What to write into the cell; '' empties it. Absent when nobody but the seller can know. */
  suggestion: z.string().optional(),
})
export type CellProblem = z.infer<typeof CellProblem>

export const SizeStock = z.strictObject({ size: z.string(), stock: z.int().min(0), column: z.int().min(0) })
export type SizeStock = z.infer<typeof SizeStock>

/** What was read from one row. A field is absent when its cell is empty, has no column or cannot be read. */
export const RowValues = z.strictObject({
  styleNo: z.string().optional(),
  articleNo: z.string().optional(),
  titleZh: z.string().optional(),
  titleEn: z.string().optional(),
  categoryId: z.string().optional(),
  colour: z.strictObject({ name: Localised, hex: z.string().nullable(), written: z.string() }).optional(),
  size: z.string().optional(),
  sizeStocks: z.array(SizeStock).optional(),
  composition: z.array(CompositionPart).optional(),
  safetyClass: z.enum(['A', 'B', 'C']).optional(),
  seasons: z.array(z.string()).optional(),
  unit: Unit.optional(),
  moq: z.int().optional(),
  price: MinorAmount.optional(),
  tiers: z
    .array(z.strictObject({ minQuantity: z.int(), unitPrice: MinorAmount, column: z.int() }))
    .optional(),
  stock: z.int().optional(),
  barcode: z.string().optional(),
  cartonQuantity: z.int().optional(),
  weightGrams: z.int().optional(),
  origin: z.strictObject({ country: z.string(), place: Localised }).optional(),
  images: z.array(z.string()).optional(),
  description: z.string().optional(),
  lines: z.array(z.strictObject({ label: z.string(), text: z.string() })).optional(),
  attributes: z.record(z.string(), z.string()).optional(),
  pack: z.strictObject({ size: z.int(), note: z.string() }).optional(),
  mixedBatch: z.boolean().optional(),
  samplePrice: MinorAmount.optional(),
  leadTimeDays: z.int().optional(),
  hsCode: z.string().optional(),
})
export type RowValues = z.infer<typeof RowValues>

export const RowState = z.enum(['ok', 'warning', 'error', 'ignored'])
export type RowState = z.infer<typeof RowState>

export const RowPreview = z.strictObject({
  /** 1-based, as the spreadsheet program shows it. */
  row: z.int().min(1),
  state: RowState,
  cells: z.array(CellProblem),
  values: RowValues,
})
export type RowPreview = z.infer<typeof RowPreview>

/** A cell the seller wrote anew in the preview. */
export const CellCorrection = z.strictObject({
  row: z.int().min(1),
  column: z.int().min(0),
  value: z
    .string()
    .max(5000)
    .refine((text) => !hidesCharacters(text), { error: 'hidden-characters' }),
})
export type CellCorrection = z.infer<typeof CellCorrection>
