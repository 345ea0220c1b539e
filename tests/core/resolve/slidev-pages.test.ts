import { expect, test } from 'vitest'
import { openDocument } from '../../../src/core/deck/open-document.ts'
import { parseDeck } from '../../../src/core/deck/parse-deck.ts'
import { includeFiles } from '../../../src/core/resolve/include-files.ts'
import { recordReports } from '../../support/record-reports.ts'

function read(text: string, files: Readonly<Record<string, string>>, path = 'slides.md') {
  const { report, found, places } = recordReports()
  const written = openDocument({ path, text }, report)
  const { document, files: used } = includeFiles(
    written,
    (file) => (files[file] === undefined ? { problem: 'it does not exist' } : { text: files[file] }),
    report,
  )
  const deck = parseDeck(document, 'decks', report)
  const slides = deck.columns.flat()
  const attributes = slides.map(({ attached = [] }) => attached.map(({ markdown }) => markdown).join(' '))
  return { slides: slides.map(({ markdown }) => markdown.trim()), attributes, used, folders: deck.folders, found, places }
}

test('slides with "src" are those of the file', () => {
  const { slides, attributes, used, folders } = read(
    '---\ntheme: seriph\n---\n\n# One\n\n---\nsrc: ./pages/two.md\nclass: wide\n---\n\nnot shown\n\n---\n\n# Four\n',
    { 'pages/two.md': '---\nlayout: center\nclass: narrow\n---\n\n# Two\n\n---\n\n# Three' },
  )
  expect(slides).toEqual(['# One', '# Two', '# Three', '# Four'])
  expect(attributes[1]).toMatch(/wide center"/)
  expect(used).toEqual(['pages/two.md'])
  expect(folders).toEqual(['public', 'pages'])
})

test('a page without front matter, from the folder of the deck', () => {
  const { slides, used } = read(
    '---\nsrc: /parts/a.md\n---\n\n---\nsrc: /parts/b.md\n---\n',
    { 'talk/parts/a.md': '# A', 'talk/parts/b.md': '---\n\n# B\n' },
    'talk/slides.md',
  )
  expect(slides).toEqual(['# A', '# B'])
  expect(used).toEqual(['talk/parts/a.md', 'talk/parts/b.md'])
})

test('a page that is hidden is not read', () => {
  const { slides, used } = read('---\ntheme: seriph\n---\n\n# One\n\n---\nsrc: ./two.md\nhide: true\n---\n', { 'two.md': '# Two' })
  expect(slides).toEqual(['# One'])
  expect(used).toEqual([])
})

test.each(['../two.md', './one.md', './two.txt', './.two.md', './missing.md'])('"%s" is reported at its line', (address) => {
  const { slides, found, places } = read(`---\ntheme: seriph\n---\n\n# One\n\n---\nsrc: ${address}\n---\n`, {}, 'one.md')
  expect(slides).toEqual(['# One'])
  expect(found.map(({ code }) => code)).toContain('include-failed')
  expect(places()).toContain('include-failed:8')
})

test('pages that name each other end', () => {
  const page = (other: string) => `---\nsrc: ./${other}.md\n---\n\n---\n\n# Page\n`
  const { found } = read(`---\ntheme: seriph\n---\n\n# One\n\n---\nsrc: ./a.md\n---\n`, { 'a.md': page('b'), 'b.md': page('a') })
  expect(found.map(({ code }) => code)).toContain('include-failed')
})
