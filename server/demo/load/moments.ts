import type { IdKind } from '#shared/ids.ts'

/** The id of a thing of the world by its local key. */
export type Ids = (kind: IdKind, key: string) => string

/** Noon in China on a day of the world. */
export const atNoon = (day: string): Date => new Date(`${day.slice(0, 10)}T04:00:00Z`)

export function addYears(day: string, years: number): string {
  const date = new Date(`${day.slice(0, 10)}T00:00:00Z`)
  date.setUTCFullYear(date.getUTCFullYear() + years)
  return date.toISOString().slice(0, 10)
}

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day.slice(0, 10)}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}
