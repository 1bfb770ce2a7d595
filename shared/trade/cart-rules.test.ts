import { fc, test as property } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { evaluateShopCart } from './cart-rules.ts'
import type { CartCell, CartLine, CartOffer, ShopTerms } from './cart-shapes.ts'

const terms: ShopTerms = { mixedBatch: { minQuantity: 30, minAmount: 30_000 } }
const noMixing: ShopTerms = { mixedBatch: null }

const offer = (changes: Partial<CartOffer> = {}): CartOffer => ({
  productId: 'T',
  quoteMode: 'by-quantity',
  tiers: [
    { minQuantity: 10, unitPrice: 1800 },
    { minQuantity: 100, unitPrice: 1650 },
    { minQuantity: 500, unitPrice: 1500 },
  ],
  moq: 10,
  packSize: 1,
  mixedBatch: true,
  samplePrice: 4000,
  sampleLimit: 2,
  ...changes,
})
const p = offer({ productId: 'P', tiers: [{ minQuantity: 5, unitPrice: 2500 }], moq: 5 })
const cell = (skuId: string, quantity: number, changes: Partial<CartCell> = {}): CartCell => ({
  skuId,
  unitPrice: null,
  available: 10_000,
  quantity,
  ...changes,
})
const line = (of: CartOffer, cells: CartCell[], kind: CartLine['kind'] = 'stock'): CartLine => ({
  offer: of,
  kind,
  cells,
})
const codes = (cart: ReturnType<typeof evaluateShopCart>) =>
  cart.lines.map((each) => each.issues.map(({ code }) => code))

describe('the worked cases of mixed batch, MOQ and tiers', () => {
  test('40 + 40 + 40 of three SKUs take the tier of 120 pieces: 1,980.00', () => {
    const cart = evaluateShopCart({
      terms,
      lines: [line(offer(), [cell('a', 40), cell('b', 40), cell('c', 40)])],
    })
    expect(cart).toMatchObject({ goodsAmount: 198_000, ok: true })
    expect(cart.lines[0]).toMatchObject({
      quantity: 120,
      acceptedBy: 'minimum-order',
      activeTier: { minQuantity: 100, unitPrice: 1650 },
      nextTier: { minQuantity: 500, missingQuantity: 380 },
    })
  })

  test('6 + 4 pieces, ¥208, reach no mixed batch: two MOQ issues', () => {
    const cart = evaluateShopCart({ terms, lines: [line(offer(), [cell('a', 6)]), line(p, [cell('d', 4)])] })
    expect(cart.pool).toEqual({
      quantity: 10,
      amount: 20_800,
      reached: false,
      missingQuantity: 20,
      missingAmount: 9200,
    })
    expect(cart.lines.map((each) => each.issues)).toEqual([
      [{ code: 'trade/below-minimum-order', facts: { need: 10, have: 6, missing: 4 } }],
      [{ code: 'trade/below-minimum-order', facts: { need: 5, have: 4, missing: 1 } }],
    ])
    expect(cart.ok).toBe(false)
  })

  test('9 + 6 pieces, ¥312, reach it by amount: accepted, 312.00', () => {
    const cart = evaluateShopCart({ terms, lines: [line(offer(), [cell('a', 9)]), line(p, [cell('d', 6)])] })
    expect(cart).toMatchObject({
      goodsAmount: 31_200,
      ok: true,
      pool: { quantity: 15, reached: true, missingAmount: 0 },
    })
    expect(cart.lines.map((each) => each.acceptedBy)).toEqual(['mixed-batch', 'minimum-order'])
  })

  test('6 and 8 of a pack of 6: the 8 is refused with the packs below and above', () => {
    const cart = evaluateShopCart({
      terms,
      lines: [line(offer({ packSize: 6 }), [cell('a', 6), cell('b', 8)])],
    })
    expect(cart.lines[0]?.issues).toEqual([
      { code: 'trade/pack-multiple', facts: { skuId: 'b', packSize: 6, quantity: 8, lower: 6, upper: 12 } },
    ])
  })
})

