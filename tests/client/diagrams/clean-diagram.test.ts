import { expect, test } from 'vitest'
import { loadsFile } from '../../../src/client/diagrams/clean-diagram.ts'

test.each([
  'mask:url(https://a.example)',
  'URL( "a")',
  'u\\72l(a)',
  'u\\000072 l(a)',
  '\\url(a)',
  '\\u0075rl(a)',
  '"\\x75rl(a)"',
  'u\\\n  rl(a)',
  'url#40;a)',
  'url&#x28;a)',
  '&#117;rl(a)',
  'url#lpar;a)',
  '@import "a"',
  '@\\69mport "a"',
  'image-set("a" 1x)',
  '-webkit-image-set("a" 1x)',
  '@font-face{src:x}',
])('%s names a file', (text) => expect(loadsFile(text)).toBe(true))

test.each([
  'fill:url(#arrow)',
  'url( "#a")',
  'A["see https://a.example (b)"] --> B',
  'A["C:\\\\data\\nb"]',
  'an image (a)',
  'style A fill:#f9f',
  '#9829;',
])('%s names none', (text) => expect(loadsFile(text)).toBe(false))
