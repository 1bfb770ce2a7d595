import { narrow } from './number.ts'

const letters = /^(?:xxs|xs|s|m|l|xl|xxl|xxxl|[2-6]xl)$/i

/** A size as labels write it: 90码, 110CM and size 38 lose their decoration; letters are capital. Null: empty. */
export function readSize(text: string): string | null {
  const written = narrow(text).replace(/\s+/g, ' ')
  if (written === '') return null
  const bare = written
    .replace(/^(?:size|eu|eur|尺码)\s*[:：]?\s*(?=\d)/i, '')
    .replace(/^(\d+(?:\.\d+)?)\s*(?:码|号|cm|厘米|公分|#)$/i, '$1')
  if (letters.test(bare))
    return bare.toUpperCase().replace(/^XX(X?)L$/, (_, third) => (third ? '3XL' : '2XL'))
  return bare.slice(0, 24)
}

/** The size when a text can be nothing else: body heights 50–180, shoe sizes 15–48 (also halves), letters, 均码, spans such as 90/100. */
export function looksLikeSize(text: string): string | null {
  const size = readSize(text)
  if (!size) return null
  if (letters.test(size) || /^(?:[2-6]XL|均码|均|F|free|one size)$/i.test(size)) return size
  const parts = size.split(/[-/~]/)
  const numbers = parts.map(Number)
  const sizes = numbers.every(
    (number) => (number >= 50 && number <= 185) || (number >= 14 && number <= 49 && (number * 2) % 1 === 0),
  )
  return parts.length <= 2 && parts.every((part) => /^\d{2,3}(\.5)?$/.test(part)) && sizes ? size : null
}

/** The sizes of a cell that names several, such as "100/110" or "90、100、110"; one element when it names one. */
export function splitSizes(size: string): string[] {
  const parts = size
    .split(/\s*[/、,，;；+]\s*|\s+/)
    .map((part) => part.trim())
    .filter(Boolean)
  return parts.length > 1 && parts.every((part) => looksLikeSize(part) !== null) ? parts : [size]
}

const months = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec'.split('|')

/** What a spreadsheet program made a date of, as it was typed: 2026-05-10, 5月10日, 10-May come from 5-10. Null: no date. */
export function sizeBehindDate(text: string): string | null {
  const written = narrow(text)
  const numeric =
    /^\d{4}[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T]\d.*)?$/.exec(written) ??
    /^(\d{1,2})月(\d{1,2})日?$/.exec(written)
  if (numeric) return `${Number(numeric[1])}-${Number(numeric[2])}`
  const dayFirst = new RegExp(`^(\\d{1,2})-(${months.join('|')})[a-z]*$`, 'i').exec(written)
  const monthFirst = new RegExp(`^(${months.join('|')})[a-z]*-(\\d{1,2})$`, 'i').exec(written)
  const name = (dayFirst?.[2] ?? monthFirst?.[1])?.toLowerCase().slice(0, 3)
  const day = dayFirst?.[1] ?? monthFirst?.[2]
  return name && day ? `${months.indexOf(name) + 1}-${Number(day)}` : null
}
