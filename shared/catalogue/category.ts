import { z } from 'zod'
import { Localised, line, paragraph } from '#shared/text.ts'

/**
 * Category schemas are data, not code (domain.md, "Children's goods"): a category names its attributes, its size system
 * and the rules that a listing must meet. `data/` holds them; `validateListing` in listing-rules.ts applies them.
 */
export const AttributeType = z.enum(['text', 'number', 'boolean', 'choice', 'choices', 'composition'])
export type AttributeType = z.infer<typeof AttributeType>

export const AttributeDefinition = z.strictObject({
  key: z.string().regex(/^[a-z][a-z0-9_]*$/),
  name: Localised,
  type: AttributeType,
  /** Must be given before a listing is submitted for review. */
  required: z.boolean(),
  /** Buyers filter by it in search results. */
  facet: z.boolean(),
  /** `number`: what it is measured in, e.g. "g/m²". */
  unit: z.string().optional(),
  /** `choice`, `choices`: closed list of values. */
  options: z.array(z.strictObject({ value: z.string(), name: Localised })).optional(),
  /** The options are steps of a scale (ages, seasons, thickness) and stand in their order everywhere, not by how many there are. */
  scale: z.literal(true).optional(),
  /** One sentence for the seller: what to enter and why. */
  hint: Localised.optional(),
})
export type AttributeDefinition = z.infer<typeof AttributeDefinition>

/** One part of a garment or shoe and what it is made of; percentages of a part sum to 100 (commercial-and-law.md 1.1.1). */
export const CompositionPart = z.strictObject({
  part: line(40),
  fibres: z
    .array(z.strictObject({ fibre: line(40), percent: z.number().min(0).max(100) }))
    .min(1)
    .max(12),
})
export type CompositionPart = z.infer<typeof CompositionPart>

export const AttributeValue = z.union([
  paragraph(500),
  z.number(),
  z.boolean(),
  z.array(line(100, 0)).max(40),
  z.array(CompositionPart).min(1).max(10),
])
export type AttributeValue = z.infer<typeof AttributeValue>
/** Attribute values by attribute key. */
export const Attributes = z.record(
  z
    .string()
    .regex(/^[a-z][a-z0-9_]*$/)
    .max(60),
  AttributeValue,
)
export type Attributes = z.infer<typeof Attributes>

/** A size as it stands on the label, with what it means in numbers where that is known. */
export const SizeOption = z.strictObject({
  code: z.string().min(1).max(24),
  /** Children's wear: body height in cm that the size is cut for. */
  heightCm: z.number().optional(),
  /** Shoes: foot length in mm (mondopoint, GB/T 3293.1). */
  footMm: z.number().optional(),
  /** Typical age, e.g. 3–6 months. */
  age: Localised.optional(),
})
export type SizeOption = z.infer<typeof SizeOption>

/** Names of rules that `validateListing` knows; a category lists those that bind its goods. */
export const ListingRule = z.enum([
  'composition-sums',
  'gb31701-childrens-textiles',
  'gb30585-childrens-shoes',
  'test-report',
])
export type ListingRule = z.infer<typeof ListingRule>

export const Category = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  parentId: z.string().nullable(),
  name: Localised,
  /** Other words that buyers and suppliers use for it, both languages: for search and for guessing while importing. */
  aliases: z.array(z.string()),
  /** Only leaves hold products. */
  leaf: z.boolean(),
  attributes: z.array(AttributeDefinition),
  sizes: z.array(SizeOption),
  units: z.array(z.string()),
  rules: z.array(ListingRule),
})
export type Category = z.infer<typeof Category>
