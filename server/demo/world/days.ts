const day = 86_400_000

/** The instant `days` (may be broken or negative) after `from`. */
export const plusDays = (from: Date, days: number) =>
  new Date(from.getTime() + Math.round(days * 86_400) * 1000)

/** "2026-11-24" of an instant, in China's time (UTC+8, no summer time). */
export const dateInChina = (at: Date) => new Date(at.getTime() + day / 3).toISOString().slice(0, 10)

/** The same day `months` later; the last day of the month where that month is shorter. */
export function plusMonths(date: string, months: number): string {
  const [year = 0, month = 1, dayOfMonth = 1] = date.split('-').map(Number)
  const first = new Date(Date.UTC(year, month - 1 + months, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  first.setUTCDate(Math.min(dayOfMonth, last))
  return first.toISOString().slice(0, 10)
}
