import { expect, test } from 'vitest'
import { networkOf } from './networks.ts'

test('addresses of one /24 or one /64 are one network, however they are written', () => {
  expect(networkOf('203.0.113.7')).toBe('203.0.113.0/24')
  expect(networkOf('::ffff:203.0.113.99')).toBe('203.0.113.0/24')
  expect(networkOf('2001:db8:0:1::5')).toBe('2001:db8:0:1::/64')
  expect(networkOf('2001:0DB8::1:ffff:0:0:9')).toBe('2001:db8:0:1::/64')
  expect(networkOf('2001:db8:0:1:aaaa:bbbb:cccc:dddd')).toBe(networkOf('2001:db8:0:1::1'))
  expect(networkOf('::1')).toBe('0:0:0:0::/64')
  expect(networkOf('not an address')).toBe('unknown')
})
