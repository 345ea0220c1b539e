import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fileNameFor } from '../../../src/core/pads/file-name.ts'

const nobody: ReadonlySet<string> = new Set()
const uuid = '7d8e3f2a-0b1c-4d5e-8f90-123456789abc'

test.each([
  // The server's own name
  [`https://pad.example.org/uploads/${uuid}.png`, 'png', `${uuid}.png`],
  [`https://pad.example.org/uploads/${uuid}.PNG`, 'png', `${uuid}.PNG`],
  [`/uploads/${uuid}.jpeg`, 'jpg', `${uuid}.jpeg`],
  ['https://example.org/a.tar.gz?x=1#y', '', 'a.tar.gz'],
  ['https://example.org/Agenda.odp', '', 'Agenda.odp'],
  ['https://example.org/list.csv', '', 'list.csv'],
  // The ending of its bytes
  [`https://pad.example.org/media/${uuid}`, 'webp', `${uuid}.webp`],
  ['https://example.org/picture?id=3', 'jpg', 'picture.jpg'],
  ['https://example.org/a.png', 'jpg', 'a.jpg'],
  ['https://example.org/a.heic', 'jpg', 'a.jpg'],
  ['https://example.org/photo.v2', 'png', 'photo.v2.png'],
  ['https://example.org/page.php', 'png', 'page.php.png'],
  ['https://example.org/deck.md', 'png', 'deck.md.png'],
  ['https://example.org/deck.md', '', 'deck.md.bin'],
  ['https://example.org/page.html', '', 'page.html.bin'],
  ['https://example.org/', 'svg', 'file.svg'],
  // Safe characters
  ['https://example.org/%C3%9Cbersicht%20neu.png', 'png', 'Ubersicht-neu.png'],
  ['https://example.org/Straße.png', 'png', 'Strasse.png'],
  ['https://example.org/%2e%2e%2f%2e%2e%2fetc%2fpasswd', 'png', 'passwd.png'],
  ['https://example.org/..%5c..%5cx.png', 'png', 'x.png'],
  ['https://example.org/.htaccess', '', 'htaccess.bin'],
  ['https://example.org/%00%0a-rf.png', 'png', 'rf.png'],
  ['https://example.org/$(touch x);`id`.png', 'png', 'touch-x-id-.png'],
  ['https://example.org/图.png', 'png', 'png.png'],
  ['https://example.org/CON.png', 'png', 'file-CON.png'],
  ['https://example.org/site.yaml', '', 'file-site.yaml'],
  ['https://example.org/reveal-md.json', '', 'file-reveal-md.json'],
  ['https://example.org/%E4.png', 'png', 'E4.png'],
])('%s of type "%s" is %s', (url, type, name) => {
  expect(fileNameFor(url, nobody, type)).toBe(name)
})

test('differs from the names of other files, also in case', () => {
  expect(fileNameFor('https://example.org/a.png', new Set(['A.PNG', 'a-2.png']), 'png')).toBe('a-3.png')
  expect(fileNameFor('https://example.org/a.tar.gz', new Set(['a.tar.gz']), '')).toBe('a-2.tar.gz')
  expect(fileNameFor('https://example.org/a', new Set(['a.jpg']), 'jpg')).toBe('a-2.jpg')
})

test('is always a safe name', () => {
  const safe = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,119}$/
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: 'binary' }), fc.webUrl({ withQueryParameters: true })),
      fc.constantFrom('', 'png', 'svg'),
      (url, type) => {
        const name = fileNameFor(url, nobody, type)
        expect(name).toMatch(safe)
        expect(name).not.toContain('..')
        expect(name).toMatch(/\.\w+$/)
        expect(name).not.toMatch(/\.(md|markdown|html|css|js)$/i)
        expect(fileNameFor(url, new Set([name]), type).toLowerCase()).not.toBe(name.toLowerCase())
      },
    ),
    { seed: 1, numRuns: 500 },
  )
})
