import { expect, test } from 'vitest'
import { decodeAddress, readableAddress } from '../../../src/core/shared/decode-address.ts'

test.each([
  ['a%20b/%C3%BC', 'a b/ü'],
  ['plain', 'plain'],
  ['100%', undefined],
  ['%E0%A4%A', undefined],
])('%s is %s', (address, expected) => {
  expect(decodeAddress(address)).toBe(expected)
})

test.each([
  ['gr%C3%B6%C3%9Fe.png', 'größe.png'],
  ['a%20b%2Fc.png', 'a%20b%2Fc.png'],
  ['%E2%80%AEgnp.a', '%E2%80%AEgnp.a'],
  ['caf%E9.png', 'caf%E9.png'],
  ['https://example.org/%E6%97%A5?q=%C3%BC', 'https://example.org/日?q=ü'],
])('%s is shown as %s', (address, expected) => {
  expect(readableAddress(address)).toBe(expected)
})
