import { expect, test } from 'vitest'
import { LINKS_MARK, OFFERS_MARK, offerDownloads } from '../../../src/core/pages/downloads.ts'

const pdf = { path: 'a/talk.pdf', type: 'application/pdf', name: 'PDF', bytes: 1_234_567 }
const place = { path: 'a/talk.html', lang: 'de' }

test('downloads are linked in the head of a deck, with their size in its language', () => {
  expect(offerDownloads(`<head>${LINKS_MARK}</head>`, [pdf], place)).toBe(
    '<head><link rel="alternate" type="application/pdf" href="talk.pdf" title="PDF" data-size="1,2 MB">\n</head>',
  )
})

test('downloads are offered in the footer of a reading view, whatever its text holds', () => {
  const page = offerDownloads(`<main>${OFFERS_MARK}</main><footer>${OFFERS_MARK}</footer>`, [{ ...pdf, bytes: 4200 }], place)
  expect(page).toBe(`<main>${OFFERS_MARK}</main><footer><a type="application/pdf" href="talk.pdf" download>PDF (4 KB)</a>\n</footer>`)
})

test('a page without a mark stays as it is', () => {
  expect(offerDownloads('<p>', [pdf], place)).toBe('<p>')
})
