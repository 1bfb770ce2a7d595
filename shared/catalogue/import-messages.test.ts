import { expect, test } from 'vitest'
import { ImportCode, RefusalCode } from '#shared/catalogue/import-codes.ts'
import { importMessage, importMessages, refusalMessage } from '#shared/catalogue/import-messages.ts'

const facts = new Proxy(
  {},
  { get: (_, name) => (name === 'field' ? 'price' : name === 'cell' ? 'F17' : '7') },
)

test.each(ImportCode.options)('%s has a sentence and a short label in both languages', (code) => {
  expect(importMessage(code, facts, 'zh')).toMatch(/\p{Script=Han}/u)
  expect(importMessage(code, facts, 'en')).not.toMatch(/\p{Script=Han}/u)
  expect(importMessage(code, facts, 'zh') + importMessage(code, facts, 'en')).not.toContain('undefined')
  expect(importMessages[code].label.zh.length).toBeLessThanOrEqual(14)
  expect(importMessages[code].label.en.length).toBeLessThanOrEqual(26)
})

test('a sentence about a cell names the cell, its field and what stands in it', () => {
  const negative = { cell: 'K8', field: 'price', value: '-12.5' }
  expect(importMessage('price-negative', negative, 'zh')).toBe('K8 单价“-12.5”是负数，单价必须大于 0')
  expect(importMessage('price-negative', negative, 'en')).toBe(
    'K8 (unit price) “-12.5” is negative; a price must be above 0',
  )
})

test.each(RefusalCode.options)('%s is told in both languages', (code) => {
  expect(refusalMessage(code, { limit: 20 }, 'zh')).toMatch(/\p{Script=Han}/u)
  expect(refusalMessage(code, { limit: 20 }, 'en')).not.toContain('undefined')
})
