import { fc, test as property } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { fillByRatio, mergeCells, parsePastedMatrix, parseRatio, placePasted } from './matrix.ts'

const sizes = ['90', '100', '110'].map((code) => ({ code, heightCm: Number(code) }))
const colours = [
  ['米白', 'Off-white'],
  ['藏青', 'Navy'],
]

describe('mergeCells', () => {
  test('adds quantities by SKU and drops what is nought', () => {
    const merged = mergeCells(
      [
        { skuId: 'a', quantity: 3 },
        { skuId: 'b', quantity: 0 },
      ],
      [
        { skuId: 'c', quantity: 1 },
        { skuId: 'a', quantity: 2 },
      ],
    )
    expect(merged).toEqual([
      { skuId: 'a', quantity: 5 },
      { skuId: 'c', quantity: 1 },
    ])
  })
})

describe('ratios', () => {
  test('a ratio times packs', () => {
    expect(fillByRatio([1, 2, 2, 1], 3)).toEqual([3, 6, 6, 3])
    expect(() => fillByRatio([1, 0.5], 2)).toThrow()
    expect(() => fillByRatio([1], -1)).toThrow()
  })

  test.each([
    ['1:2:2:1', [1, 2, 2, 1]],
    ['１：２：２：１', [1, 2, 2, 1]],
    ['1-2-2', [1, 2, 2]],
    [' 1 0 3 ', [1, 0, 3]],
  ])('reads %s', (text, ratio) => {
    expect(parseRatio(text)).toEqual(ratio)
  })

  test.each(['', '0:0', 'a:b', '1:x', '1.5:2'])('refuses "%s"', (text) => {
    expect(parseRatio(text)).toBeNull()
  })
})

describe('parsePastedMatrix', () => {
  test('reads heads, labels, empty cells and full-width figures, and leaves totals out', () => {
    const text =
      '颜色\t90\t100\t110\t合计\r\n米白\t１２\t\t6\t18\r\n藏青\t-\t12件\t1,200\t1212\r\n合计\t12\t12\t1206\t1230\r\n'
    expect(parsePastedMatrix(text)).toEqual({
      heads: ['90', '100', '110'],
      rows: [
        { label: '米白', quantities: [12, null, 6] },
        { label: '藏青', quantities: [null, 12, 1200] },
      ],
      unreadable: [],
    })
  })

  test('an empty corner makes the first row heads', () => {
    expect(parsePastedMatrix('\t90\t100\n米白\t1\t2').heads).toEqual(['90', '100'])
  })

  test('labels without heads stay labels', () => {
    expect(parsePastedMatrix('米白\t1\t2\n藏青\t3\t4')).toMatchObject({
      heads: null,
      rows: [{ label: '米白' }, { label: '藏青' }],
    })
  })

  test('figures alone are quantities, unless the product has those sizes', () => {
    expect(parsePastedMatrix('90\t100\n1\t2').heads).toBeNull()
    expect(parsePastedMatrix('90\t100\n1\t2', sizes).heads).toEqual(['90', '100'])
  })

  test('what cannot be read is named by its place, never guessed', () => {
    expect(parsePastedMatrix('米白\t1.5\t-2\n藏青\t3\t若干').unreadable).toEqual([
      { row: 1, column: 2, text: '1.5' },
      { row: 1, column: 3, text: '-2' },
      { row: 2, column: 3, text: '若干' },
    ])
  })

  property.prop([
    fc.array(fc.array(fc.integer({ min: 0, max: 9999 }), { minLength: 3, maxLength: 3 }), {
      minLength: 1,
      maxLength: 8,
    }),
  ])('a block of figures comes back as it was copied', (block) => {
    const text = block.map((row) => row.join('\t')).join('\n')
    expect(parsePastedMatrix(text).rows.map((row) => row.quantities)).toEqual(block)
  })

  property.prop([fc.string()])('never throws, whatever is pasted', (text) => {
    expect(parsePastedMatrix(text).rows.length).toBeGreaterThanOrEqual(0)
  })
})

describe('placePasted', () => {
  test('finds rows and columns by their words, in any order and either language', () => {
    const pasted = parsePastedMatrix('\t110cm\t90\nnavy\t1\t2\n米白\t3\t4')
    expect(placePasted(pasted, colours, sizes)).toEqual({
      quantities: [
        [4, null, 3],
        [2, null, 1],
      ],
      unplaced: [],
    })
  })

  test('places by position where there are no words', () => {
    expect(placePasted(parsePastedMatrix('1\t2\t3\n4\t5\t6'), colours, sizes).quantities).toEqual([
      [1, 2, 3],
      [4, 5, 6],
    ])
  })

  test('names what fits nowhere', () => {
    const pasted = parsePastedMatrix('\t90\t170\n米白\t1\t2\n墨绿\t3\t4')
    expect(placePasted(pasted, colours, sizes)).toEqual({
      quantities: [
        [1, null, null],
        [null, null, null],
      ],
      unplaced: ['170', '墨绿'],
    })
  })
})
