import { expect, test } from 'vitest'
import { isPortablePath } from '../../../src/core/deck/portable-path.ts'

test.each([
  'aux.md',
  'AUX',
  'con',
  'talks/nul.html',
  'com1.md',
  'lpt¹.md',
  'nul.tar.md',
  'aux .md',
  'talks./a.md',
  'talks /a.md',
  'a:b.md',
  'a?.md',
  'a\\b',
])('Windows cannot hold %j', (path) => {
  expect(isPortablePath(path)).toBe(false)
})

test.each(['auxiliary.md', 'console.md', 'com10.md', 'com.md', 'talks/nullable.md', '.hidden.md', 'a.b.md', 'ü😀.md'])(
  'every system can hold %j',
  (path) => {
    expect(isPortablePath(path)).toBe(true)
  },
)
