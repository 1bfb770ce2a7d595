import { z } from 'zod'

const Day = z.iso.date()

/** 检测报告 as the seller enters it beside the picture of the report. Days are calendar days, `2026-11-24`. */
export const TestReport = z.strictObject({
  number: z.string().trim().max(80),
  lab: z.string().trim().max(120),
  issuedOn: Day.nullable(),
  /** Null where the report states none; then it is taken to hold a year from its issue. */
  expiresOn: Day.nullable(),
})
export type TestReport = z.infer<typeof TestReport>

/** The last day on which a report holds; null when its issue day is unknown. */
export function lastDayOf(report: TestReport): string | null {
  if (report.expiresOn !== null) return report.expiresOn
  if (report.issuedOn === null) return null
  const day = new Date(`${report.issuedOn}T00:00:00Z`)
  day.setUTCFullYear(day.getUTCFullYear() + 1)
  return day.toISOString().slice(0, 10)
}

/** Whole days from one calendar day to another; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
}
