import { fc, test } from '@fast-check/vitest'
import { expect } from 'vitest'
import { paymentReference, readReference } from './reference.ts'

const chance = fc.uint8Array({ minLength: 8, maxLength: 8 })

test.prop([chance])('a reference is read back from a remark, whatever the spacing and case', (bytes) => {
  const reference = paymentReference(bytes)
  expect(readReference(reference)).toBe(reference)
  expect(readReference(`货款 ${reference.toLowerCase().replaceAll('-', ' ')} 谢谢`)).toBe(reference)
})

test.prop([chance, fc.nat(7), fc.integer({ min: 1, max: 15 })])(
  'one wrong character is noticed',
  (bytes, at, shift) => {
    const reference = paymentReference(bytes)
    const changed = Uint8Array.from(bytes, (byte, index) => (index === at ? (byte % 16) + shift : byte % 16))
    const other = paymentReference(changed)
    expect(readReference(`${other.slice(0, -1)}${reference.slice(-1)}`)).toBeNull()
  },
)