describe('minimum order and mixed batch', () => {
  test('an offer that did not opt in needs its MOQ, whatever the pool reaches', () => {
    const lines = [line(offer({ mixedBatch: false }), [cell('a', 9)]), line(p, [cell('d', 100)])]
    const cart = evaluateShopCart({ terms, lines })
    expect(cart.pool).toMatchObject({ quantity: 100, reached: true })
    expect(codes(cart)).toEqual([['trade/below-minimum-order'], []])
  })

  test('a threshold that does not exist is never reached, and a shop without mixed batch never mixes', () => {
    const lines = [line(offer(), [cell('a', 9)]), line(p, [cell('d', 100)])]
    const onlyAmount = { mixedBatch: { minQuantity: null, minAmount: 1_000_000 } }
    expect(evaluateShopCart({ terms: onlyAmount, lines }).pool).toMatchObject({
      reached: false,
      missingQuantity: null,
    })
    expect(evaluateShopCart({ terms: noMixing, lines }).ok).toBe(false)
  })

  test('exactly the threshold is enough, in pieces or in money, and one less is not', () => {
    const lines = [line(offer(), [cell('a', 5)]), line(p, [cell('d', 25)])]
    const reached = (minQuantity: number | null, minAmount: number | null) =>
      evaluateShopCart({ terms: { mixedBatch: { minQuantity, minAmount } }, lines }).ok
    expect([reached(30, null), reached(31, null)]).toEqual([true, false])
    expect([reached(null, 71_500), reached(null, 71_501)]).toEqual([true, false])
  })

  test('a line of nought is not there: no issue, and alone it is no order', () => {
    const cart = evaluateShopCart({ terms, lines: [line(offer(), [cell('a', 0)])] })
    expect(codes(cart)).toEqual([[]])
    expect(cart.ok).toBe(false)
  })
})

