import { describe, expect, test } from 'vitest'
import { freightProblems } from './shops.ts'
import { nextStepText, tradeProblems } from './trade.ts'

describe('sentences of the cart', () => {
  test('name the rule and the value in the unit of the goods', () => {
    const facts = { need: 10, have: 6, missing: 4, unit: 'pair' }
    expect(tradeProblems['trade/below-minimum-order'].zh(facts)).toBe('起订量 10 双，已选 6 双，还差 4 双。')
    expect(tradeProblems['trade/below-minimum-order'].en({ ...facts, have: 9, missing: 1 })).toBe(
      'The minimum order is 10 pairs; you have chosen 9 pairs, 1 pair short.',
    )
  })

  test('offer the packs below and above, and no pack of nought', () => {
    const text = tradeProblems['trade/pack-multiple']
    expect(text.zh({ packSize: 6, quantity: 8, lower: 6, upper: 12 })).toContain('可改为 6 或 12')
    expect(text.en({ packSize: 6, quantity: 2, lower: 0, upper: 6 })).toContain('Choose 6.')
  })

  test('no sentence shows undefined, null or NaN when a fact is missing', () => {
    for (const texts of [tradeProblems, freightProblems]) {
      for (const text of Object.values(texts)) {
        expect(
          text.zh({ quantity: 1, available: 1, limit: 1, need: 1, have: 1, missing: 1, packSize: 1 }),
        ).not.toMatch(/undefined|null|NaN/)
        expect(
          text.en({ quantity: 1, available: 1, limit: 1, need: 1, have: 1, missing: 1, packSize: 1 }),
        ).not.toMatch(/undefined|null|NaN/)
      }
    }
  })
})

describe('nextStepText', () => {
  const tier = {
    kind: 'next-tier' as const,
    productId: 'T',
    missingQuantity: 36,
    minQuantity: 300,
    unitPrice: 2360,
    saving: 66_000,
    cost: 26_880,
  }

  test('says what the next tier costs in all', () => {
    expect(nextStepText(tier, 'CNY')).toEqual({
      zh: '再加 36 件降到 ¥23.60：多拿 36 件只多付 ¥268.80',
      en: 'Add 36 pieces to bring the price down to ¥23.60: 36 more for only ¥268.80',
    })
  })

  test('says so when more pieces cost less', () => {
    expect(nextStepText({ ...tier, cost: -500 }, 'USD').zh).toBe(
      '再加 36 件降到 US$23.60：多拿 36 件反而少付 US$5.00',
    )
  })

  test('names both ways to the mixed batch, or the one that exists', () => {
    const mixed = { kind: 'mixed-batch' as const, missingQuantity: 20, missingAmount: 9200, cost: 9200 }
    expect(nextStepText(mixed, 'CNY').zh).toBe('再凑 ¥92.00 或 20 件可混批')
    expect(nextStepText({ ...mixed, missingAmount: null }, 'CNY').zh).toBe('再凑 20 件可混批')
    expect(nextStepText({ ...mixed, missingQuantity: null }, 'CNY').zh).toBe('再凑 ¥92.00 可混批')
  })
})
