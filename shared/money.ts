import { z } from 'zod'

/** Currencies a market may trade in, with the number of digits of their minor unit (ISO 4217). */
export const currencyDigits = { CNY: 2, USD: 2, EUR: 2, AED: 2, JPY: 0 } as const
export type Currency = keyof typeof currencyDigits
export const Currency = z.enum(Object.keys(currencyDigits) as [Currency, ...Currency[]])

/** An amount in minor units (分, cents). Always an integer; never a float, never without its currency. */
export const Money = z.strictObject({ amount: z.int(), currency: Currency })
export type Money = z.infer<typeof Money>

/** Minor units that may be asked for: not negative, and below what a bank transfer carries. */
export const MinorAmount = z.int().min(0).max(1_000_000_000_000)

export const money = (amount: number, currency: Currency): Money => ({ amount, currency })

/** The sum. Throws when currencies differ, which is a bug: amounts of two currencies never meet. */
export function addMoney(a: Money, b: Money): Money {
  if (a.currency !== b.currency) throw new Error(`cannot add ${a.currency} to ${b.currency}`)
  return { amount: a.amount + b.amount, currency: a.currency }
}

/**
 * Splits `total` in proportion to `weights`, in minor units, so that the parts sum to `total` exactly
 * (largest remainder; ties go to the earlier part). All-zero weights split evenly. A negative total (a refund) splits
 * as its positive does, with the sign turned.
 */
export function prorate(total: number, weights: readonly number[]): number[] {
  if (weights.length === 0) return []
  if (total < 0) return prorate(-total, weights).map((part) => (part === 0 ? 0 : -part))
  const sum = weights.reduce((a, b) => a + b, 0)
  const shares = sum === 0 ? weights.map(() => 1) : weights
  const base = sum === 0 ? weights.length : sum
  const exact = shares.map((weight) => (BigInt(total) * BigInt(weight)) / BigInt(base))
  const parts = exact.map(Number)
  let rest = total - parts.reduce((a, b) => a + b, 0)
  const order = shares
    .map((weight, index) => ({ index, remainder: Number((BigInt(total) * BigInt(weight)) % BigInt(base)) }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index)
  for (const { index } of order) {
    if (rest <= 0) break
    parts[index] = (parts[index] ?? 0) + 1
    rest -= 1
  }
  return parts
}

/** `rateBps` hundredths of a percent of `amount`, rounded half up to a whole minor unit; of a negative amount, the negative of that. */
export function basisPoints(amount: number, rateBps: number): number {
  if (amount < 0) return 0 - basisPoints(-amount, rateBps)
  return Number((BigInt(amount) * BigInt(rateBps) + 5_000n) / 10_000n)
}

// Made once: a formatter costs more than a thousand of its answers, and a page of goods writes a hundred amounts.
const amountFormats = new Map<number, Intl.NumberFormat>()
function amountFormat(digits: number): Intl.NumberFormat {
  const known = amountFormats.get(digits)
  if (known) return known
  const made = new Intl.NumberFormat('en-US', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
  amountFormats.set(digits, made)
  return made
}

/** "1,980.00": the amount in major units with the currency's digits, without a symbol. Page code adds the symbol. */
export function formatAmount({ amount, currency }: Money): string {
  const digits = currencyDigits[currency]
  return amountFormat(digits).format(amount / 10 ** digits)
}
