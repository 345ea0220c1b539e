import { expect, test } from 'vitest'
import { cleanStyleSheet, DECK } from '../../../src/core/clean/clean-css.ts'
import { codeBackground } from '../../../src/core/clean/code-background.ts'

test.each([
  ['pre { background: #222 }', 'dark'],
  ['.reveal pre code { background-color: #fdf6e3 }', 'light'],
  ['.reveal pre > code.hljs { background: black }', 'dark'],
  ['.hljs { background: rgb(20, 20, 20) }', 'dark'],
  ['h1, .reveal pre { background: white }', 'light'],
  ['pre { background: #222 } @media screen { pre { background: #eee } }', 'light'],
  ['pre { color: #222 }', undefined],
  ['pre { background: linear-gradient(red, blue) }', undefined],
  ['pre { background: transparent }', undefined],
  ['section { background: #222 }', undefined],
  ['.precode { background: #222 }', undefined],
  ['pre h1 { background: #222 }', undefined],
])('%s: %s', (css, background) => {
  expect(codeBackground(cleanStyleSheet(css, () => undefined, DECK))).toBe(background)
})
