import { AssertionError } from 'node:assert'
import { expect, test } from 'vitest'
import { ThemeFault } from '../../src/bundle/theme-files.ts'
import { describeFailure } from '../../src/cli/describe-failure.ts'
import { UsageError } from '../../src/cli/usage.ts'
import { OutputRefused } from '../../src/node/site/output-folder.ts'

const system = (code: string, more: object) => Object.assign(new Error(`${code}: raw text`), { code, ...more })

test.each([
  [
    system('EACCES', { syscall: 'open', path: '/a' }),
    'error: cannot use /a: permission denied (EACCES); change its permissions, or choose another folder',
  ],
  [system('ENOSPC', { syscall: 'write' }), 'error: the disk is full (ENOSPC); free some space, or choose another folder'],
  [
    system('EROFS', { syscall: 'rename', path: '/a', dest: '/b' }),
    'error: cannot write /b: the disk is read-only (EROFS); choose another folder',
  ],
  [
    system('EADDRINUSE', { syscall: 'listen', port: 5173 }),
    'error: cannot serve at port 5173: EADDRINUSE: raw text; choose another port with --port',
  ],
  [new Error('there is no Chromium; install it'), 'error: there is no Chromium; install it'],
  [new ThemeFault('themes/a/theme.css:2: no'), 'error: themes/a/theme.css:2: no'],
  [new OutputRefused('choose another folder'), 'error: choose another folder'],
  [new (class Later extends Error {})('wait'), 'error: wait'],
  [new Error('Chromium does not start\n::error::log'), 'error: Chromium does not start'],
])('%s', (cause, line) => {
  expect(describeFailure(cause, false)).toEqual({ lines: [line], status: 1 })
})

test('wrong use has a status of its own', () => {
  expect(describeFailure(new UsageError('name a\u001b folder'), true)).toEqual({ lines: ['error: name a\\u001b folder'], status: 2 })
})

test.each([
  new TypeError('x is undefined'),
  new RangeError('too deep'),
  new ReferenceError('x'),
  new SyntaxError('x'),
  new URIError('x'),
  new EvalError('x'),
  new AssertionError({ message: 'x' }),
  'text',
  undefined,
])('a fault of ours is said to be ours: %s', (cause) => {
  const { lines, status } = describeFailure(cause, false)
  expect([lines.length, lines.at(-1), status]).toEqual([2, expect.stringMatching(/^This is a bug in Hedgerow\. Please report it/), 1])
  expect(describeFailure(cause, true).lines.join('\n')).toMatch(/\n {2}\| {5}at /)
})
