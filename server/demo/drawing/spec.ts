import { z } from 'zod'

/** Everything that can be drawn: garments laid flat, shoes as a pair, and the supporting pictures of a listing. */
export const garmentTypes = [
  'romper',
  'bodysuit',
  't-shirt',
  'shirt',
  'polo',
  'hoodie',
  'sweatshirt',
  'sweater',
  'jacket',
  'windbreaker',
  'down-jacket',
  'padded-vest',
  'joggers',
  'jeans',
  'leggings',
  'shorts',
  'overalls',
  'dress',
  'skirt',
  'pyjamas',
  'two-piece',
  'socks',
  'beanie',
  'bib',
] as const
export type GarmentType = (typeof garmentTypes)[number]

export const shoeTypes = [
  'running-shoe',
  'board-shoe',
  'basketball-shoe',
  'canvas-shoe',
  'loafer',
  'oxford',
  'sandal',
  'slipper',
  'ankle-boot',
  'hiking-shoe',
  'toddler-shoe',
  'heel',
  'flat',
] as const
export type ShoeType = (typeof shoeTypes)[number]

export const sheetTypes = ['hangtag', 'wash-label', 'size-sheet'] as const
export type SheetType = (typeof sheetTypes)[number]

export const drawingTypes = [...garmentTypes, ...shoeTypes, ...sheetTypes] as const
export type DrawingType = (typeof drawingTypes)[number]

export const patterns = [
  'plain',
  'stripes',
  'check',
  'dots',
  'floral',
  'bear',
  'dino',
  'letters',
  'camo',
  'gradient',
  'colour-block',
  'knit',
  'denim',
  'corduroy',
] as const
export type Pattern = (typeof patterns)[number]
export const Pattern = z.enum(patterns)

const Hex = z.string().regex(/^#[0-9A-Fa-f]{6}$/)

/** How the goods are cut. What is not given takes the type's usual cut. */
export const Cut = z.strictObject({
  sleeve: z.enum(['long', 'short', 'puff', 'none']).optional(),
  leg: z.enum(['long', 'short']).optional(),
  front: z
    .enum(['snaps', 'zip', 'wrap', 'buttons', 'closed', 'laces', 'velcro', 'open', 'elastic', 'strap'])
    .optional(),
  collar: z.enum(['crew', 'v-neck', 'peter-pan', 'hood', 'stand', 'shirt']).optional(),
  pocket: z.boolean().optional(),
  ears: z.boolean().optional(),
  /** The print sits once on the chest instead of all over. */
  placed: z.boolean().optional(),
  shaft: z.enum(['low', 'mid', 'high']).optional(),
})
export type Cut = z.infer<typeof Cut>

/** Words of a hangtag, a wash label or a size sheet; written in outlines, so no font is needed. */
export const SheetWords = z.strictObject({
  brand: z.string().max(24).optional(),
  brandLatin: z.string().max(30).optional(),
  badge: z.string().max(24).optional(),
  badgeNote: z.string().max(24).optional(),
  heading: z.string().max(24).optional(),
  rows: z
    .array(z.tuple([z.string().max(12), z.string().max(24)]))
    .max(7)
    .optional(),
  barcode: z
    .string()
    .regex(/^\d{13}$/)
    .optional(),
  wash: z.int().min(30).max(60).optional(),
  /** Size sheet: the drawn type and its measures in centimetres, e.g. length, width, sleeve. */
  of: z.enum([...garmentTypes, ...shoeTypes]).optional(),
  measures: z.array(z.string().max(12)).max(3).optional(),
})
export type SheetWords = z.infer<typeof SheetWords>

/**
 * A picture of goods as data: stored with the media row and rasterised when somebody asks for it. The same spec gives
 * the same bytes on every machine.
 */
export const DrawingSpec = z.strictObject({
  type: z.enum(drawingTypes),
  /** Body of a garment, upper of a shoe. */
  colour: Hex,
  pattern: Pattern,
  /** Print, contrast panels, side stripes and counters. */
  accent: Hex.optional(),
  /** Second garment of a set, shirt under overalls, lining of a hood. */
  second: Hex.optional(),
  secondPattern: Pattern.optional(),
  sole: Hex.optional(),
  /** Laces, straps, drawstring-free trims. */
  laces: Hex.optional(),
  cut: Cut.optional(),
  /** `detail` moves close to the collar or the toe. */
  view: z.enum(['whole', 'detail', 'hem']).optional(),
  words: SheetWords.optional(),
  /** Chooses among equals: stripe width, fold, tilt, ground. */
  seed: z.int().min(0).max(0x7fffffff),
})
export type DrawingSpec = z.infer<typeof DrawingSpec>
