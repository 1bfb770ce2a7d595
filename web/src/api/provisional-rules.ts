import type { PriceTier } from '#shared/catalogue/product.ts'

// PROVISIONAL: replaced by shared/catalogue/pricing.ts as soon as it is on this branch.
export const tierAt = (tiers: readonly PriceTier[], quantity: number): PriceTier | undefined => tiers.findLast((tier) => tier.minQuantity <= quantity) ?? tiers[0]
