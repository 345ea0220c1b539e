import { expect, test } from 'vitest'
import { formerPaths } from '../../../src/core/outputs/former-paths.ts'

test('addresses are paths in the site, without its own path, query and hash', () => {
  const addresses = [
    'https://example.org/slides/a.html?q=1#/3',
    'http://example.org/slides/a.html',
    'https://example.org/slides',
    '/slides/2024/%C3%A9t%C3%A9.html',
    '/b.html',
    './c.html#x',
    'd',
    '/%ff.html',
  ]
  const paths = ['a.html', '', '2024/\u00e9t\u00e9.html', 'b.html', 'c.html', 'd', '%ff.html']
  expect(formerPaths(addresses, 'https://example.org/slides')).toEqual({ paths, elsewhere: 0 })
})

test('addresses of other sites are counted if that of the site is known', () => {
  const addresses = [
    'https://elsewhere.example/slides/a.html',
    'https://example.org/blog/',
    '//elsewhere.example/a',
    'mailto:a@example.org',
  ]
  expect(formerPaths(addresses, 'https://example.org/slides/')).toEqual({ paths: [], elsewhere: 4 })
  expect(formerPaths(addresses, undefined)).toEqual({ paths: ['slides/a.html', 'blog/', 'a'], elsewhere: 1 })
  expect(formerPaths(['/a.html'], 'https://[').paths).toEqual(['a.html'])
})

test('a path that leads out of the site is that of a page below it', () => {
  expect(formerPaths(['../../etc/a.html', '/a/../b.html'], undefined).paths).toEqual(['etc/a.html', 'b.html'])
})
