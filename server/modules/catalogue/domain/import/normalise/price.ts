import { type Currency, currencyDigits } from '#shared/money.ts'
import { narrow, type Reading, readNumber } from './number.ts'

export type PriceFault =
  | 'price-missing'
  | 'price-negotiable'
  | 'price-negative'
  | 'price-zero'
  | 'price-range'
  | 'price-currency'
  | 'price-decimals'
  | 'price-too-high'
  | 'price-unreadable'
export type PriceReading = Reading<number> | { readonly fault: PriceFault; readonly currency?: string }

const symbols: readonly (readonly [RegExp, Currency])[] = [
  [/^(?:¥|cny|rmb|人民币)|(?:元整?|块|rmb|cny)$/i, 'CNY'],
  [/^(?:us\$|\$|usd)|(?:usd|美元|美金)$/i, 'USD'],
  [/^(?:€|eur)|(?:€|eur|欧元)$/i, 'EUR'],
  [/^(?:aed|dh)|(?:aed|迪拉姆)$/i, 'AED'],
  [/^(?:jpy)|(?:jpy|日元|円)$/i, 'JPY'],
]
const perUnit = /\s*(?:\/|每|per\s*)\s*(?:件|双|套|个|只|条|箱|包|支|pcs?|piece|pair|set|unit)\s*$/i
const highest = 100_000_000

/**
 * A price in minor units of `currency`. Symbols, 元 and a trailing "/件" are understood; a price in another currency, a
 * range, 面议 (to be agreed), nothing, zero or less are faults: nobody but the seller knows the price then.
 */
export function readPrice(
  text: string,
  currency: Currency,
  scale: 'major' | 'minor' = 'major',
): PriceReading {
  const written = narrow(text)
  if (written === '' || /^[-–—/\\]+$/.test(written)) return { fault: 'price-missing' }
  if (/面议|议价|电议|询价|待定|商议|私聊|另议|negotia|tbd|tba|ask|on request|poa/i.test(written)) {
    return { fault: 'price-negotiable' }
  }
  const { bare, named } = stripCurrency(written.replace(perUnit, ''))
  if (named && named !== currency && !(named === 'CNY' && currency === 'JPY'))
    return { fault: 'price-currency', currency: named }
  const number = readNumber(bare)
  if (!number) {
    return { fault: /^\d[\d.]*\s*[-–~至到]\s*\d[\d.]*$/.test(bare) ? 'price-range' : 'price-unreadable' }
  }
  const factor = scale === 'minor' ? 1 : 10 ** currencyDigits[currency]
  const minor = Number((number.value * factor).toPrecision(12))
  if (minor < 0) return { fault: 'price-negative' }
  if (minor === 0) return { fault: 'price-zero' }
  if (minor > highest) return { fault: 'price-too-high' }
  if (!Number.isInteger(minor)) return { fault: 'price-decimals' }
  if (/[０-９．－]/.test(text)) return { value: minor, how: 'full-width' }
  return { value: minor, how: bare === text.trim() ? number.how : 'read-as' }
}

function stripCurrency(written: string): { bare: string; named: Currency | null } {
  for (const [symbol, currency] of symbols) {
    if (symbol.test(written)) {
      const bare = written.replace(symbol, '').replace(symbol, '').trim()
      return { bare, named: currency }
    }
  }
  return { bare: written.trim(), named: null }
}

/** The currency that a text names, as a heading 单价(美元) or a cell "USD" does. Null: none. */
export function readCurrency(text: string): Currency | null {
  const written = narrow(text)
  if (/人民币|\b(?:cny|rmb)\b|￥|¥/i.test(written)) return 'CNY'
  if (/美元|美金|\busd\b|us\$|\$/i.test(written)) return 'USD'
  if (/欧元|\beur\b|€/i.test(written)) return 'EUR'
  if (/日元|\bjpy\b/i.test(written)) return 'JPY'
  if (/迪拉姆|\baed\b/i.test(written)) return 'AED'
  return null
}

/** Minor units as a seller writes them: "28.50". */
export function priceText(minor: number, currency: Currency): string {
  return (minor / 10 ** currencyDigits[currency]).toFixed(currencyDigits[currency])
}
