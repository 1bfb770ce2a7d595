import { describe, expect, test } from 'vitest'
import { layOut } from './lay-out.ts'

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
