import { describe, expect, test } from 'vitest'
import { absoluteUrls, relativeUrls } from '../../../src/core/pages/relative-urls.ts'

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
