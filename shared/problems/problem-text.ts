import { type Unit, units } from '#shared/catalogue/product.ts'
import { countOf } from '#shared/catalogue/units.ts'
import { type Currency, currencyDigits, formatAmount } from '#shared/money.ts'

/** What a problem's sentence is filled with: numbers, words, or texts of both languages. Amounts are minor units. */
export type Facts = Readonly<Record<string, string | number | boolean | null>>

/** The sentence of a problem code in both languages; names the field, the rule and the value. */
export type ProblemText = { readonly zh: (facts: Facts) => string; readonly en: (facts: Facts) => string }

/** "36 件" for the unit in `facts.unit`, or pieces when it is not said. */
export function counted(facts: Facts, key: string, locale: 'zh' | 'en'): string {
  const unit = units.find((each) => each === facts.unit) ?? ('piece' satisfies Unit)
  return countOf(Number(facts[key]), unit, locale)
}

/** The fact as a word for a sentence; a missing fact reads as "—", never as "undefined". */
export function word(facts: Facts, key: string): string {
  const fact = facts[key]
  return fact === undefined || fact === null || fact === '' ? '—' : String(fact)
}

const symbols: Readonly<Record<Currency, string>> = {
  CNY: '¥',
  USD: 'US$',
  EUR: '€',
  AED: 'AED ',
  JPY: 'JP¥',
}

/** "¥23.60": minor units with the symbol of the currency in `facts.currency`; yuan when it is not said. */
export function priced(facts: Facts, key: string): string {
  const currency =
    (Object.keys(currencyDigits) as Currency[]).find((each) => each === facts.currency) ?? 'CNY'
  return symbols[currency] + formatAmount({ amount: Number(facts[key]), currency })
}
