import { expect, test } from 'vitest'
import { slug } from '../../../src/core/shared/slug.ts'

test.each([
  ['SIG Monitoring', 'sig-monitoring'],
  ['Größe  &  Maße!', 'grosse-masse'],
  ['Šťáva', 'stava'],
  ['C++', 'c'],
  ['日本 2', '日本-2'],
  ['🎉', ''],
  ['../../etc', 'etc'],
  ['x'.repeat(90), 'x'.repeat(50)],
  [`${'x'.repeat(49)} y`, 'x'.repeat(49)],
])('of %s is %s', (text, expected) => {
  expect(slug(text)).toBe(expected)
})
