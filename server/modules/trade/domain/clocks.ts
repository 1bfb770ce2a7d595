/** Default clocks of trade (commercial-and-law.md 1.8); hours and days are those of the calendar, not working ones, unless said. */
export const clocks = {
  /** 未付款关闭: stock is held that long for an unpaid purchase. */
  payHours: 24,
  /** 自动确认收货 after the last shipment. */
  autoConfirmDays: { express: 7, freight: 15 },
} as const

/** Above this weight goods travel as road freight (零担), which takes longer and has the longer clock. */
const freightFromGrams = 100_000

/** Which clock a consignment has. Unknown weights count as parcels: the shorter clock of the two favours neither side for long. */
export function freightModeOf(weightGrams: number | null): 'express' | 'freight' {
  return weightGrams !== null && weightGrams >= freightFromGrams ? 'freight' : 'express'
}

const hour = 3_600_000
export const plusHours = (from: Date, hours: number) => new Date(from.getTime() + hours * hour)
export const plusDays = (from: Date, days: number) => plusHours(from, days * 24)

/** When something that failed so many times is tried again: after one minute, then two, four … at most an hour. */
export const retryAfter = (now: Date, failures: number) =>
  new Date(now.getTime() + Math.min(60, 2 ** (Math.max(1, failures) - 1)) * 60_000)
