import { z } from 'zod'

/** Codes of what can be wrong with a listing; `shared/problems/catalogue.ts` has the sentence of each. */
export const listingProblemCodes = [
  'catalogue/no-tiers',
  'catalogue/tiers-not-ascending',
  'catalogue/price-not-falling',
  'catalogue/first-tier-above-moq',
  'catalogue/tiers-not-used',
  'catalogue/sku-price-missing',
  'catalogue/sku-price-not-used',
  'catalogue/moq-not-in-packs',
  'catalogue/pack-note-missing',
  'catalogue/category-not-leaf',
  'catalogue/category-not-carried',
  'catalogue/unit-not-in-category',
  'catalogue/unknown-attribute',
  'catalogue/attribute-missing',
  'catalogue/attribute-wrong-type',
  'catalogue/attribute-unknown-option',
  'catalogue/composition-sum',
  'catalogue/fibre-twice',
  'catalogue/duplicate-sku',
  'catalogue/size-not-in-system',
  'catalogue/infant-class-a',
  'catalogue/infant-mark',
  'catalogue/class-c-next-to-skin',
  'catalogue/neck-cord',
  'catalogue/standard-missing',
  'catalogue/shoe-size-beyond-standard',
  'catalogue/shoe-small-parts',
  'catalogue/report-missing',
  'catalogue/report-incomplete',
  'catalogue/report-expired',
  'catalogue/report-expires-soon',
] as const
export const ListingProblemCode = z.enum(listingProblemCodes)
export type ListingProblemCode = z.infer<typeof ListingProblemCode>

/** One thing that is wrong with a listing. An `error` keeps it from being submitted; a `warning` is shown and may stand. */
export const ListingProblem = z.strictObject({
  code: ListingProblemCode,
  level: z.enum(['error', 'warning']),
  /** RFC 6901 JSON pointer into the product draft, e.g. `/tiers/1/unitPrice`. */
  pointer: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
})
export type ListingProblem = z.infer<typeof ListingProblem>

/** A problem that keeps the listing from being submitted. */
export function listingError(
  code: ListingProblemCode,
  pointer: string,
  facts: ListingProblem['facts'] = {},
): ListingProblem {
  return { code, level: 'error', pointer, facts }
}

/** A problem that is shown and may stand. */
export function listingWarning(
  code: ListingProblemCode,
  pointer: string,
  facts: ListingProblem['facts'] = {},
): ListingProblem {
  return { code, level: 'warning', pointer, facts }
}
