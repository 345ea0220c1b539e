import { describe, expect, test } from 'vitest'
import { embedDeclarations, embedSheet } from '../../../../src/core/pages/single/embed-sheet.ts'

const embed = (address: string) => `data:${address}`
const sheet = (css: string) => embedSheet(css, embed, new Set())

describe('a style sheet with its files in it', () => {
  test.each([
    ['a{background:url(a.png)}', 'a{background:url(data:a.png)}'],
    ['a{background:url("a.png"),url(\'b.png\')}', 'a{background:url(data:a.png),url(data:b.png)}'],
    ['@font-face{src:url("./a.woff2") format("woff2")}', '@font-face{src:url(data:./a.woff2) format("woff2")}'],
    ['@media print{@layer x{a{mask:url(a.svg)}}}', '@media print{@layer x{a{mask:url(data:a.svg)}}}'],
  ])('%s', (css, expected) => {
    expect(sheet(css)).toBe(expected)
  })

  test.each([
    '@layer a,b;.x:is(.y,:not(.z))>p{color:oklch(50% 0.1 20);width:calc(1px + 2%)}',
    'a{background:url(data:image/png;base64,aa);mask:url(#m);content:"url(a.png)"}/* url(b.png) */',
    'a{color:red;;}  b { }',
  ])('stays letter by letter what it was elsewhere: %s', (css) => {
    expect(sheet(css)).toBe(css)
  })

  test('holds no face of a font that stood in a sheet before it', () => {
    const [face, other] = ['@font-face{font-family:A;src:url(a.woff2)}', '@font-face{font-family:B;src:url(b.woff2)}']
    const seen = new Set<string>()
    expect(embedSheet(`${face}a{}`, embed, seen)).toBe('@font-face{font-family:A;src:url(data:a.woff2)}a{}')
    expect(embedSheet(`${face}${other}b{}`, embed, seen)).toBe('@font-face{font-family:B;src:url(data:b.woff2)}b{}')
  })
})

test('declarations get their files, too', () => {
  expect(embedDeclarations('--a:1;background-image:url(a.png);width:1px', embed)).toBe('--a:1;background-image:url(data:a.png);width:1px')
})
