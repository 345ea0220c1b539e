import { describe, expect, test } from 'vitest'
import { fromRoot } from '../../../src/core/pages/from-root.ts'
import { relativeUrls } from '../../../src/core/pages/relative-urls.ts'

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
