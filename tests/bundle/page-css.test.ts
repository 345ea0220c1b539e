import { expect, test } from 'vitest'
import { pageCss } from '../../src/bundle/page-css.ts'

test.each([
  ['tokens stay', ':root{--brand-text:#111}', ':root{--brand-text:#111}'],
  ['fonts stay', '@font-face{font-family:Own;src:url(own.woff2)}', '@font-face{font-family:Own;src:url(own.woff2)}'],
  ['slides go', '.reveal h1{color:red}.reveal-note{color:blue}', '.reveal-note{color:blue}'],
  ['slides go from a list', '.site h1,.reveal h1{color:red}', '.site h1{color:red}'],
  [
    'so do the conditions around them',
    '@media (width>1px){.reveal{color:red}}@media print{.site{color:red}}',
    '@media print{.site{color:red}}',
  ],
  ['and what depends on the scheme', ":root[data-scheme='dark'] .reveal{color:red}", ''],
])('%s', (_, css, expected) => {
  expect(pageCss(css)).toBe(expected)
})
