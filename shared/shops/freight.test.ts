import { fc, test as property } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { deliversSomewhere, type FreightRate, FreightTemplate, freightFor } from './freight.ts'

const near: FreightRate = {
  kind: 'tariff',
  firstUnit: 1000,
  firstFee: 600,
  nextUnit: 1000,
  nextFee: 150,
  minimumFee: 0,
}
const zone = (provinces: string[], countries: string[], rate: FreightRate) => ({
  name: { zh: '区', en: 'zone' },
  provinces,
  countries,
  rate,
})
const template: FreightTemplate = {
  name: '石狮发货',
  currency: 'CNY',
  chargeBy: 'weight',
  paidBy: 'buyer',
  zones: [
    zone(['35', '44'], [], near),
    zone(['54', '65'], [], { kind: 'to-be-explained' }),
    zone(['81'], ['US'], { ...near, firstFee: 9000, minimumFee: 20_000 }),
    zone(['71'], [], { kind: 'not-shipped' }),
  ],
  rest: { kind: 'tariff', firstUnit: 1000, firstFee: 1000, nextUnit: 500, nextFee: 400, minimumFee: 0 },
}
const fujian = { country: 'CN', province: '35' }
const weighing = (weightGrams: number | null) => ({ weightGrams, pieces: 1 })
const amount = (to: { country: string; province: string | null }, grams: number) => {
  const freight = freightFor(template, to, weighing(grams))
  return freight.ok ? freight.amount.amount : freight.code
}

describe('freightFor', () => {
  test('the first unit, then each begun unit', () => {
    expect([1, 1000, 1001, 2000, 2001].map((grams) => amount(fujian, grams))).toEqual([
      600, 600, 750, 750, 900,
    ])
  })

  test('a destination without a zone takes the rest, a zone has its minimum', () => {
    expect(amount({ country: 'CN', province: '11' }, 1600)).toBe(1800)
    expect(amount({ country: 'FR', province: null }, 1600)).toBe(1800)
    expect(amount({ country: 'US', province: null }, 500)).toBe(20_000)
  })

  test('Hong Kong is the province 81 whichever way it is written', () => {
    expect(amount({ country: 'HK', province: null }, 500)).toBe(20_000)
    expect(amount({ country: 'CN', province: '81' }, 500)).toBe(20_000)
    expect(amount({ country: 'TW', province: null }, 500)).toBe('shops/not-shipped-there')
  })

  test('says when freight is to be explained, when weight is unknown, and when the province is', () => {
    expect(amount({ country: 'CN', province: '54' }, 1)).toBe('shops/freight-to-be-explained')
    expect(freightFor(template, fujian, weighing(null))).toMatchObject({
      ok: false,
      code: 'shops/weight-unknown',
    })
    expect(freightFor(template, fujian, weighing(0))).toMatchObject({
      ok: false,
      code: 'shops/weight-unknown',
    })
    expect(amount({ country: 'CN', province: null }, 1)).toBe('shops/province-missing')
  })

  test('by pieces the weight does not matter', () => {
    const pieces: FreightTemplate = {
      ...template,
      chargeBy: 'pieces',
      zones: [],
      rest: { ...near, firstUnit: 10, nextUnit: 5 },
    }
    expect(freightFor(pieces, fujian, { weightGrams: null, pieces: 16 })).toMatchObject({
      ok: true,
      amount: { amount: 900, currency: 'CNY' },
    })
  })

  test('a shop that pays charges nothing, but still does not ship where it does not', () => {
    const free: FreightTemplate = { ...template, paidBy: 'seller' }
    expect(freightFor(free, { country: 'CN', province: '54' }, weighing(null))).toMatchObject({
      ok: true,
      amount: { amount: 0 },
    })
    expect(freightFor(free, { country: 'CN', province: '71' }, weighing(1))).toMatchObject({
      ok: false,
      code: 'shops/not-shipped-there',
    })
  })

  const tariff = fc.record({
    kind: fc.constant('tariff' as const),
    firstUnit: fc.integer({ min: 1, max: 5000 }),
    firstFee: fc.integer({ min: 0, max: 10_000 }),
    nextUnit: fc.integer({ min: 1, max: 5000 }),
    nextFee: fc.integer({ min: 0, max: 10_000 }),
    minimumFee: fc.integer({ min: 0, max: 50_000 }),
  })
  const grams = fc.integer({ min: 1, max: 1_000_000 })

  property.prop([tariff, grams, grams])(
    'more weight never costs less, and money stays whole',
    (rate, a, b) => {
      const at = (weight: number) => {
        const freight = freightFor({ ...template, zones: [], rest: rate }, fujian, weighing(weight))
        return freight.ok ? freight.amount.amount : Number.NaN
      }
      expect(at(Math.max(a, b))).toBeGreaterThanOrEqual(at(Math.min(a, b)))
      expect(Number.isInteger(at(a))).toBe(true)
      expect(at(a)).toBeGreaterThanOrEqual(rate.minimumFee)
    },
  )

  test('a fee beyond what a bank transfer carries is no fee', () => {
    const dear = { ...template, zones: [], rest: { ...near, nextUnit: 1, nextFee: 1_000_000_000_000 } }
    expect(freightFor(dear, fujian, weighing(1_000_000_000))).toMatchObject({
      ok: false,
      code: 'shops/freight-to-be-explained',
    })
  })
})

describe('deliversSomewhere', () => {
  const explained: FreightRate = { kind: 'to-be-explained' }
  const nowhere: FreightRate = { kind: 'not-shipped' }
  test.each([
    ['a tariff for the rest', { ...template, zones: [] }, true],
    ['a tariff for one zone', { ...template, rest: nowhere }, true],
    ['freight explained everywhere', { ...template, zones: [], rest: explained }, false],
    [
      'freight explained, which the shop pays',
      { ...template, paidBy: 'seller' as const, zones: [], rest: explained },
      true,
    ],
    ['no shipping at all', { ...template, paidBy: 'seller' as const, zones: [], rest: nowhere }, false],
  ])('%s: %s', (_, draft, expected) => {
    expect(deliversSomewhere(draft)).toBe(expected)
    expect(freightFor(draft, { country: 'CN', province: '35' }, { weightGrams: 100, pieces: 1 }).ok).toBe(
      expected,
    )
  })
})

describe('FreightTemplate', () => {
  test('accepts a whole template', () => {
    expect(FreightTemplate.safeParse(template).success).toBe(true)
  })

  test.each([
    ['a destination in two zones', { ...template, zones: [zone(['35'], [], near), zone(['35'], [], near)] }],
    ['a zone of nowhere', { ...template, zones: [zone([], [], near)] }],
    ['a province that does not exist', { ...template, zones: [zone(['99'], [], near)] }],
    ['a next unit of nought', { ...template, rest: { ...near, nextUnit: 0 } }],
    ['a fee with fractions', { ...template, rest: { ...near, firstFee: 0.5 } }],
  ])('refuses %s', (_, draft) => {
    expect(FreightTemplate.safeParse(draft).success).toBe(false)
  })
})
