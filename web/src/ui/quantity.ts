import type { Locale } from '#shared/text.ts'

const plain = new Intl.NumberFormat('en-US')

/** "1,018": a count in full. */
export const count = (value: number): string => plain.format(value)

/** A count in a tight place: 12400 is 1.2万 in Chinese and 12.4k in English; below ten thousand it stands in full. */
export function shortCount(value: number, locale: Locale): string {
  if (value < 10_000) return count(value)
  if (locale === 'zh') return `${(Math.floor(value / 1000) / 10).toString()}万`
  return `${(Math.floor(value / 100) / 10).toString()}k`
}

/** A tier's threshold: 1000 is 1千 in Chinese. */
export function shortThreshold(value: number, locale: Locale): string {
  if (locale === 'zh' && value >= 10_000 && value % 10_000 === 0) return `${value / 10_000}万`
  if (locale === 'zh' && value >= 1000 && value % 1000 === 0) return `${value / 1000}千`
  return count(value)
}

/** A share in hundredths of a percent: 3000 is "30%". */
export const percent = (bps: number, digits = 0): string => `${(bps / 100).toFixed(digits)}%`
