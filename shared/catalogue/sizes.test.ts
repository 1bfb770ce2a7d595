import { fc, test as property } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { adultLetters, adultShoes, childrensHeights, childrensShoes, oneSize } from './data/size-systems.ts'
import { sortColours, sortSizes } from './matrix-order.ts'
import { leastHeight, parseSize } from './sizes.ts'

describe('parseSize', () => {
  test.each([
    ['80', '80'],
    ['80码', '80'],
    ['80 cm', '80'],
    ['８０ＣＭ', '80'],
    ['80cm(适合身高70)', '80'],
    ['110（建议身高105-115）', '110'],
    ['尺码：120', '120'],
    ['110/56', '110'],
    ['3-6M', '66'],
    ['12-18个月', '80'],
    ['7-8岁', '130'],
  ])("children's wear: %s is %s", (written, code) => {
    expect(parseSize(written, childrensHeights)?.code).toBe(code)
  })

  test.each(['100/110', '59-66', '81', 'XL', '', '均码', '36', '__proto__', 'constructor'])(
    "children's wear: %s is no single size",
    (written) => {
      expect(parseSize(written, childrensHeights)).toBeNull()
    },
  )

  test.each([
    ['EU 36', '36'],
    ['36码', '36'],
    ['235', '37'],
    ['235mm', '37'],
    ['欧码40', '40'],
    ['42', '42'],
  ])('adult shoes: %s is %s', (written, code) => {
    expect(parseSize(written, adultShoes)?.code).toBe(code)
  })

  test("children's shoes have lasts of their own: 160 mm is 26", () => {
    expect(parseSize('160', childrensShoes)?.code).toBe('26')
    expect(parseSize('26码(内长16.5cm)', childrensShoes)?.code).toBe('26')
  })

  test.each([
    ['xl', 'XL'],
    ['XXL', '2XL'],
    ['3XL', '3XL'],
    ['M(165/88A)', 'M'],
    ['大码'.replace('码', ''), 'L'],
  ])('letters: %s is %s', (written, code) => {
    expect(parseSize(written, adultLetters)?.code).toBe(code)
  })

  test.each(['均码', 'One Size', 'free size', 'F', 'OS'])('%s is one size', (written) => {
    expect(parseSize(written, oneSize)?.code).toBe('one-size')
  })

  property.prop([fc.constantFrom(...[childrensHeights, childrensShoes, adultShoes, adultLetters, oneSize])])(
    'every code of a system is read as itself',
    (system) => {
      for (const { code } of system) expect(parseSize(` ${code} `, system)?.code).toBe(code)
    },
  )

  property.prop([fc.string()])(
    'never throws, and never answers a code that the system does not have',
    (written) => {
      const code = parseSize(written, childrensHeights)?.code
      if (code !== undefined) expect(childrensHeights.map((size) => size.code)).toContain(code)
    },
  )
})

describe('size systems', () => {
  test.each([
    ['heights', childrensHeights, 'heightCm'],
    ["children's shoes", childrensShoes, 'footMm'],
    ['adult shoes', adultShoes, 'footMm'],
  ] as const)('%s ascend', (_, system, key) => {
    const figures = system.map((size) => size[key] ?? 0)
    expect(figures).toEqual(figures.toSorted((a, b) => a - b))
    expect(new Set(figures).size).toBe(figures.length)
  })

  test("adults' 40 has a foot of 250 mm, as children's 40 has", () => {
    expect(adultShoes.find(({ code }) => code === '40')?.footMm).toBe(250)
    expect(childrensShoes.find(({ code }) => code === '40')?.footMm).toBe(250)
  })
})

describe('leastHeight', () => {
  test('takes the smaller of label and stated fit', () => {
    expect(leastHeight('110(适合身高98)', childrensHeights)).toBe(98)
    expect(leastHeight('100(适合身高110)', childrensHeights)).toBe(100)
    expect(leastHeight('均码', childrensHeights)).toBeNull()
  })
})

describe('matrix order', () => {
  test('sizes follow the system, whatever order and words they come in', () => {
    expect(sortSizes(['110', '90cm', '100码', '59'], childrensHeights)).toEqual([
      '59',
      '90cm',
      '100码',
      '110',
    ])
    expect(sortSizes(['XL', 'S', '2XL', 'M'], adultLetters)).toEqual(['S', 'M', 'XL', '2XL'])
  })

  test('without a system figures go by value, then letters, then words', () => {
    expect(sortSizes(['大号', 'L', '100', '9', 'S'])).toEqual(['9', '100', 'S', 'L', '大号'])
    expect(sortSizes(['36.5', '36', '40', '37'])).toEqual(['36', '36.5', '37', '40'])
    expect(sortSizes(['120码', '90', '100cm'])).toEqual(['90', '100cm', '120码'])
  })

  test('a letter size stands in one place however it is written: XXL beside 2XL, XXXL beside 3XL', () => {
    const written = [
      '4XL',
      'XXXL',
      '3XL',
      'XXL',
      '2XL',
      'XL',
      'L',
      'M',
      'S',
      'XS',
      '2XS',
      'XXS',
      'XXXS',
      '3XS',
    ]
    const ordered = [
      'XXXS',
      '3XS',
      '2XS',
      'XXS',
      'XS',
      'S',
      'M',
      'L',
      'XL',
      'XXL',
      '2XL',
      'XXXL',
      '3XL',
      '4XL',
    ]
    expect(sortSizes(written)).toEqual(ordered)
    expect(sortSizes(['３ｘｌ', 'xxl', ' M ', '7XL', '10XL', 'XM'])).toEqual([
      ' M ',
      'xxl',
      '３ｘｌ',
      '7XL',
      '10XL',
      'XM',
    ])
  })

  test('colours go from white to black, then round the circle, and those without a swatch last', () => {
    const colour = (zh: string, hex: string | null) => ({ zh, en: '', hex })
    const given = [
      colour('藏青', '#1f2f5c'),
      colour('无', null),
      colour('黑', '#111111'),
      colour('红', '#c0202a'),
      colour('米白', '#f5f1e6'),
      colour('墨绿', '#1f4d38'),
    ]
    expect(sortColours(given).map(({ zh }) => zh)).toEqual(['米白', '黑', '红', '墨绿', '藏青', '无'])
  })

  property.prop([fc.array(fc.constantFrom(...childrensHeights.map(({ code }) => code), 'x', '均码'))])(
    'sorting keeps every size and sorting twice changes nothing',
    (sizes) => {
      const once = sortSizes(sizes, childrensHeights)
      expect(once.toSorted()).toEqual(sizes.toSorted())
      expect(sortSizes(once, childrensHeights)).toEqual(once)
    },
  )
})
