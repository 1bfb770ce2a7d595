import { fc, test as property } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { checkCreditCode, completeCreditCode, makeCreditCode } from './credit-code.ts'

const alphabet = [...'0123456789ABCDEFGHJKLMNPQRTUWXY']
const first8 = fc.constantFrom('91350581', '91350582', '92350583', '93350581', '11350500', '51350500')
const serial = fc.integer({ min: 0, max: 999_999 })

describe('checkCreditCode', () => {
  test.each([
    '91350100M000100Y43',
    '11320000MB151840XJ',
    '91512081MA62K0260E',
    '914403001922038216',
    '9144030071526726XG',
    '91330100799655058B',
    '9131000063159284XQ',
    '91350581MA00000154',
    '91350581MA0000023Y',
    '91350581MA0000031R',
  ])('accepts %s with both check characters right', (code) => {
    expect(checkCreditCode(code)).toEqual({ code, level: 'ok', check18: true, check17: true })
  })

  test('a remainder of nought checks as 0, not as a 32nd character', () => {
    expect(checkCreditCode('91350581MA00001460').level).toBe('ok')
  })

  test.each(['91350211M0000XUF46', '91350100M0001TGQXM'])(
    'sends %s to review: well formed, reported genuine, check character wrong',
    (code) => {
      expect(checkCreditCode(code)).toMatchObject({ level: 'review', check18: false })
    },
  )

  test.each([
    ['91350100M000100Y4Z', 'Z is not in the alphabet'],
    ['91350100M000100Y4', 'a character is missing'],
    ['91350100M000100Y433', 'a character too many'],
    ['913501O0M000100Y43', 'letter O in the division'],
    ['9135A100M000100Y43', 'a letter in the division'],
    ['', 'nothing'],
    ['350500198001011234', 'an identity card number keeps its shape but not its check'],
  ])('refuses or reviews %s: %s', (code) => {
    expect(checkCreditCode(code).level).not.toBe('ok')
  })

  test('a malformed code is refused without saying anything of its check characters', () => {
    expect(checkCreditCode('91350100m000100y4z')).toEqual({ code: '91350100M000100Y4Z', level: 'reject' })
  })

  test('reads full-width characters, blanks, hyphens and lower case', () => {
    expect(checkCreditCode(' ９１３５０１００-m000 100y43\n')).toMatchObject({
      code: '91350100M000100Y43',
      level: 'ok',
    })
  })

  property.prop([first8, serial, fc.integer({ min: 0, max: 17 }), fc.constantFrom(...alphabet)])(
    'every single wrong character is noticed',
    (start, number, at, character) => {
      const code = completeCreditCode(start, number)
      fc.pre(code[at] !== character)
      expect(checkCreditCode(code.slice(0, at) + character + code.slice(at + 1)).level).not.toBe('ok')
    },
  )

  property.prop([first8, serial, fc.integer({ min: 0, max: 16 })])(
    'two swapped neighbours are noticed',
    (start, number, at) => {
      const code = completeCreditCode(start, number)
      const a = code.charAt(at)
      const b = code.charAt(at + 1)
      fc.pre(a !== b)
      expect(checkCreditCode(code.slice(0, at) + b + a + code.slice(at + 2)).level).not.toBe('ok')
    },
  )

  property.prop([fc.string()])('never throws, whatever is pasted', (text) => {
    expect(['ok', 'review', 'reject']).toContain(checkCreditCode(text).level)
  })
})

describe('completeCreditCode', () => {
  property.prop([first8, serial])('makes codes with both check characters right', (start, number) => {
    const code = completeCreditCode(start, number)
    expect(checkCreditCode(code)).toEqual({ code, level: 'ok', check18: true, check17: true })
  })

  property.prop([serial, serial])('different serials give different codes', (a, b) => {
    fc.pre(a !== b)
    expect(completeCreditCode('91350581', a)).not.toBe(completeCreditCode('91350581', b))
  })

  test('agrees with the published synthetic codes of Shishi', () => {
    expect(completeCreditCode('91350581', 1)).toBe('91350581MA00000154')
    expect(completeCreditCode('91350581', 2)).toBe('91350581MA0000023Y')
    expect(completeCreditCode('91350581', 3)).toBe('91350581MA0000031R')
  })

  test('refuses a serial or a beginning that does not fit', () => {
    expect(() => completeCreditCode('91350581', 1_000_000)).toThrow()
    expect(() => completeCreditCode('9135058', 1)).toThrow()
    expect(() => makeCreditCode('91350100M000100Y')).toThrow()
  })
})
