import { expect, test } from 'vitest'
import { readSiteOptions } from '../../../src/core/config/read-site-options.ts'
import { openDocument } from '../../../src/core/deck/open-document.ts'
import { guessBrand, guessLanguage, guessTitle } from '../../../src/core/setup/guess-options.ts'
import { missingIgnores } from '../../../src/core/setup/project-files.ts'
import { siteFile } from '../../../src/core/setup/site-file.ts'

const deck = (text: string, theme = 'white') =>
  openDocument({ path: 'a.md', text: `---\nslideOptions:\n  theme: ${theme}\n---\n\n${text}\n` }, () => undefined)

test.each([
  ['Team call', ['decks'], 'Team call'],
  [undefined, ['decks', 'minutes', 'x'], 'Minutes'],
  [undefined, ['slides', '', '2024'], 'Slides'],
  [undefined, ['community-call'], 'Community call'],
])('with the shared title %j and the names %j, the title is %j', (shared, names, title) => {
  expect(guessTitle(shared, names)).toBe(title)
})

const SCS = '<font color="#50C3A5">A</font> <font color="#0f5fe1">B</font>'

test('the brand is the one whose colours or theme at least half of the decks have', () => {
  expect(guessBrand([deck(SCS), deck('# A')], [])).toBe('scs')
  expect(guessBrand([deck(SCS), deck('# A'), deck('# B')], [])).toBeUndefined()
  expect(guessBrand([deck('<font color="#50c3a5">A</font>')], [])).toBeUndefined()
  expect(guessBrand([deck('# A', 'orchard')], ['orchard'])).toBe('orchard')
  expect(guessBrand([], [])).toBeUndefined()
})

test('the language is that of two thirds of the decks whose text shows it', () => {
  const german = deck('Wir sprechen heute über die Folien und darüber, wie sie auf die Seite kommen. '.repeat(5))
  const english = deck('Today we are talking about the slides and how they are published on the site. '.repeat(5))
  expect(guessLanguage([german, german, english, deck('# A')])).toBe('de')
  expect(guessLanguage([german, english])).toBeUndefined()
})

test.each(['Calls: all', 'yes', '# not a comment', 'a\nb', 'it\'s "quoted"', '${{ github.token }}', '$(touch x)', '- x', '\u0085\u2028'])(
  'site.yaml says %j',
  (title) => {
    const problems: string[] = []
    const facts = { title, url: 'https://owner.github.io/repo/', lang: 'de', brand: 'scs', unmarked: [`${title}.md`], hasDecks: false }
    const text = siteFile({ ...facts, schema: './site.schema.json' })
    expect(text).toMatch(/^# yaml-language-server: \$schema=\.\/site\.schema\.json\n/)
    const read = readSiteOptions(text, (code) => problems.push(code))
    expect(problems).toEqual([])
    expect(read).toMatchObject({ title, url: facts.url, lang: 'de', brand: 'scs', include: [`${title}.md`] })
  },
)

test('site.yaml has only comments for what is not known', () => {
  const options = readSiteOptions(siteFile({ title: 'A', unmarked: ['b.md'], hasDecks: true }), () => undefined)
  expect(options).toEqual({ ...readSiteOptions('', () => undefined), title: 'A' })
})

test.each([
  ['', ['dist/', 'node_modules/']],
  ['/dist\nnode_modules\n', []],
  ['dist/*\r\n**/node_modules/\r\n', []],
  ['dist2\nnode_modules/\n', ['dist/']],
])('.gitignore with %j lacks %j', (text, missing) => {
  expect(missingIgnores(text)).toEqual(missing)
})
