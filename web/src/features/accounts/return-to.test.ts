import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { safeReturn } from './return-to.ts'

describe('safeReturn', () => {
  test('keeps an own path with query and anchor, and takes the language off', () => {
    expect(safeReturn('/m/shishi/cart?address=adr_1#a')).toBe('/m/shishi/cart?address=adr_1#a')
    expect(safeReturn('/en/m/shishi/cart')).toBe('/m/shishi/cart')
  })

  test.each([
    'https://evil.example/',
    '//evil.example/',
    '/\\evil.example',
    '/\t/evil.example',
    '/en//evil.example',
    '/.//evil.example',
    '/a/..//evil.example',
    'javascript:alert(1)',
    'm/shishi',
    '',
  ])('drops %j', (raw) => {
    expect(safeReturn(raw)).toBe('/')
  })

  test('never leads back to signing in', () => {
    expect(safeReturn('/sign-in?returnTo=/m/x', '/account')).toBe('/account')
  })

  test.prop([fc.webUrl(), fc.constantFrom('', '/', '//', '/\\', '/en/', '/en//')])(
    'never leaves the site, whatever stands in the URL',
    (url, before) => {
      const target = new URL(safeReturn(before + url), 'https://own.example')
      expect(target.origin).toBe('https://own.example')
    },
  )
})
