import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseUnits, unitsText } from './amount.ts'

describe('numbers as people type them', () => {
  it('are whole numbers of the smallest unit, full width and grouped ones too', () => {
    expect(parseUnits('39.80', 2)).toBe(3980)
    expect(parseUnits('３９．８', 2)).toBe(3980)
    expect(parseUnits('¥1,280.5', 2)).toBe(128050)
    expect(parseUnits('1,280', 0)).toBe(1280)
    expect(parseUnits('12.', 2)).toBe(1200)
    expect(parseUnits('12.50', 1)).toBe(125)
  })
  it('are refused rather than rounded or guessed', () => {
    for (const text of ['', '-3', '12.345', '1.2.3', 'abc', '3件', '1,28', '1e5'])
      expect(parseUnits(text, 2)).toBeNull()
    expect(parseUnits('1.5', 0)).toBeNull()
  })
  it('come back as they were shown, for every amount', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999 }), fc.constantFrom(0, 1, 2), (units, digits) => {
        expect(parseUnits(unitsText(units, digits), digits)).toBe(units)
      }),
    )
  })
})
