/** What a normaliser made of a text: the value, and whether anything had to be interpreted to get there. */
export type Reading<T> = { readonly value: T; readonly how: 'plain' | 'full-width' | 'read-as' }

// Nothing longer is a number; it also bounds the time that hostile text can take.
const longest = 100
const fullWidth = /[０-９．，－＋￥％]/

/** Half-width text without surrounding spaces. */
export const narrow = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\u200b-\u200f\ufeff\u2060]/g, '')
    .trim()

const digits: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}
const places: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 万: 10_000 }

/** 三百五十, 十, 两千: whole numbers in Chinese characters up to 万. Null: something else. */
export function chineseNumber(text: string): number | null {
  if (!/^[零〇一二两三四五六七八九十百千万]+$/.test(text)) return null
  let total = 0
  let section = 0
  let digit = 0
  for (const character of text) {
    const place = places[character]
    if (place === undefined) digit = digits[character] ?? 0
    else if (place === 10_000) {
      total = (total + section + digit) * 10_000
      section = 0
      digit = 0
    } else {
      section += (digit || 1) * place
      digit = 0
    }
  }
  return total + section + digit
}

/** A decimal number: half or full width, thousands separated by commas or spaces, decimal comma when it cannot be anything else. */
export function readNumber(text: string): Reading<number> | null {
  if (text.length > longest) return null
  const written = narrow(text)
  const plain = /^[-+]?\d+(\.\d+)?$/.test(written)
  const grouped = /^[-+]?\d{1,3}([, ']\d{3})+(\.\d+)?$/.test(written)
  const decimalComma = /^[-+]?\d+,\d{1,2}$/.test(written)
  const scientific = /^[-+]?\d(\.\d+)?[eE]\+?\d{1,2}$/.test(written)
  if (!plain && !grouped && !decimalComma && !scientific) return null
  const value = Number(decimalComma ? written.replace(',', '.') : written.replace(/[, ']/g, ''))
  if (!Number.isFinite(value)) return null
  if (fullWidth.test(text)) return { value, how: 'full-width' }
  return { value, how: plain ? 'plain' : 'read-as' }
}

const units = '(?:件|双|套|个|只|条|箱|包|打|对|支|顶|枚|手|片|米|pcs?|pieces?|pairs?|sets?|units?|prs)'
const bounded = new RegExp(
  `^(?:≥|>=|不少于|至少|满|最低|约|min\\.?|moq)?\\s*([\\d,.]+|[零〇一二两三四五六七八九十百千万]+)\\s*${units}?\\s*(?:/款|/色|每款|每色)?\\s*(?:起批|起订|起|以上|及以上|\\+)?$`,
  'i',
)

/** 10, 10件起, ≥100, 十件, 1,200: a whole quantity. Null: no whole number stands there. */
export function readQuantityText(text: string): Reading<number> | null {
  const plain = readNumber(text)
  if (plain) return Number.isInteger(plain.value) ? plain : null
  const match = text.length > longest ? null : bounded.exec(narrow(text))
  if (!match?.[1]) return null
  const value = chineseNumber(match[1]) ?? readNumber(match[1])?.value ?? null
  return value !== null && Number.isInteger(value)
    ? { value, how: fullWidth.test(text) ? 'full-width' : 'read-as' }
    : null
}

/** The whole quantity in `text`, without saying how it was read. */
export const readQuantity = (text: string): number | null => readQuantityText(text)?.value ?? null
