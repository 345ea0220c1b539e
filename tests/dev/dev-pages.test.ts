import { expect, onTestFinished, test } from 'vitest'
import { devPages } from '../../src/dev/dev-pages.ts'
import { composeInProcess } from '../../src/node/compose/in-process.ts'
import { makeFolder } from '../support/make-folder.ts'
import { stubClient } from '../support/stub-client.ts'
import { stubDiagramRenderer } from '../support/stub-diagram-renderer.ts'

const DECK = '---\ntype: slide\n---\n\n# Anton\n'
const BROKEN = '---\ntype: slide\ntitle: [\n---\n\n# Anton\n'

function open(files: Readonly<Record<string, string>>) {
  const root = makeFolder(files)
  const live = {
    now: () => ({ client: stubClient, clientFolder: root }),
    problem: () => undefined,
    renew: async () => undefined,
    isIntact: () => true,
  }
  const pages = devPages({
    root,
    live,
    diagramRenderer: stubDiagramRenderer,
    openComposer: composeInProcess,
    onDiagnostics: () => undefined,
  })
  onTestFinished(() => pages.close())
  return pages
}

test.each(['/talks/a.html', '/talks/a', '/talks/a/', '/talks/a.read.html', '/talks/a.md', '/talks/%61.html'])(
  '%s is an address of its deck',
  async (address) => {
    const pages = open({ 'talks/a.markdown': DECK })
    expect(await pages.fileOf(address)).toBe('talks/a.markdown')
    expect(await pages.find(address)).toMatchObject({ status: 200 })
  },
)

test.each(['/b.html', '/a.txt', '/a.html.md', '/README.html', '/A.html'])('%s is none', async (address) => {
  expect(await open({ 'a.md': DECK, 'README.md': '# Read me\n' }).find(address)).toMatchObject({ status: 404 })
})

test('a deck that cannot be read says why at the address that it would have', async () => {
  const pages = open({ 'a/index.md': BROKEN })
  expect(await pages.find('/a.html')).toMatchObject({ html: expect.stringContaining('front-matter-yaml') as string })
  expect((await pages.messages('/a.html'))?.messages.map(({ code }) => code)).toEqual(['front-matter-yaml'])
})

test.each(['/', '/index.html', '/hedgerow/speaker.html', '/.nojekyll'])('%s is made', async (address) => {
  expect(await open({ 'a.md': DECK }).find(address)).toMatchObject({ status: 200 })
})
