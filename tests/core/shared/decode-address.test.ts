import { expect, test } from 'vitest'
import { decodeAddress } from '../../../src/core/shared/decode-address.ts'

test.each([
  ['a%20b/%C3%BC', 'a b/ü'],
  ['plain', 'plain'],
  ['100%', undefined],
  ['%E0%A4%A', undefined],
])('%s is %s', (address, expected) => {
  expect(decodeAddress(address)).toBe(expected)
})
