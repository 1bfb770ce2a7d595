import type { Locale } from '#shared/text.ts'

const zone = 'Asia/Shanghai'
const formats = {
  day: {
    zh: new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' }),
    en: new Intl.DateTimeFormat('en-GB', { timeZone: zone, day: 'numeric', month: 'short', year: 'numeric' }),
  },
  minute: {
    zh: new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' }),
    en: new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      day: 'numeric',
      month: 'short',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
    }),
  },
} as const

/** A moment in the market's time (Asia/Shanghai): "2026-11-24" or "24 Nov 2026", to the minute on demand. The same on server and browser. */
export function dateText(iso: string, locale: Locale, to: 'day' | 'minute' = 'day'): string {
  return formats[to][locale].format(new Date(iso.length === 10 ? `${iso}T12:00:00+08:00` : iso))
}

/** A date or time a machine can read too. */
export function DateText({
  value,
  locale,
  to = 'day',
}: {
  value: string
  locale: Locale
  to?: 'day' | 'minute'
}) {
  return (
    <time dateTime={value} className="num">
      {dateText(value, locale, to)}
    </time>
  )
}
