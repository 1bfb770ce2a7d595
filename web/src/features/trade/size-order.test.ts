import { describe, expect, test } from 'vitest'
import { compareSizes, layOut } from './size-order.ts'

describe('compareSizes', () => {
  test('puts figures by value and letters from small to large', () => {
    expect(['120', '90', '100'].toSorted(compareSizes)).toEqual(['90', '100', '120'])
    expect(['XL', 'S', '3XL', 'M', '2XL', 'L'].toSorted(compareSizes)).toEqual([
      'S',
      'M',
      'L',
      'XL',
      '2XL',
      '3XL',
    ])
    expect(['36.5', '36', '40', '37'].toSorted(compareSizes)).toEqual(['36', '36.5', '37', '40'])
  })
})

describe('layOut', () => {
  const cell = (zh: string, size: string, quantity: number) => ({
    colour: { zh, en: '' },
    colourHex: null,
    size,
    quantity,
  })

  test('finds each cell in its place, and none where the goods have none', () => {
    const laid = layOut([cell('蓝', '100', 2), cell('蓝', '90', 1), cell('米', '90', 3)])
    expect(laid.sizes).toEqual(['90', '100'])
    const [blue, oat] = laid.colours
    expect(blue && laid.at(blue, '90')?.quantity).toBe(1)
    expect(blue && laid.at(blue, '100')?.quantity).toBe(2)
    expect(oat && laid.at(oat, '100')).toBeUndefined()
  })
})
