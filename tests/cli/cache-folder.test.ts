import path from 'node:path'
import { homedir } from 'node:os'
import { expect, test } from 'vitest'
import { userCache } from '../../src/cli/cache-folder.ts'

test('the user names a cache folder by an absolute path', () => {
  expect(userCache({ XDG_CACHE_HOME: '/var/cache/me' })).toBe('/var/cache/me')
})

test.each([undefined, '', '.', 'cache', '../cache'])('%o names none: the cache is in the home folder', (name) => {
  expect(userCache({ XDG_CACHE_HOME: name })).toBe(path.join(homedir(), '.cache'))
})

test('without a home it is still not in the current folder', () => {
  const { HOME } = process.env
  process.env['HOME'] = ''
  try {
    const folder = userCache({})
    expect(path.isAbsolute(folder)).toBe(true)
  } finally {
    process.env['HOME'] = HOME
  }
})