describe('stock, samples and nonsense', () => {
  test('more than there is names what is available', () => {
    const cart = evaluateShopCart({
      terms,
      lines: [line(offer({ unit: 'piece' }), [cell('a', 50, { available: 48 })])],
    })
    expect(cart.lines[0]?.issues).toEqual([
      { code: 'trade/not-enough-stock', facts: { skuId: 'a', available: 48, quantity: 50, unit: 'piece' } },
    ])
  })

  test('a sample and a stock line of one SKU share its stock', () => {
    const lines = [
      line(offer(), [cell('a', 10, { available: 10 })]),
      line(offer(), [cell('a', 1, { available: 10 })], 'sample'),
    ]
    expect(codes(evaluateShopCart({ terms, lines }))).toEqual([[], ['trade/not-enough-stock']])
  })

  test('a sample ignores MOQ, packs and tiers, costs the sample price and stays out of the pool', () => {
    const cart = evaluateShopCart({ terms, lines: [line(offer({ packSize: 6 }), [cell('a', 2)], 'sample')] })
    expect(cart).toMatchObject({ goodsAmount: 8000, ok: true, pool: { quantity: 0, amount: 0 } })
    expect(cart.lines[0]).toMatchObject({ acceptedBy: 'sample', activeTier: null, nextTier: null })
  })

  test('samples beyond the limit over all SKUs, or of an offer that gives none, are refused', () => {
    const many = line(offer(), [cell('a', 2), cell('b', 1)], 'sample')
    const none = line(offer({ productId: 'N', samplePrice: null }), [cell('n', 1)], 'sample')
    expect(codes(evaluateShopCart({ terms, lines: [many, none] }))).toEqual([
      ['trade/sample-limit'],
      ['trade/no-sample'],
    ])
  })

  test.each([-3, 1.5, Number.NaN, Number.POSITIVE_INFINITY])(
    'a quantity of %s counts as nought and is refused',
    (quantity) => {
      const cart = evaluateShopCart({ terms, lines: [line(offer(), [cell('a', quantity), cell('b', 10)])] })
      expect(cart.lines[0]).toMatchObject({ quantity: 10, amount: 18_000 })
      expect(codes(cart)).toEqual([['trade/quantity-not-whole']])
    },
  )

  test('a SKU without a price, and more money than can be carried, are refused', () => {
    const unpriced = line(offer({ quoteMode: 'by-sku', tiers: [] }), [cell('a', 10)])
    expect(codes(evaluateShopCart({ terms, lines: [unpriced] }))).toEqual([['trade/no-price']])
    const dear = line(offer({ quoteMode: 'by-sku' }), [cell('a', 1000, { unitPrice: 1_000_000_001 })])
    expect(codes(evaluateShopCart({ terms, lines: [dear] }))).toEqual([['trade/amount-too-large']])
  })

  property.prop([
    fc.array(
      fc.record({
        quantity: fc.integer({ min: 0, max: 200_000_000 }),
        unitPrice: fc.integer({ min: 1, max: 1_000_000_000_000 }),
      }),
      { minLength: 1, maxLength: 30 },
    ),
    fc.constantFrom('by-sku' as const, 'by-quantity' as const),
  ])('however much is asked, every amount is a whole number that JSON carries', (asked, quoteMode) => {
    const lines = asked.map(({ quantity, unitPrice }, index) =>
      line(
        offer({
          productId: `P${index}`,
          quoteMode,
          samplePrice: unitPrice,
          tiers: [
            { minQuantity: 1, unitPrice },
            { minQuantity: 1_000_000, unitPrice: Math.max(1, unitPrice - 1) },
          ],
        }),
        [cell(`s${index}`, quantity, { unitPrice })],
        index % 5 === 4 ? 'sample' : 'stock',
      ),
    )
    const cart = evaluateShopCart({ terms, lines })
    const numbers: number[] = []
    JSON.stringify(cart, (_key, value: unknown) => {
      if (typeof value === 'number') numbers.push(value)
      return value
    })
    expect(numbers.filter((each) => !Number.isSafeInteger(each))).toEqual([])
    if (asked.some(({ quantity, unitPrice }) => quantity * unitPrice > 1_000_000_000_000))
      expect(cart.ok).toBe(false)
  })

  test('by specification each SKU keeps its own price', () => {
    const cells = [cell('a', 300, { unitPrice: 2000 }), cell('b', 1, { unitPrice: 2500 })]
    const cart = evaluateShopCart({ terms, lines: [line(offer({ quoteMode: 'by-sku' }), cells)] })
    expect(cart.lines[0]?.cells.map((each) => each.unitPrice)).toEqual([2000, 2500])
    expect(cart.goodsAmount).toBe(602_500)
  })
})

describe('next steps', () => {
  const steep = offer({
    tiers: [
      { minQuantity: 100, unitPrice: 2580 },
      { minQuantity: 300, unitPrice: 2360 },
    ],
    moq: 100,
  })

  test('first the tier that saves: 36 more pieces for ¥268.80', () => {
    const cart = evaluateShopCart({ terms, lines: [line(p, [cell('d', 1)]), line(steep, [cell('a', 264)])] })
    expect(cart.nextSteps[0]).toEqual({
      kind: 'next-tier',
      productId: 'T',
      missingQuantity: 36,
      minQuantity: 300,
      unitPrice: 2360,
      saving: 66_000,
      cost: 26_880,
    })
  })

  test('no tier is advised that saves little or that the stock cannot fill', () => {
    const far = evaluateShopCart({ terms, lines: [line(offer(), [cell('a', 20)])] })
    expect(far.nextSteps).toEqual([])
    const scarce = evaluateShopCart({ terms, lines: [line(steep, [cell('a', 264, { available: 290 })])] })
    expect(scarce.nextSteps).toEqual([])
  })

  test('then what is missing for MOQ and mixed batch, the cheaper first', () => {
    const cart = evaluateShopCart({ terms, lines: [line(offer(), [cell('a', 6)]), line(p, [cell('d', 4)])] })
    expect(cart.nextSteps).toEqual([
      { kind: 'minimum-order', productId: 'P', missingQuantity: 1, need: 5, cost: 2500 },
      { kind: 'minimum-order', productId: 'T', missingQuantity: 4, need: 10, cost: 7200 },
      { kind: 'mixed-batch', missingQuantity: 20, missingAmount: 9200, cost: 9200 },
    ])
  })

  test('a missing minimum is counted in whole packs', () => {
    const cart = evaluateShopCart({ terms: noMixing, lines: [line(offer({ packSize: 4 }), [cell('a', 4)])] })
    expect(cart.nextSteps).toMatchObject([{ kind: 'minimum-order', missingQuantity: 8, need: 10 }])
  })
})

