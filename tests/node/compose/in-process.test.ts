import { expect, test } from 'vitest'
import { readSiteOptions } from '../../../src/core/config/read-site-options.ts'
import { openDocument } from '../../../src/core/deck/open-document.ts'
import { composeInProcess } from '../../../src/node/compose/in-process.ts'
import { makeFolder } from '../../support/make-folder.ts'
import { recordReports } from '../../support/record-reports.ts'
import { stubClient } from '../../support/stub-client.ts'

const IMAGE = '![a](https://a.example/a.png)'

test.each([
  ['another trusted file', '{%include ./own/part.md %}', true],
  ['code', '{%include ./code.js %}', true],
  ['a file that is not trusted', '{%include ./pad.md %}', false],
])('a trusted deck that includes %s', async (_, include, isTrusted) => {
  const { report } = recordReports()
  const root = makeFolder({ 'pad.md': 'x\n', 'own/part.md': 'x\n', 'code.js': 'let a\n' })
  const setup = {
    root,
    tree: { name: 'decks', documents: [], files: new Set<string>() },
    options: readSiteOptions('trusted: [deck.md, own/]', report),
    client: stubClient,
  }
  const composer = composeInProcess(setup, async () => ({ drawing: { later: '' }, took: 0 }))
  const document = openDocument({ path: 'deck.md', text: `---\ntype: slide\n---\n\n${include}\n\n${IMAGE}\n` }, report)
  const { diagnostics } = await composer.compose(document)
  expect(diagnostics.map(({ code }) => code)).toEqual(isTrusted ? [] : ['asset-remote'])
})

test('a page is the same whichever decks were composed before', async () => {
  const { report } = recordReports()
  const setup = {
    root: makeFolder(),
    tree: { name: 'decks', documents: [], files: new Set<string>() },
    options: readSiteOptions('', report),
    client: stubClient,
  }
  const open = () => composeInProcess(setup, async () => ({ drawing: { later: '' }, took: 0 }))
  const read = (name: string, text: string) => openDocument({ path: `${name}.md`, text: `---\ntype: slide\n---\n\n${text}\n` }, report)
  const html = read('html', '```html\n<style>a { color: red }</style>\n```')
  const alone = await open().compose(html)
  const composer = open()
  for (const text of ['```css\na { color: red }\n```', '```html\n<style>a { color: red }</style>\n```\n\n```css\na { color: red }\n```'])
    await composer.compose(read('other', text))
  expect((await composer.compose(html)).composed?.pages).toEqual(alone.composed?.pages)
})
