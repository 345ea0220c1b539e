import { expect, test } from 'vitest'
import { aliasPath } from '../../../src/core/deck/alias-path.ts'

test.each([
  ['/2024/talk.html', '2024/talk.html'],
  ['./talk', 'talk.html'],
  ['old talk', 'old talk.html'],
  ['/old/', 'old/index.html'],
  ['caf%C3%A9#/3', 'café.html'],
  ['20240822', '20240822.html'],
  ['v1.2', 'v1.2.html'],
])('%s is the page %s', (written, path) => {
  expect(aliasPath(written)).toBe(path)
})

test.each([
  ...[
    '',
    '/',
    '#/3',
    '?',
    '../x',
    '/a/../../x',
    '%2e%2e/x',
    '.git/x',
    'a//b',
    '//evil.example/x',
    'https://evil.example/x',
    'javascript:alert(1)',
  ],
  ...['a\\b', 'a%00b', 'a\u202eb', 'x'.repeat(201), 'x.png', 'x.js', '%', 'a:b', 'con', 'nul.html', 'a*', '%2Fx%252e%252e'],
])('%j is none', (written) => {
  expect(aliasPath(written)).toBeUndefined()
})
