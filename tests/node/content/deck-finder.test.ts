import { describe, expect, test } from 'vitest'
import { readSiteOptions } from '../../../src/core/config/read-site-options.ts'
import { openDocument } from '../../../src/core/deck/open-document.ts'
import { deckFinder } from '../../../src/node/content/deck-finder.ts'
import { recordReports } from '../../support/record-reports.ts'

const DECK = '---\ntype: slide\n---\n\n# A\n'

// What a folder of these files makes of them, and which of them it reads for that.
function open(files: Readonly<Record<string, string>>, site = '') {
  const { report } = recordReports()
  const asked: string[] = []
  const { find, fileAt } = deckFinder(
    {
      root: '/nowhere',
      tree: { name: 'decks', documents: Object.keys(files).toSorted(), files: new Set() },
      options: readSiteOptions(site, report),
    },
    (file) => {
      asked.push(file)
      return { document: openDocument({ path: file, text: files[file] ?? '' }, report), diagnostics: [] }
    },
  )
  const codes = (file: string) => find(file).diagnostics.map(({ code, message }) => `${code} ${message}`)
  return { find, fileAt, asked, codes }
}

test('a deck is found without reading another', () => {
  const { find, fileAt, asked } = open({ 'a.md': DECK, 'b.md': DECK, 'c/index.md': DECK })
  expect(find('a.md').deck?.id).toBe('a')
  expect([fileAt('c.html'), fileAt('index.html'), fileAt('C.html')]).toEqual(['c/index.md', undefined, undefined])
  expect(new Set(asked)).toEqual(new Set(['a.md', 'c/index.md']))
})

test('a file that the folder does not list is not read', () => {
  const { find, asked } = open({ 'a.md': DECK })
  expect(find('../secret.md')).toEqual({ isSkipped: true, diagnostics: [] })
  expect(asked).toEqual([])
})

describe('of two files that want one address', () => {
  test.each([
    ['a.markdown', 'a.md', 'a.html'],
    ['Talk.md', 'talk.md', 'talk.html'],
    ['Gru\u0308n.md', 'gr\u00fcn.md', 'gr\u00fcn.html'],
    ['gru\u0308n/a.md', 'gr\u00fcn/a.md', 'gr\u00fcn/a.html'],
    ['a.md', 'a.read.md', 'a.read.html'],
    ['x.md', 'x/index.md', 'x.html'],
  ])('%s has it, not %s', (owner, other, address) => {
    const { find, codes } = open({ [owner]: DECK, [other]: DECK })
    expect(find(other).deck).toBeUndefined()
    expect(codes(other)).toEqual([expect.stringMatching(/^deck-address /)])
    expect(codes(other).join()).toContain(owner)
    expect(codes(other).join().toLowerCase()).toContain(address)
    expect(find(owner).deck).toBeDefined()
  })

  test('the address of a single file is kept free where the site has such', () => {
    const files = { 'a.md': DECK, 'a.single.md': DECK }
    expect(open(files, 'singleFile: true').find('a.single.md').deck).toBeUndefined()
    expect(open(files).find('a.single.md').deck).toBeDefined()
  })

  test('a file that is no deck has none', () => {
    const { find, fileAt } = open({ 'a.markdown': '# Minutes\n', 'a.md': DECK })
    expect(find('a.md').deck?.id).toBe('a')
    expect(fileAt('a.html')).toBe('a.md')
  })

  test('one that has lost its own to a third takes none away', () => {
    const { find } = open({ 'a.markdown': DECK, 'a.md': DECK, 'a.read.read.md': DECK, 'a.read.markdown': DECK })
    expect(['a.markdown', 'a.md', 'a.read.markdown', 'a.read.read.md'].map((file) => find(file).deck !== undefined)).toEqual([
      true,
      false,
      false,
      true,
    ])
  })

  test.each(['404.md', 'hedgerow/speaker.md'])('%s yields to a page of the site', (file) => {
    const { find } = open({ [`x/${file}`]: DECK, [file]: DECK })
    expect(find(file).deck).toBeUndefined()
    expect(find(`x/${file}`).deck).toBeDefined()
  })
})

test('site.yaml says which files are decks, and which are not', () => {
  const { find } = open({ 'a.md': '# A\n', 'old/b.md': DECK }, 'include: [a.md]\nexclude: [old]\n')
  expect([find('a.md').deck?.id, find('old/b.md').isSkipped]).toEqual(['a', true])
})
