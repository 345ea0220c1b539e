import { expect, test } from 'vitest'
import { withDownloads, withDownloadsBelow } from '../../../src/core/pages/downloads.ts'
import { COMMON_HEAD } from '../../../src/core/pages/html-page.ts'

const downloads = [
  { kind: 'pdf', type: 'application/pdf', path: 'a/my talk.pdf', bytes: 4200 },
  { kind: 'single', type: 'text/html', path: 'a/my talk.single.html', bytes: 1_234_567 },
] as const
const place = { path: 'a/my talk.html', lang: 'de' }

test('downloads are linked in the head of a deck before anything of an author, with their size in its language', () => {
  expect(withDownloads(`<head>${COMMON_HEAD}<title>${COMMON_HEAD}</title></head>`, downloads, place)).toBe(
    '<head><link rel="enclosure" type="application/pdf" href="my%20talk.pdf" lang="de" title="PDF herunterladen (4 kB)" data-kind="pdf">\n' +
      '<link rel="enclosure" type="text/html" href="my%20talk.single.html" lang="de" title="Als einzelne HTML-Datei herunterladen (1,2 MB)" data-kind="single">\n' +
      `${COMMON_HEAD}<title>${COMMON_HEAD}</title></head>`,
  )
})

test('downloads are offered in the footer of a reading view, whatever its text holds', () => {
  expect(
    withDownloadsBelow('<main></nav></div></footer></main><footer><div><nav></nav></div></footer>', downloads.slice(0, 1), place),
  ).toBe(
    '<main></nav></div></footer></main><footer><div><nav><a href="my%20talk.pdf" lang="de" download>PDF herunterladen (4 kB)</a>\n</nav></div></footer>',
  )
})

test('a language without words of ours has English ones', () => {
  expect(withDownloads(COMMON_HEAD, downloads.slice(0, 1), { ...place, lang: 'pt' })).toContain('lang="en" title="Download PDF (4 kB)"')
})
