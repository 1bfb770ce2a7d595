import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ProductDocument } from '#shared/catalogue/views.ts'
import { toppedUp } from './use-order.ts'

type Stock = readonly { available: number; quantity: number }[]
const product = (stock: Stock, packSize: number) =>
  ({
    packSize,
    skus: stock.map(({ available }, index) => ({ id: `sku_${index}`, available })),
  }) as unknown as ProductDocument
const quantities = (stock: Stock) =>
  Object.fromEntries(stock.map(({ quantity }, index) => [`sku_${index}`, quantity]))
const sum = (values: Readonly<Record<string, number>>) => Object.values(values).reduce((a, b) => a + b, 0)

test('topping up keeps the proportions and reaches the target exactly', () => {
  const stock = [
    { available: 500, quantity: 10 },
    { available: 500, quantity: 20 },
    { available: 500, quantity: 10 },
  ]
  expect(toppedUp(product(stock, 1), quantities(stock), 100)).toEqual({ sku_0: 25, sku_1: 50, sku_2: 25 })
})

test('what one SKU cannot give the others take over', () => {
  const stock = [
    { available: 12, quantity: 10 },
    { available: 500, quantity: 10 },
  ]
  expect(toppedUp(product(stock, 1), quantities(stock), 100)).toEqual({ sku_0: 12, sku_1: 88 })
})

test('topping up never goes beyond stock, never lowers a cell, and stays in packs', () => {
  const packs = fc.record({ available: fc.nat(60), quantity: fc.nat(12) })
  fc.assert(
    fc.property(
      fc.array(packs, { minLength: 1, maxLength: 8 }),
      fc.constantFrom(1, 6),
      fc.nat(600),
      (cells, packSize, target) => {
        const stock = cells.map((one) => ({
          available: one.available * packSize,
          quantity: Math.min(one.quantity, one.available) * packSize,
        }))
        const before = quantities(stock)
        const after = toppedUp(product(stock, packSize), before, target)
        for (const [index, { available }] of stock.entries()) {
          const now = after[`sku_${index}`] ?? 0
          expect(now).toBeGreaterThanOrEqual(before[`sku_${index}`] ?? 0)
          expect(now).toBeLessThanOrEqual(available)
          expect(now % packSize).toBe(0)
        }
        const open = stock.filter((one) => one.quantity > 0).reduce((total, one) => total + one.available, 0)
        if (sum(before) > 0 && target <= open)
          expect(sum(after)).toBeGreaterThanOrEqual(Math.min(target, open))
      },
    ),
  )
})
