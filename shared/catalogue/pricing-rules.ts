import { type ListingProblem, listingError, listingWarning } from './listing-problem.ts'
import type { ProductDraft } from './product.ts'

export type PricingDraft = Pick<
  ProductDraft,
  'quoteMode' | 'tiers' | 'moq' | 'packSize' | 'packNote' | 'unit'
> & {
  readonly skus: readonly Pick<ProductDraft['skus'][number], 'unitPrice'>[]
}

/**
 * What is wrong with the prices of a draft. Tiers ascend by quantity and fall in price, so that more never costs more per
 * piece; the first starts at or below the MOQ, so that the least order has a price; by specification every SKU has one.
 */
export function validatePricing(draft: PricingDraft): ListingProblem[] {
  return [...tierProblems(draft), ...skuPriceProblems(draft), ...packProblems(draft)]
}

function tierProblems({ quoteMode, tiers, moq, unit }: PricingDraft): ListingProblem[] {
  const first = tiers[0]
  if (first === undefined)
    return quoteMode === 'by-quantity' ? [listingError('catalogue/no-tiers', '/tiers')] : []
  const problems: ListingProblem[] = []
  for (const [index, tier] of tiers.entries()) {
    const before = tiers[index - 1]
    if (before === undefined) continue
    if (tier.minQuantity <= before.minQuantity) {
      const facts = { unit, minQuantity: tier.minQuantity, before: before.minQuantity, position: index + 1 }
      problems.push(listingError('catalogue/tiers-not-ascending', `/tiers/${index}/minQuantity`, facts))
    }
    if (tier.unitPrice >= before.unitPrice) {
      const facts = { unit, unitPrice: tier.unitPrice, before: before.unitPrice, position: index + 1 }
      problems.push(listingError('catalogue/price-not-falling', `/tiers/${index}/unitPrice`, facts))
    }
  }
  if (quoteMode === 'by-quantity' && first.minQuantity > moq) {
    const facts = { unit, minQuantity: first.minQuantity, moq }
    problems.push(listingError('catalogue/first-tier-above-moq', '/tiers/0/minQuantity', facts))
  }
  return problems
}

function skuPriceProblems({ quoteMode, tiers, skus }: PricingDraft): ListingProblem[] {
  const problems: ListingProblem[] = []
  for (const [index, sku] of skus.entries()) {
    const pointer = `/skus/${index}/unitPrice`
    const facts = { position: index + 1 }
    if (quoteMode === 'by-sku' && sku.unitPrice === null)
      problems.push(listingError('catalogue/sku-price-missing', pointer, facts))
    if (quoteMode === 'by-quantity' && sku.unitPrice !== null)
      problems.push(listingWarning('catalogue/sku-price-not-used', pointer, facts))
  }
  if (quoteMode === 'by-sku' && tiers.length > 1)
    problems.push(listingWarning('catalogue/tiers-not-used', '/tiers'))
  return problems
}

function packProblems({ moq, packSize, packNote, unit }: PricingDraft): ListingProblem[] {
  if (packSize === 1) return []
  const problems: ListingProblem[] = []
  if (moq % packSize !== 0) {
    // Not wrong, but what the buyer can order is the next multiple, and the card should say so.
    const facts = { unit, moq, packSize, orderable: Math.ceil(moq / packSize) * packSize }
    problems.push(listingWarning('catalogue/moq-not-in-packs', '/moq', facts))
  }
  if (packNote.zh === '' && packNote.en === '') {
    problems.push(listingWarning('catalogue/pack-note-missing', '/packNote', { unit, packSize }))
  }
  return problems
}
