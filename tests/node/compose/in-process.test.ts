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
