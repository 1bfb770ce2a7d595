/** A verified identity is verified again within six months (Order 37 art. 24); the month's end stands for a day it does not have. */
export function nextVerificationDue(at: Date): Date {
  const due = new Date(at)
  const day = due.getUTCDate()
  due.setUTCDate(1)
  due.setUTCMonth(due.getUTCMonth() + 6)
  const lastDay = new Date(Date.UTC(due.getUTCFullYear(), due.getUTCMonth() + 1, 0)).getUTCDate()
  due.setUTCDate(Math.min(day, lastDay))
  return due
}

/** So many working days after a day, Monday to Friday; public holidays are counted as working days, which errs to the early side. */
export function workingDaysAfter(from: Date, days: number): string {
  const day = new Date(from)
  for (let left = days; left > 0; ) {
    day.setUTCDate(day.getUTCDate() + 1)
    if (day.getUTCDay() !== 0 && day.getUTCDay() !== 6) left -= 1
  }
  return day.toISOString().slice(0, 10)
}

/** Reminders go out this many days before an identity is due again; the last one on the day it is overdue. */
export const reminderDays = [30, 14, 7, 1, 0] as const
