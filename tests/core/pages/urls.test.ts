import { describe, expect, test } from 'vitest'
import { absoluteUrls, relativeUrls, fromRoot, siteFile } from '../../../src/core/pages/urls.ts'

describe('addresses as seen from a page', () => {
  test.each([
    ['a.html', 'b', 'b.html'],
    ['x/a.html', 'b', '../b.html'],
    ['a.html', 'x/b', 'x/b.html'],
    ['x/a.html', 'x/b', 'b.html'],
    ['x/y/a.html', 'x/z/b', '../z/b.html'],
    ['x/y/a.html', 'x/b', '../b.html'],
    ['x/a.html', 'x', '../x.html'],
  ])('%s to %s is %s', (page, id, url) => {
    expect(relativeUrls(page).page(id)).toBe(url)
  })

  test('name files of the site and of the client bundle', () => {
    const urls = relativeUrls('x/a.html')
    expect([urls.asset('x/a b.png'), urls.client('deck.js'), urls.index()]).toEqual(['a%20b.png', '../assets/deck.js', '../index.html'])
  })

  test.each(['a:b.png', 'javascript:x.png', "a'b).png", 'ü?#%.png', '"><b>.png', '&amp.png'])(
    'of %j need no escaping and lead back to it',
    (file) => {
      const url = relativeUrls('a.html').asset(file)
      expect(url).toMatch(/^[\w.%~-]+$/)
      expect(decodeURIComponent(new URL(url, 'http://a.b/').pathname.slice(1))).toBe(file)
    },
  )
})

describe('addresses below a base path', () => {
  test('begin with it', () => {
    const urls = absoluteUrls('/slides/')
    expect([urls.page('x/a'), urls.client('site.css'), urls.index()]).toEqual(['/slides/x/a.html', '/slides/assets/site.css', '/slides/'])
  })
})

describe('an address of a page, as the root of the site writes it', () => {
  test.each([
    ['a.png', 'deck.html', 'a.png'],
    ['a.png', 'x/deck.html', 'x/a.png'],
    ['../a.png', 'x/deck.html', 'a.png'],
    ['../../y/a.png', 'x/z/deck.html', 'y/a.png'],
    ['../a%20b.png', 'x y/z/deck.html', 'x%20y/a%20b.png'],
    ['#drawing', 'x/deck.html', '#drawing'],
    ['data:image/png;base64,AA==', 'x/deck.html', 'data:image/png;base64,AA=='],
  ])('%s of %s', (address, page, expected) => {
    expect(fromRoot(address, page)).toBe(expected)
  })

  test.each(['https://a.example/a.png', 'HTTP:a', '//a.example/a.png', '\\\\a.example\\a.png', '/a.png', '../../a.png', 'javascript:1'])(
    'is none where it leads out of the site: %s',
    (address) => {
      expect(fromRoot(address, 'x/deck.html')).toBeUndefined()
    },
  )

  test.each(["a'(b).png", 'x/ü #?.png', '..%2f.png', 'y/z/a.png'])('is the one that the root makes itself: %s', (file) => {
    for (const page of ['deck.html', 'x/deck.html', "y/z (1)'/deck.html", 'ü/deck.html'])
      expect(fromRoot(relativeUrls(page).asset(file), page)).toBe(relativeUrls('index.html').asset(file))
  })
})

test.each([
  ['a.png', 'deck.html', { path: 'a.png', rest: '' }],
  ['a%20b.png', 'x/deck.html', { path: 'x/a b.png', rest: '' }],
  ['../pictures/a.png', 'x/deck.html', { path: 'pictures/a.png', rest: '' }],
  ['./a.woff2', 'assets/theme.css', { path: 'assets/a.woff2', rest: '' }],
  ['other.html#/3/1', 'deck.html', { path: 'other.html', rest: '#/3/1' }],
  ['a%2Fb%23.png?x', 'deck.html', { path: 'a/b#.png', rest: '?x' }],
  ['%E0%A4%A.png', 'deck.html', { path: '%E0%A4%A.png', rest: '' }],
])('%s in %s is a file of the site', (address, from, expected) => {
  expect(siteFile(address, from)).toEqual(expected)
})

test.each([
  '#/3',
  '',
  'https://a.example/b.png',
  '//a.example/b.png',
  '/etc/passwd',
  '../../etc/passwd',
  'data:image/png;base64,aa',
  'mailto:a@b',
])('%j is none', (address) => {
  expect(siteFile(address, 'x/deck.html')).toBeUndefined()
})
