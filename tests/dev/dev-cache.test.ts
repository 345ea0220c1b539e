import path from 'node:path'
import { expect, test } from 'vitest'
import type { OpenComposer } from '../../src/node/compose/composer.ts'
import { composeInProcess } from '../../src/node/compose/in-process.ts'
import { cacheDecks } from '../../src/node/deck-cache/cache-decks.ts'
import { openDevSite } from '../../src/dev/dev-site.ts'
import { makeFolder, writeFiles } from '../support/make-folder.ts'
import { stubClient } from '../support/stub-client.ts'
import { stubDiagramRenderer } from '../support/stub-diagram-renderer.ts'

const deck = (text: string) => `---\ntype: slide\n---\n\n# A\n\n${text}\n`

test('development that is started again does not compose what it has composed', async () => {
  const root = makeFolder({ 'a.md': deck('![x](x.svg)'), 'b.md': deck('b'), 'x.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>' })
  const composed: string[] = []
  const counted: OpenComposer = (setup, draw) => {
    const composer = composeInProcess(setup, draw)
    return {
      ...composer,
      compose(document) {
        composed.push(document.source.path)
        return composer.compose(document)
      },
    }
  }
  const start = () =>
    openDevSite({
      root,
      client: () => stubClient,
      diagramRenderer: stubDiagramRenderer,
      openComposer: cacheDecks(counted, { folder: path.join(root, '../cache'), code: 'one' }),
    })
  const first = start()
  const shown = [await first.compose('a.md'), await first.compose('b.md')]
  writeFiles(root, { 'b.md': deck('another') })
  const second = start()
  expect(await second.compose('a.md')).toEqual(shown[0])
  expect([...second.drawings.keys()]).toEqual(['x.svg'])
  expect((await second.compose('b.md'))?.text).toContain('another')
  expect(composed).toEqual(['a.md', 'b.md', 'b.md'])
})
