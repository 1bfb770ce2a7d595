import type { Category } from '#shared/catalogue/category.ts'
import { validateListing } from '#shared/catalogue/listing-rules.ts'
import { validatePricing } from '#shared/catalogue/pricing-rules.ts'
import type { DraftProblem } from '#shared/catalogue/views.ts'
import { catalogueProblems } from '#shared/problems/catalogue.ts'
import type { ListingRules } from './domain/listing-rules.ts'

/** The rules of the category data and of prices, with the sentence of each problem in both languages. */
export function listingRules(find: (id: string) => Category | undefined): ListingRules {
  return {
    check: (draft, context) => {
      const category = find(draft.categoryId)
      const problems = [
        ...validatePricing(draft),
        ...(category ? validateListing(draft, category, context) : []),
      ]
      return problems.map(({ code, level, pointer, facts }): DraftProblem => {
        const text = catalogueProblems[code]
        return { code, level, pointer, facts, message: { zh: text.zh(facts), en: text.en(facts) } }
      })
    },
  }
}
