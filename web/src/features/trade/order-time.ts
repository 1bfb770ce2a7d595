import type { Locale } from '#shared/text.ts'

const zone = 'Asia/Shanghai'
const parts = new Intl.DateTimeFormat('en-GB', {
  timeZone: zone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
})
const month = new Intl.DateTimeFormat('en-GB', { timeZone: zone, month: 'short' })

function read(iso: string): Record<string, string> {
  return Object.fromEntries(parts.formatToParts(new Date(iso)).map(({ type, value }) => [type, value]))
}

/** A moment as a timeline says it, in the market's time: "11-16 09:18", "16 Nov 09:18". */
export function shortTime(iso: string, locale: Locale): string {
  const { day = '', hour = '', minute = '' } = read(iso)
  return `${shortDay(iso, locale, day)} ${hour}:${minute}`
}

/** A day without its year: "11-16", "16 Nov". */
export function shortDay(iso: string, locale: Locale, day = read(iso).day ?? ''): string {
  if (locale === 'zh') return `${read(iso).month ?? ''}-${day}`
  return `${Number(day)} ${month.format(new Date(iso))}`
}
