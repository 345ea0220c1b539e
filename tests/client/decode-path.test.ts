import { expect, test } from 'vitest'
import { decodePath } from '../../src/client/decode-path.ts'

test.each([
  ['a%20b.png', 'a b.png'],
  ['%C3%BC', 'ü'],
  ['50%.png', '50%.png'],
  ['%ff', '%ff'],
])('%s is read as %s', (text, decoded) => {
  expect(decodePath(text)).toBe(decoded)
})
