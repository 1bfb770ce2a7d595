import { expect, test } from 'vitest'
import { nextVerificationDue, workingDaysAfter } from './verification.ts'

test('an identity is due again six months later, on the last day where the month is shorter', () => {
  expect(nextVerificationDue(new Date('2026-01-15T08:00:00Z')).toISOString()).toBe('2026-07-15T08:00:00.000Z')
  expect(nextVerificationDue(new Date('2026-08-31T08:00:00Z')).toISOString()).toBe('2027-02-28T08:00:00.000Z')
  expect(nextVerificationDue(new Date('2027-08-30T08:00:00Z')).toISOString()).toBe('2028-02-29T08:00:00.000Z')
})

test('working days leave out Saturday and Sunday', () => {
  expect(workingDaysAfter(new Date('2026-11-20T10:00:00Z'), 1)).toBe('2026-11-23')
  expect(workingDaysAfter(new Date('2026-11-18T10:00:00Z'), 7)).toBe('2026-11-27')
})
