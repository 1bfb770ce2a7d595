import type { ColumnTarget } from '#shared/catalogue/import.ts'
import { headerWords, type PlainField } from './header-words.ts'
import { wholePart } from './normalise/composition.ts'
import { readQuantity } from './normalise/number.ts'
import { looksLikeSize } from './normalise/size.ts'

export type HeaderGuess = { readonly target: ColumnTarget; readonly confidence: number }

/** Header text for comparing: width, case, spaces, punctuation and what stands in brackets do not matter. */
export function headerKey(header: string): string {
  return bracketless(header)
    .normalize('NFKC')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[\s_*:：.\-/\\、#№]+/g, '')
}

const bracketless = (header: string): string => {
  const without = header.normalize('NFKC').replace(/\([^()]*\)|\[[^[\]]*\]|【[^【】]*】/g, '')
  return without.trim() === '' ? header : without
}

const exact = new Map<string, PlainField>()
for (const [field, words] of headerWords) for (const word of words) exact.set(headerKey(word), field)

/**
 * What a header means by its words alone: `confidence` 0.95 for a known word, 0.75 when a known word is part of it.
 * Members of JSON are judged by their last name first, then with the name of the object that holds them. Null: unknown.
 */
export function headerTarget(header: string): HeaderGuess | null {
  const tier = tierTarget(header)
  if (tier) return tier
  const whole = exact.get(headerKey(header))
  if (whole) return { target: { field: whole }, confidence: 0.95 }
  const last = header.includes('.') ? header.slice(header.lastIndexOf('.') + 1) : ''
  if (last && /\p{L}/u.test(last)) {
    const named = tierTarget(last) ?? wordTarget(last, 0.9)
    if (named) return named
  }
  return partTarget(header)
}

const attributePath =
  /(?:^|\.)(?:attributes?|attrs?|props?|properties|params?|features|属性|参数|商品属性)\.[^.]+$/i

/** A member of a product's list of attributes, such as `attributes.材质`: it speaks of the product, not of one SKU. */
export const isAttributePath = (header: string): boolean => attributePath.test(header)

const partWords =
  /^[^\d]{0,6}(?:面料|里料|里布|衬里|外壳|填充物?|填充成[分份]|填充料|内芯|内胆|外套|罗纹|鞋面|帮面|鞋底)(?:成[分份]|材[质料]|面料)?$|^(?:shell|lining|filling|fill|upper|sole|outsole)(?: (?:material|composition|fabric))?$/i

/** The part of the goods whose fibres a column names: 里料成分 the lining; 成分 or 材质 the goods as a whole. Null: a column of something else. */
export function compositionPart(header: string): string | null {
  const label = bracketless(header.slice(header.lastIndexOf('.') + 1))
    .normalize('NFKC')
    .replace(/[*\s]+/g, ' ')
    .trim()
  if (exact.get(headerKey(label)) === 'composition') return wholePart
  return partWords.test(label)
    ? label.replace(/(?:成[分份]|材[质料]| (?:material|composition|fabric))$/i, '')
    : null
}

function wordTarget(word: string, confidence: number): HeaderGuess | null {
  const field = exact.get(headerKey(word))
  return field ? { target: { field }, confidence } : null
}

const priceWords = /价|price|cost/i
const notSelling = /零售|吊牌|市场|划线|建议|原价|样|retail|list|msrp|rrp|sample/i

/** 批发价2(≥100), 100件以上价, 价格（100-499件）, price 100+: the price from a quantity on. */
function tierTarget(header: string): HeaderGuess | null {
  const text = header.normalize('NFKC').replaceAll(',', '')
  if (!priceWords.test(text) || notSelling.test(text)) return null
  const written =
    /(?:≥|>=|满|from\s*)\s*(\d+|[一二三四五六七八九十百千]+)/i.exec(text)?.[1] ??
    /(\d+|[一二三四五六七八九十百千]+)\s*(?:件|双|套|个|条|pcs|pieces|pairs)?\s*(?:以上|起|\+|及以上|and more|or more)/i.exec(
      text,
    )?.[1] ??
    /(\d+)\s*[-–~至到]\s*\d+\s*(?:件|双|套|个|条|pcs|pieces|pairs)/i.exec(text)?.[1]
  if (!written) return null
  const minQuantity = readQuantity(written)
  return minQuantity !== null && minQuantity >= 1 && minQuantity <= 1_000_000
    ? { target: { field: 'tierPrice', minQuantity }, confidence: 0.95 }
    : null
}

/** The longest known word inside the header; words of one character or of three Latin letters say too little. */
function partTarget(header: string): HeaderGuess | null {
  const key = headerKey(header)
  let best: { field: PlainField; length: number } | null = null
  for (const [word, field] of exact) {
    const enough = /\p{Script=Han}/u.test(word) ? word.length >= 2 : word.length >= 4
    if (enough && word.length > (best?.length ?? 0) && word.length * 3 >= key.length && key.includes(word)) {
      best = { field, length: word.length }
    }
  }
  return best ? { target: { field: best.field }, confidence: 0.75 } : null
}

const sizeGroups = /库存|尺码|码数|尺寸|规格|数量|现货|stock|size|qty|quantity/i

/** A size as a header of a matrix: 90, 110cm, XL, 22码. Bare numbers count only under a heading that speaks of sizes or stock. */
export function sizeHeader(header: string, group: string): string | null {
  const size = looksLikeSize(header)
  if (!size) return null
  return sizeGroups.test(group) || /cm|码|^\d*x*[sml]$/i.test(header.normalize('NFKC').trim()) || group === ''
    ? size
    : null
}