const anyTerms = fc.record({
  mixedBatch: fc.option(
    fc.record({
      minQuantity: fc.option(fc.integer({ min: 1, max: 200 })),
      minAmount: fc.option(fc.integer({ min: 1, max: 500_000 })),
    }),
  ),
})
const anyLine = fc
  .record({
    moq: fc.integer({ min: 1, max: 100 }),
    packSize: fc.constantFrom(1, 1, 5, 6),
    mixedBatch: fc.boolean(),
    kind: fc.constantFrom('stock' as const, 'stock' as const, 'sample' as const),
    quantities: fc.array(fc.integer({ min: 0, max: 120 }), { minLength: 1, maxLength: 5 }),
  })
  .map(({ kind, quantities, ...rest }) => ({ kind, quantities, of: offer(rest) }))
const anyLines = fc.array(anyLine, { minLength: 1, maxLength: 5 }).map((drafts) =>
  drafts.map(({ of, kind, quantities }, index) => {
    const cells = quantities.map((quantity, at) => cell(`${index}-${at}`, quantity))
    return line({ ...of, productId: `product-${index}` }, cells, kind)
  }),
)

describe('for any cart', () => {
  property.prop([anyTerms, anyLines])(
    'the goods amount is the sum of lines, and a line the sum of its cells',
    (shop, lines) => {
      const cart = evaluateShopCart({ terms: shop, lines })
      expect(cart.goodsAmount).toBe(cart.lines.reduce((sum, each) => sum + each.amount, 0))
      for (const each of cart.lines) {
        expect(each.amount).toBe(
          each.cells.reduce((sum, one) => sum + one.quantity * (one.unitPrice ?? 0), 0),
        )
      }
    },
  )

  property.prop([anyTerms, anyLines])(
    'a cart that is ok has every stock line at its MOQ or in a reached pool, in whole packs',
    (shop, lines) => {
      const cart = evaluateShopCart({ terms: shop, lines })
      fc.pre(cart.ok)
      for (const [index, each] of cart.lines.entries()) {
        const of = lines[index]?.offer
        if (of === undefined || each.kind === 'sample' || each.quantity === 0) continue
        expect(each.quantity >= of.moq || (of.mixedBatch && cart.pool.reached)).toBe(true)
        expect(each.cells.every((one) => one.quantity % of.packSize === 0)).toBe(true)
      }
    },
  )

  property.prop([anyTerms, anyLines])(
    'following any step of a missing minimum lifts that issue',
    (shop, lines) => {
      const cart = evaluateShopCart({ terms: shop, lines })
      for (const step of cart.nextSteps) {
        if (step.kind === 'mixed-batch') continue
        const followed = lines.map((each) => {
          if (each.offer.productId !== step.productId) return each
          const at = each.cells.findIndex((one) => one.quantity > 0)
          const more = each.cells.map((one, i) =>
            i === at ? { ...one, quantity: one.quantity + step.missingQuantity } : one,
          )
          return { ...each, cells: more }
        })
        const then = evaluateShopCart({ terms: shop, lines: followed })
        const judged = then.lines.find((each) => each.productId === step.productId)
        expect(judged?.issues.map(({ code }) => code)).not.toContain('trade/below-minimum-order')
        expect(then.goodsAmount - cart.goodsAmount).toBe(step.cost)
      }
    },
  )

  property.prop([anyTerms, anyLines])(
    'the order of lines changes no amount and no verdict',
    (shop, lines) => {
      const one = evaluateShopCart({ terms: shop, lines })
      const other = evaluateShopCart({ terms: shop, lines: lines.toReversed() })
      expect([other.goodsAmount, other.ok, other.pool]).toEqual([one.goodsAmount, one.ok, one.pool])
    },
  )
})
