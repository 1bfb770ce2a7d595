import { fc, test as property } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { cardPrice, cardPriceBySku, priceOf, tierFor } from './pricing.ts'
import { type PricingDraft, validatePricing } from './pricing-rules.ts'

const shirt = [
  { minQuantity: 10, unitPrice: 1800 },
  { minQuantity: 100, unitPrice: 1650 },
  { minQuantity: 500, unitPrice: 1500 },
]

/** Tiers as the rules want them: ascending, strictly falling. */
const tiers = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 300 })), {
    minLength: 1,
    maxLength: 6,
  })
  .map((steps) => {
    let minQuantity = 0
    let unitPrice = 10_000
    return steps.map(([more, less]) => {
      minQuantity += more
      unitPrice -= less
      return { minQuantity, unitPrice }
    })
  })
const quantity = fc.integer({ min: 1, max: 5000 })

describe('priceOf', () => {
  test('the tier is chosen by the quantity over all SKUs', () => {
    const cells = [40, 40, 40].map((each) => ({ quantity: each, unitPrice: null }))
    expect(priceOf({ quoteMode: 'by-quantity', tiers: shirt }, cells)).toMatchObject({
      quantity: 120,
      unitPrice: 1650,
      unitPrices: [1650, 1650, 1650],
      amount: 198_000,
      activeTier: { minQuantity: 100 },
      nextTier: { minQuantity: 500, missingQuantity: 380 },
    })
  })

  test('below the first tier the first-tier price is asked', () => {
    expect(
      priceOf({ quoteMode: 'by-quantity', tiers: shirt }, [{ quantity: 3, unitPrice: null }]),
    ).toMatchObject({
      unitPrice: 1800,
      amount: 5400,
      nextTier: { minQuantity: 100, missingQuantity: 97, saves: false },
    })
  })

  test('by specification each SKU has its own price, whatever the others count', () => {
    const cells = [
      { quantity: 300, unitPrice: 2000 },
      { quantity: 1, unitPrice: 2500 },
    ]
    const price = priceOf({ quoteMode: 'by-sku', tiers: shirt }, cells)
    expect(price).toMatchObject({
      unitPrices: [2000, 2500],
      unitPrice: null,
      amount: 602_500,
      activeTier: null,
      nextTier: null,
    })
  })

  test('by specification a SKU without a price takes the tier of its own quantity', () => {
    const cells = [
      { quantity: 100, unitPrice: null },
      { quantity: 20, unitPrice: null },
    ]
    expect(priceOf({ quoteMode: 'by-sku', tiers: shirt }, cells).unitPrices).toEqual([1650, 1800])
  })

  test('says that 36 more pieces cost ¥268.80 more when the price falls from ¥25.80 to ¥23.60', () => {
    const steps = [
      { minQuantity: 100, unitPrice: 2580 },
      { minQuantity: 300, unitPrice: 2360 },
    ]
    expect(
      priceOf({ quoteMode: 'by-quantity', tiers: steps }, [{ quantity: 264, unitPrice: null }]).nextTier,
    ).toEqual({
      minQuantity: 300,
      unitPrice: 2360,
      missingQuantity: 36,
      extraAmount: 26_880,
      saving: 66_000,
      saves: true,
    })
  })

  test('an unknown price gives no amount instead of a wrong one', () => {
    expect(priceOf({ quoteMode: 'by-sku', tiers: [] }, [{ quantity: 2, unitPrice: null }]).amount).toBeNull()
  })

  property.prop([tiers, quantity, quantity])('more pieces never have a higher unit price', (steps, a, b) => {
    const less = tierFor(steps, Math.min(a, b))?.unitPrice ?? 0
    const more = tierFor(steps, Math.max(a, b))?.unitPrice ?? 0
    expect(more).toBeLessThanOrEqual(less)
  })

  property.prop([tiers, fc.array(quantity, { minLength: 1, maxLength: 8 })])(
    'how pieces are spread over SKUs changes nothing of the amount by quantity',
    (steps, spread) => {
      const whole = spread.reduce((a, b) => a + b, 0)
      const quote = { quoteMode: 'by-quantity' as const, tiers: steps }
      const cells = spread.map((each) => ({ quantity: each, unitPrice: null }))
      expect(priceOf(quote, cells).amount).toBe(priceOf(quote, [{ quantity: whole, unitPrice: null }]).amount)
    },
  )

  property.prop([tiers, quantity])(
    'taking the missing pieces reaches the next tier at exactly the extra amount',
    (steps, q) => {
      const quote = { quoteMode: 'by-quantity' as const, tiers: steps }
      const now = priceOf(quote, [{ quantity: q, unitPrice: null }])
      fc.pre(now.nextTier !== null)
      const next = now.nextTier
      const then = priceOf(quote, [{ quantity: q + (next?.missingQuantity ?? 0), unitPrice: null }])
      expect(then.activeTier?.minQuantity).toBe(next?.minQuantity)
      expect((then.amount ?? 0) - (now.amount ?? 0)).toBe(next?.extraAmount)
      expect(next?.saving).toBeGreaterThan(0)
    },
  )
})

