import { rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { type Content, listContent, readContent } from '../../../src/node/content/read-content.ts'
import { composeInProcess } from '../../../src/node/compose/in-process.ts'
import { sha256 } from '../../../src/node/files/sha256.ts'
import { composeSite } from '../../../src/node/site/compose-site.ts'
import { makeFolder } from '../../support/make-folder.ts'
import { stubClient } from '../../support/stub-client.ts'
import { stubDiagramRenderer } from '../../support/stub-diagram-renderer.ts'

const text = (title: string) => `---\ntype: slide\ntitle: ${title}\nlang: de\n---\n\n# ${title}\n`
const tools = { client: stubClient, diagramRenderer: stubDiagramRenderer, openComposer: composeInProcess }

test('decks are listed without their texts, and read as they are now', () => {
  const root = makeFolder({ '20240105.md': text('One'), 'b.md': text('Two'), 'notes.md': 'No deck' })
  const content = listContent(root)
  expect(content.decks).toEqual([
    { path: '20240105.md', date: '2024-01-05', digest: sha256(text('One')) },
    { path: 'b.md', date: undefined, digest: sha256(text('Two')) },
  ])
  writeFileSync(path.join(root, 'b.md'), text('Three'))
  expect(content.read('b.md').document?.options.title).toBe('Three')
  expect(content.read('notes.md').document).toBeUndefined()
})

test('all else is what it is with their texts', () => {
  const root = makeFolder({
    'a.md': text('One'),
    'b.md': text('Two'),
    'notes.md': 'No deck',
    'site.yaml': 'trusted: [b.md]\ntehme: dark\n',
  })
  const parts = ({ options, skipped, drafts, candidates, trusted, diagnostics }: Content<unknown>) => ({
    options,
    skipped,
    drafts,
    candidates,
    trusted,
    diagnostics,
  })
  expect(parts(listContent(root))).toEqual(parts(readContent(root)))
  expect(listContent(root).options.lang).toBe('de')
})

test('a deck that has changed since its folder was listed is composed as it is now, and one that is gone, or none any more, is reported', async () => {
  const root = makeFolder({ 'a.md': text('One'), 'b.md': text('Two'), 'c.md': text('Three'), 'd.md': text('Four') })
  const { diagnostics, site } = await composeSite(root, tools, ({ summary }) => {
    if (summary.path !== 'a.md') return
    writeFileSync(path.join(root, 'b.md'), text('New'))
    rmSync(path.join(root, 'c.md'))
    writeFileSync(path.join(root, 'd.md'), 'No deck')
  })
  expect(site.decks.map(({ title }) => title)).toEqual(['One', 'New'])
  expect(diagnostics).toMatchObject([
    { code: 'file-unreadable', severity: 'error', file: 'c.md', message: expect.stringContaining('ENOENT') },
    { code: 'file-unreadable', severity: 'error', file: 'd.md', message: expect.stringContaining('it has changed since the build began') },
  ])
})
