import { fc, test as property } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { addMoney, basisPoints, formatAmount, MinorAmount, Money, money, prorate } from './money.ts'

const minor = fc.integer({ min: 0, max: 1_000_000_000_000 })
const weights = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 40 })
const sum = (parts: readonly number[]) => parts.reduce((a, b) => a + b, 0)

describe('prorate', () => {
  property.prop([fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 }), weights])(
    'parts sum to the whole exactly, for refunds too',
    (total, shares) => {
      expect(sum(prorate(total, shares))).toBe(total)
    },
  )

  property.prop([minor, weights])(
    'no part is further than one minor unit from its exact share',
    (total, shares) => {
      const base = sum(shares)
      fc.pre(base > 0)
      prorate(total, shares).forEach((part, index) => {
        const exactTimesBase = BigInt(total) * BigInt(shares[index] ?? 0)
        const off = BigInt(part) * BigInt(base) - exactTimesBase
        expect(off < BigInt(base) && off > -BigInt(base)).toBe(true)
      })
    },
  )

  property.prop([minor, weights])(
    'a weight of zero gets nothing while any other weight is above zero',
    (total, shares) => {
      fc.pre(sum(shares) > 0)
      prorate(total, shares).forEach((part, index) => {
        if (shares[index] === 0) expect(part).toBe(0)
      })
    },
  )

  property.prop([minor, weights])('a heavier weight never gets less', (total, shares) => {
    fc.pre(sum(shares) > 0)
    const parts = prorate(total, shares)
    shares.forEach((heavy, i) => {
      shares.forEach((light, j) => {
        if (heavy > light) expect(parts[i] ?? 0).toBeGreaterThanOrEqual(parts[j] ?? 0)
      })
    })
  })

  test('the odd minor unit goes to the earlier of equal parts', () => {
    expect(prorate(100, [1, 1, 1])).toEqual([34, 33, 33])
    expect(prorate(-100, [1, 1, 1])).toEqual([-34, -33, -33])
  })

  test('the odd minor unit goes to the largest remainder before the earlier part', () => {
    expect(prorate(10, [1, 2])).toEqual([3, 7])
  })

  test('all-zero weights split evenly and no weights give no parts', () => {
    expect(prorate(5, [0, 0])).toEqual([3, 2])
    expect(prorate(5, [])).toEqual([])
  })
})

describe('basisPoints', () => {
  test('half a minor unit rounds up, away from zero for a refund', () => {
    expect(basisPoints(50, 100)).toBe(1)
    expect(basisPoints(49, 100)).toBe(0)
    expect(basisPoints(-50, 100)).toBe(-1)
  })

  property.prop([minor, fc.integer({ min: 0, max: 10_000 })])(
    'a fee and what it leaves are never more than the amount, and never negative',
    (amount, rate) => {
      const fee = basisPoints(amount, rate)
      expect(fee).toBeGreaterThanOrEqual(0)
      expect(fee).toBeLessThanOrEqual(amount)
    },
  )

  property.prop([minor])('ten thousand basis points are the whole', (amount) => {
    expect(basisPoints(amount, 10_000)).toBe(amount)
  })
})

describe('addMoney', () => {
  test('adds within a currency and refuses across currencies', () => {
    expect(addMoney(money(150, 'CNY'), money(50, 'CNY'))).toEqual({ amount: 200, currency: 'CNY' })
    expect(() => addMoney(money(1, 'CNY'), money(1, 'USD'))).toThrow('cannot add CNY to USD')
  })
})

describe('formatAmount', () => {
  test('uses the digits of the currency and groups thousands', () => {
    expect(formatAmount(money(198_000, 'CNY'))).toBe('1,980.00')
    expect(formatAmount(money(198_000, 'JPY'))).toBe('198,000')
    expect(formatAmount(money(-5, 'USD'))).toBe('-0.05')
  })

  property.prop([minor])('reading the digits back gives the same minor units', (amount) => {
    expect(Number(formatAmount(money(amount, 'CNY')).replace(/[,.]/g, ''))).toBe(amount)
    expect(Number(formatAmount(money(amount, 'JPY')).replace(/[,.]/g, ''))).toBe(amount)
  })
})

describe('schemas', () => {
  test('refuse fractions, negatives where asked, unknown currencies and stray fields', () => {
    expect(Money.safeParse({ amount: 1.5, currency: 'CNY' }).success).toBe(false)
    expect(Money.safeParse({ amount: 1, currency: 'XYZ' }).success).toBe(false)
    expect(Money.safeParse({ amount: 1, currency: 'CNY', rate: 2 }).success).toBe(false)
    expect(MinorAmount.safeParse(-1).success).toBe(false)
    expect(MinorAmount.safeParse(1_000_000_000_001).success).toBe(false)
  })
})