describe('cardPrice', () => {
  test('shows the price at the MOQ and from how many, never the last tier alone', () => {
    expect(cardPrice(shirt, 10)).toEqual({
      unitPrice: 1800,
      fromQuantity: 10,
      lowest: { unitPrice: 1500, fromQuantity: 500 },
    })
  })

  test('shows the price at the quantity that the buyer stated', () => {
    expect(cardPrice(shirt, 10, 200)).toMatchObject({ unitPrice: 1650, fromQuantity: 100 })
    expect(cardPrice(shirt, 10, 2)).toMatchObject({ unitPrice: 1800, fromQuantity: 10 })
  })

  property.prop([tiers, quantity, fc.option(quantity)])(
    'is what the detail page asks at the quantity the card names, and that can be ordered',
    (steps, moq, stated) => {
      const card = cardPrice(steps, moq, stated)
      const ask = (q: number) =>
        priceOf({ quoteMode: 'by-quantity', tiers: steps }, [{ quantity: q, unitPrice: null }]).unitPrice
      expect(card?.unitPrice).toBe(ask(card?.fromQuantity ?? 0))
      expect(card?.lowest.unitPrice).toBe(ask(card?.lowest.fromQuantity ?? 0))
      expect(card?.fromQuantity).toBeGreaterThanOrEqual(moq)
    },
  )

  test('by specification shows the dearest beside the cheapest', () => {
    expect(cardPriceBySku([2500, null, 1800], 6)).toEqual({ lowest: 1800, highest: 2500, fromQuantity: 6 })
    expect(cardPriceBySku([null], 6)).toBeNull()
  })

  test('without tiers there is no card price', () => {
    expect(cardPrice([], 1)).toBeNull()
  })
})

describe('validatePricing', () => {
  const good: PricingDraft = {
    quoteMode: 'by-quantity',
    tiers: shirt,
    moq: 10,
    packSize: 1,
    packNote: { zh: '', en: '' },
    unit: 'piece',
    skus: [{ unitPrice: null }, { unitPrice: null }],
  }
  const codes = (draft: PricingDraft) =>
    validatePricing(draft).map(({ code, level, pointer }) => `${level} ${code} ${pointer}`)

  test('good prices have no problems', () => {
    expect(validatePricing(good)).toEqual([])
  })

  property.prop([tiers])('any ascending and falling tiers from the MOQ on are good', (steps) => {
    expect(validatePricing({ ...good, tiers: steps, moq: steps[0]?.minQuantity ?? 1 })).toEqual([])
  })

  test('tiers must ascend by quantity and fall in price, with a pointer to the one that does not', () => {
    const flat = [shirt[0], { minQuantity: 10, unitPrice: 1800 }].filter((tier) => tier !== undefined)
    expect(codes({ ...good, tiers: flat })).toEqual([
      'error catalogue/tiers-not-ascending /tiers/1/minQuantity',
      'error catalogue/price-not-falling /tiers/1/unitPrice',
    ])
  })

  test('the first tier starts at or below the MOQ', () => {
    expect(codes({ ...good, moq: 9 })).toEqual(['error catalogue/first-tier-above-moq /tiers/0/minQuantity'])
    expect(codes({ ...good, moq: 11 })).toEqual([])
  })

  test('by specification every SKU needs a price, and tiers beyond the first are said to be unused', () => {
    expect(codes({ ...good, quoteMode: 'by-sku', skus: [{ unitPrice: 5 }, { unitPrice: null }] })).toEqual([
      'error catalogue/sku-price-missing /skus/1/unitPrice',
      'warning catalogue/tiers-not-used /tiers',
    ])
  })

  test('by quantity a SKU price is said to be unused, and tiers are needed', () => {
    expect(codes({ ...good, tiers: [], skus: [{ unitPrice: 5 }] })).toEqual([
      'error catalogue/no-tiers /tiers',
      'warning catalogue/sku-price-not-used /skus/0/unitPrice',
    ])
  })

  test('a pack that does not divide the MOQ, or that nobody describes, is a warning', () => {
    expect(validatePricing({ ...good, packSize: 6 })).toEqual([
      {
        code: 'catalogue/moq-not-in-packs',
        level: 'warning',
        pointer: '/moq',
        facts: { unit: 'piece', moq: 10, packSize: 6, orderable: 12 },
      },
      {
        code: 'catalogue/pack-note-missing',
        level: 'warning',
        pointer: '/packNote',
        facts: { unit: 'piece', packSize: 6 },
      },
    ])
    expect(codes({ ...good, packSize: 5, packNote: { zh: '90–130 各 1', en: '' } })).toEqual([])
  })
})
