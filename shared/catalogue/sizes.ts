import type { SizeOption } from './category.ts'

/** A size as it was written, found in a size system. */
export type ParsedSize = {
  code: string
  option: SizeOption
  /** The body height in cm that the seller says it fits, when it differs from the label: "80cm(适合身高70)". */
  fitHeightCm?: number
}

const oneSize = /^(均码|通码|统一码|自由尺码|one[- ]?size(fits(all|most))?|free(size)?|os|f|uni)$/
const letterSizes: Readonly<Record<string, string>> = {
  xxs: '2XS',
  xxl: '2XL',
  xxxl: '3XL',
  xxxxl: '4XL',
  xxxxxl: '5XL',
  特小: 'XS',
  小: 'S',
  中: 'M',
  大: 'L',
  加大: 'XL',
  特大: 'XL',
  small: 'S',
  medium: 'M',
  large: 'L',
}

/**
 * Finds the size that a seller, a spreadsheet or a buyer means: "80cm(适合身高70)", "80码", "EU 36", "235", "均码", "xxl",
 * "110/56", "3-6M". Null when the system has no such size or the text names two ("100/110").
 */
export function parseSize(written: string, sizes: readonly SizeOption[]): ParsedSize | null {
  const text = written.normalize('NFKC').trim().toLowerCase()
  const exact = sizes.find((size) => size.code.toLowerCase() === text)
  if (exact !== undefined) return { code: exact.code, option: exact }
  const [outside = '', ...notes] = text.split(/[([{【（]/)
  const fit = fitHeight(notes.join(' '))
  const plain = outside
    .replace(/^(尺码|码数|鞋码|身高|建议身高|size|eur?|欧码|欧)[:\s#]*/, '')
    .replace(/(cm|厘米|公分|mm|毫米|码|号|#)$/g, '')
    .replace(/\s+/g, '')
  const whole = oneSize.test(outside.replace(/\s+/g, '')) ? 'one-size' : plain
  const option = byPlain(whole, sizes) ?? byAge(outside, sizes)
  if (option === undefined) return null
  return { code: option.code, option, ...(fit === null ? {} : { fitHeightCm: fit }) }
}

function byPlain(plain: string, sizes: readonly SizeOption[]): SizeOption | undefined {
  const byCode = (code: string) => sizes.find((size) => size.code.toLowerCase() === code.toLowerCase())
  if (plain === '') return undefined
  // A text of a stranger is looked up: only the table's own keys count, not what every object inherits (constructor, __proto__).
  const letter = byCode((Object.hasOwn(letterSizes, plain) ? letterSizes[plain] : undefined) ?? plain)
  if (letter !== undefined) return letter
  const pair = plain.match(/^(\d{2,3})[/-](\d{2,3})[a-c]?$/)
  // 号型 of GB/T 1335.3 is height/girth, "110/56": the girth is smaller. Two heights, "100/110", are not one size.
  if (pair !== null) return Number(pair[2]) < Number(pair[1]) ? byCode(pair[1] ?? '') : undefined
  const figure = Number(plain)
  return Number.isFinite(figure) && figure >= 90 ? sizes.find((size) => size.footMm === figure) : undefined
}

function byAge(text: string, sizes: readonly SizeOption[]): SizeOption | undefined {
  const plain = (age: string) =>
    age
      .toLowerCase()
      .replace(/\s+/g, '')
      .replace(/[–—~至到]/g, '-')
      .replace(/个月|months?|mos?/g, 'm')
      .replace(/周岁|岁|years?|yrs?/g, 'y')
  const wanted = plain(text)
  if (!/^\d+(-\d+)?[my]$/.test(wanted)) return undefined
  return sizes.find(
    (size) => size.age !== undefined && (plain(size.age.zh) === wanted || plain(size.age.en) === wanted),
  )
}

function fitHeight(note: string): number | null {
  const found = note.match(/(?:身高|height)\D{0,6}(\d{2,3})/)
  return found === null ? null : Number(found[1])
}

/**
 * The least body height in cm that a written size is for; null when the size says nothing of height. Safety rules take
 * the smaller of label and stated fit, so that a note in brackets never makes a garment "larger" than its label.
 */
export function leastHeight(written: string, sizes: readonly SizeOption[]): number | null {
  const parsed = parseSize(written, sizes)
  const heights = [parsed?.option.heightCm, parsed?.fitHeightCm].filter((height) => height !== undefined)
  return heights.length === 0 ? null : Math.min(...heights)
}
