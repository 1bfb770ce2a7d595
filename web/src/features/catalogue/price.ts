import type { PriceTier } from '#shared/catalogue/product.ts'
import { type Currency, currencyDigits } from '#shared/money.ts'

type Priced = {
  tiers: readonly PriceTier[]
  currency: Currency
  skus?: readonly { unitPrice: number | null }[]
}

/** Lowest and highest price of a product as decimal text, the way schema.org wants it. */
export function priceRange(product: Priced): { low: string; high: string } {
  const prices = [
    ...product.tiers.map((tier) => tier.unitPrice),
    ...(product.skus ?? []).flatMap((sku) => sku.unitPrice ?? []),
  ]
  const digits = currencyDigits[product.currency]
  const decimal = (amount: number) => (amount / 10 ** digits).toFixed(digits)
  return { low: decimal(Math.min(...prices)), high: decimal(Math.max(...prices)) }
}
