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

test('a wrong address shows decks by their days', async () => {
  const pages = open({ 'a.md': '---\ntype: slide\ndate: 2026-01-02\n---\n\n# Anton\n' })
  expect(await pages.find('/20260103.html')).toMatchObject({
    status: 404,
    html: expect.stringMatching(/<template class="near"[^>]*><li><a href="\/a.html"><time datetime="2026-01-02">/) as string,
  })
})

test('a deck that cannot be read says why at the address that it would have', async () => {
  const pages = open({ 'a/index.md': BROKEN })
  expect(await pages.find('/a.html')).toMatchObject({ html: expect.stringContaining('front-matter-yaml') as string })
  expect((await pages.messages('/a.html'))?.messages.map(({ code }) => code)).toEqual(['front-matter-yaml'])
})

test('feeds, the sitemap and the texts for programs are those of a build', async () => {
  const files = { 'site.yaml': 'url: https://a.example/', 'a.md': '---\ntype: slide\ndate: 2026-01-02\ntags: [Größe]\n---\n\n# Anton\n' }
  const pages = open(files)
  const find = async (address: string) => ({ content: '', ...(await pages.find(address)) })
  expect(await find('/feed.xml')).toMatchObject({
    type: 'application/xml',
    content: expect.stringContaining('<id>https://a.example/a.html</id>') as string,
  })
  expect((await find('/tags/grosse.xml')).content).toContain('<id>https://a.example/tags/grosse.xml</id>')
  expect(JSON.parse(String((await find('/tags/grosse.json')).content))).toMatchObject({ items: [{ title: 'Anton – 2026-01-02' }] })
  expect((await find('/sitemap.xml')).content).toContain('https://a.example/a.html')
  expect((await find('/robots.txt')).content).toContain('Sitemap: ')
  expect((await find('/llms.txt')).content).toContain('(https://a.example/a.md)')
  for (const address of ['/tags/other.xml', '/sitemap-1.xml']) expect(await find(address)).toMatchObject({ status: 404 })
  const own = open({ ...files, 'llms.txt': 'Mine', 'robots.txt': 'Mine' })
  for (const name of ['llms.txt', 'robots.txt'])
    expect(await own.find(`/${name}`)).toMatchObject({ status: 200, file: expect.stringContaining(name) as string })
})

test.each(['/', '/index.html', '/hedgerow/speaker.html', '/.nojekyll'])('%s is made', async (address) => {
  expect(await open({ 'a.md': DECK }).find(address)).toMatchObject({ status: 200 })
})
