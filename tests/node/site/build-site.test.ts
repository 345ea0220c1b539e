import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { buildSite } from '../../../src/node/site/build-site.ts'
import { composeSite } from '../../../src/node/site/compose-site.ts'
import { composeInProcess } from '../../../src/node/compose/in-process.ts'
import { openOutput } from '../../../src/node/site/output-folder.ts'
import { makeFolder, writeFiles } from '../../support/make-folder.ts'
import { stubClient, stubClientFiles } from '../../support/stub-client.ts'
import { stubDiagramRenderer } from '../../support/stub-diagram-renderer.ts'

const deck = (text: string) => `---\ntype: slide\n---\n\n${text}\n`

async function build(files: Readonly<Record<string, string | Uint8Array>>, base = '/') {
  const root = makeFolder(files)
  const clientFolder = path.join(root, '../client')
  writeFiles(clientFolder, stubClientFiles)
  const out = path.join(root, '../dist')
  const output = await openOutput(out, root)
  const progress: string[] = []
  const options = {
    root,
    client: stubClient,
    clientFolder,
    diagramRenderer: stubDiagramRenderer,
    openComposer: composeInProcess,
    base,
    onProgress: (done: number, all: number) => progress.push(`${done}/${all}`),
  }
  const built = await buildSite(options, output)
  await output.commit(built.files)
  const written = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return {
    ...built,
    progress,
    written: written.map((entry) => path.relative(out, path.join(entry.parentPath, entry.name))).toSorted(),
    read: (file: string) => readFileSync(path.join(out, file), 'utf8'),
    codes: built.diagnostics.map(({ code, file }) => `${file} ${code}`),
  }
}

describe('a site', () => {
  test('finds files whose names macOS has spelt in its way, and gives their pages the usual spelling', async () => {
    const { written, read, codes } = await build({
      'Gru\u0308n.md': deck('![A test](Pr\u00fcfung.png)'),
      'Pru\u0308fung.png': 'GIF89a\u0001\0\u0001\0\0\0',
      'a.md': deck('[Green](Gr\u00fcn.md)'),
    })
    expect(codes).toEqual([])
    expect(written).toEqual(expect.arrayContaining(['Gr\u00fcn.html', 'Gr\u00fcn.read.html', 'Gr\u00fcn.md', 'Pru\u0308fung.png']))
    expect(read('Gr\u00fcn.html')).toContain('src="Pru%CC%88fung.png"')
    expect(read('a.html')).toContain('href="Gr%C3%BCn.html"')
  })

  test('keeps the content of its newest 200 decks for feeds, and of no others', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 203 }, (_, n) => [`${20200101 + n}.md`, `---\ntype: slide\ndate: ${1900 + n}-01-01\n---\n\nx\n`]),
    )
    const root = makeFolder({ 'site.yaml': 'url: https://a.example/', ...files })
    const tools = { client: stubClient, diagramRenderer: stubDiagramRenderer, openComposer: composeInProcess }
    const { site } = await composeSite(root, tools, () => undefined)
    const without = site.decks.filter((deck) => site.detailsOf(deck).article === undefined)
    expect(without.map(({ date }) => date)).toEqual(['1900-01-01', '1901-01-01', '1902-01-01'])
  })

  test('holds a page for each deck, what they use and nothing else', async () => {
    const { written, files, decks, progress } = await build({
      'a.md': deck('# A\n\n![](used.png)'),
      'sub/b.md': deck('# B'),
      'used.png': 'x',
      'unused.png': 'x',
      'README.md': '# none',
      'secret.txt': 'x',
    })
    // The digest in its name is that of its texts.
    expect(written.map((file) => file.replace(/(undated)\.\w+\.js/, '$1.js'))).toEqual(
      [
        '.hedgerow.json',
        '.nojekyll',
        '404.html',
        'a.html',
        'a.md',
        'a.read.html',
        'assets/deck.js',
        'assets/hits.css',
        'assets/icon.svg',
        'assets/licences.txt',
        'assets/reading.css',
        'assets/search.js',
        'assets/site.css',
        'assets/speaker.css',
        'assets/speaker.js',
        'assets/stage.js',
        'assets/theme-black.css',
        'hedgerow/search/list.js',
        'hedgerow/search/undated.js',
        'hedgerow/speaker.html',
        'index.html',
        'llms.txt',
        'sub/b.html',
        'sub/b.md',
        'sub/b.read.html',
        'used.png',
      ].toSorted(),
    )
    expect([...files.keys()].toSorted()).toEqual(written.filter((file) => file !== '.hedgerow.json'))
    expect(decks.map(({ id, title }) => `${id}: ${title}`)).toEqual(['a: A', 'sub/b: B'])
    expect(progress).toEqual(['1/2', '2/2'])
  })

  test('copies a picture once and byte by byte', async () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, index) => index)
    const { read, files } = await build({ 'a.md': deck('![](x/p.png)'), 'b.md': deck('![](x/p.png)'), 'x/p.png': bytes })
    expect(files.get('x/p.png')).toBe(256)
    expect(read('a.html')).toContain('src="x/p.png"')
  })

  test('holds drawings without what they could run', async () => {
    const { read } = await build({
      'a.md': deck('![](d.svg)\n\n![](e.svg)'),
      'd.svg': '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script><path d="M0 0"/></svg>',
      'e.svg': '<html><script>alert(1)</script></html>',
    })
    expect(read('d.svg')).toContain('<path')
    expect(read('d.svg') + read('e.svg')).not.toMatch(/alert|script|onload/)
  })

  test('has addresses that work below any path, but for the page of wrong addresses, which names the base', async () => {
    const { read } = await build({ 'sub/a.md': deck('# A\n\n[b](../b.md)'), 'b.md': deck('# B') }, '/slides/')
    expect(read('sub/a.html')).toContain('href="../b.html"')
    expect(read('sub/a.html')).toContain('../assets/deck.js')
    expect(read('index.html')).toContain('href="sub/a.html"')
    expect(read('404.html')).toContain('href="/slides/"')
    expect(read('404.html')).toContain('href="/slides/assets/site.css"')
  })

  test('holds the source of each deck as it was written', async () => {
    expect((await build({ 'talk/index.markdown': deck('# A\n\nNote: ä') })).read('talk.md')).toBe(deck('# A\n\nNote: ä'))
  })

  test('links only what a deck needs', async () => {
    const { written, read } = await build({ 'a.md': deck('$x$'), 'b.md': deck('none') })
    expect(written).toEqual(expect.arrayContaining(['assets/math.css', 'assets/math.woff2']))
    expect(read('b.html')).not.toContain('math.css')
  })

  test('has the brand of its options on every page', async () => {
    const { read, written } = await build({
      'site.yaml': 'brand: scs\n',
      'a.md': deck('# A'),
      'b.md': '---\ntype: slide\nbrand: none\n---\n',
    })
    expect(written).toEqual(expect.arrayContaining(['assets/brand-scs.css', 'assets/page-scs.css']))
    expect(read('a.html')).toContain('brand-scs.css')
    // The rules about slides are not loaded where there are none.
    for (const page of ['index.html', '404.html', 'a.read.html']) expect(read(page)).toMatch(/"[^"]*page-scs\.css"/)
    for (const page of ['index.html', '404.html', 'a.read.html', 'b.html']) expect(read(page)).not.toContain('brand-scs.css')
  })
})

describe('a logo', () => {
  test('stands in the header of the pages of the site, below any path, and is cleaned', async () => {
    const { read, codes } = await build({
      'site.yaml': 'logo: brand/our logo.svg\n',
      'a.md': deck('# A'),
      'b.md': deck('# B'),
      'brand/our logo.svg': '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script><path d="M0 0"/></svg>',
    })
    expect(codes).toEqual([])
    expect(read('index.html')).toContain('<img src="brand/our%20logo.svg" alt="Slides">')
    expect(read('404.html')).toContain('src="/brand/our%20logo.svg"')
    expect(read('brand/our logo.svg')).toContain('<path')
    expect(read('brand/our logo.svg')).not.toContain('script')
  })

  test('is copied where it is no drawing', async () => {
    const { files } = await build({ 'site.yaml': 'logo: ./logo.png', 'a.md': deck('# A'), 'logo.png': 'x' })
    expect(files.get('logo.png')).toBe(1)
  })

  test.each(['none.svg', '../logo.svg', 'https://a.example/logo.svg', 'paper.pdf'])('that is %s is left out, and said', async (logo) => {
    const { read, codes } = await build({ 'site.yaml': `logo: ${logo}`, 'a.md': deck('# A'), 'paper.pdf': 'x' })
    expect(codes).toEqual(['site.yaml logo-missing'])
    expect(read('index.html')).not.toContain('site-logo')
  })
})

describe('a broken deck does not stop the others', () => {
  test.each([
    ['malformed YAML', '---\ntype: slide\ntitle: a: b\n---\n', 'broken.md front-matter-yaml'],
    ['too much of it', `---\ntype: slide\ntitle: ${'['.repeat(500)}\n---\n`, 'broken.md front-matter-limit'],
    ['no UTF-8', Buffer.from('---\ntype: slide\n---\n\xff', 'latin1'), 'broken.md file-encoding'],
    ['too large a file', '---\ntype: slide\n---\n'.padEnd(5_000_000, 'x'), 'broken.md deck-too-large'],
  ])('with %s', async (_, broken, message) => {
    const { written, decks, codes } = await build({ 'a.md': deck('# A'), 'broken.md': broken, 'z.md': deck('# Z') })
    expect(decks.map(({ id }) => id)).toEqual(['a', 'z'])
    expect(written).not.toContain('broken.html')
    expect(codes).toEqual([message])
  })

  test('with a slide that is too large shows its other slides', async () => {
    const { read, codes } = await build({ 'a.md': deck(`# One\n\n---\n\n${'<div>'.repeat(300)}\n\n---\n\n# Three`) })
    expect(codes).toEqual(['a.md slide-too-large'])
    expect(read('a.html')).toContain('Three')
  })
})

describe('files that are no decks', () => {
  test('are skipped, and named', async () => {
    const { content, decks } = await build({ 'a.md': deck('# A'), 'README.md': '# R', 'minutes/m.md': '---\ntitle: M\n---\n' })
    expect(content.skipped).toEqual(['README.md', 'minutes/m.md'])
    expect(decks).toHaveLength(1)
  })

  test('are decks where the site includes them, by a folder or a pattern', async () => {
    const files = { 'training/a.md': '# A', 'b.md': '# B', 'x/c.md': '# C', 'README.md': '# R' }
    const { decks } = await build({ ...files, 'site.yaml': 'include: [training, "*/c.md", ./b.md]\n' })
    expect(decks.map(({ id }) => id)).toEqual(['b', 'training/a', 'x/c'])
  })

  test('are those that the site excludes', async () => {
    const { decks, content } = await build({ 'a.md': deck('# A'), 'old/b.md': deck('# B'), 'site.yaml': 'exclude: [old/]\n' })
    expect(decks.map(({ id }) => id)).toEqual(['a'])
    expect(content.skipped).toEqual(['old/b.md'])
  })

  test('say nothing about their front matter', async () => {
    const { codes } = await build({ 'a.md': deck('# A'), 'README.md': '---\nlyaout: post\n---\n' })
    expect(codes).toEqual([])
  })
})

describe('addresses', () => {
  test.each([
    [{ 'talk.md': deck('# A'), 'talk/index.md': deck('# B') }, 'talk/index.md deck-address'],
    [{ 'a.md': deck('# A'), 'A.md': deck('# B') }, 'a.md deck-address'],
    [{ '404.md': deck('# A') }, '404.md deck-address'],
    [{ 'index.html/a.md': deck('# A'), 'b.md': deck('# B') }, 'index.html/a.md deck-address'],
    [{ 'a.md': deck('# A'), 'a.html/b.md': deck('# B') }, 'a.html/b.md deck-address'],
    [{ 'q/01.md': deck('# A'), 'q/02.md': deck('# B'), 'q/index.html/c.md': deck('# C') }, 'q/index.html/c.md deck-address'],
    [{ 'a.md': deck('# A'), 'a.read.md': deck('# B') }, 'a.read.md deck-address'],
    [{ 'a.read.md': deck('# A'), 'a/index.md': deck('# B') }, 'a/index.md deck-address'],
  ])('that two pages would share are an error: %#', async (files, message) => {
    expect((await build(files)).codes).toEqual([message])
  })

  test.each([
    ['a.md', 'a.pdf', 'site.yaml pdf-missing,a.md pdf-missing'],
    ['a.md', 'A.PDF', 'site.yaml pdf-missing,a.md pdf-missing'],
    ['a.md', 'b.pdf', 'site.yaml pdf-missing'],
  ])('the PDF of %s and the file %s that it shows are two files of the site', async (file, asset, expected) => {
    const { codes, files, read } = await build({ 'site.yaml': 'pdf: true\n', [file]: deck(`# A\n\n[paper](${asset})`), [asset]: 'paper' })
    expect(codes.toSorted((one, other) => (one < other ? 1 : -1)).join()).toBe(expected)
    expect([files.has(asset), read(asset)]).toEqual([true, 'paper'])
  })

  test('a PDF beside a deck that nothing shows takes no address', async () => {
    expect((await build({ 'site.yaml': 'pdf: true\n', 'a.md': deck('# A'), 'a.pdf': 'paper' })).codes).toEqual(['site.yaml pdf-missing'])
  })

  test('a deck may be called like the page that shows another as a document, where there is no other', async () => {
    const { written, codes } = await build({ 'a.read.md': deck('# A') })
    expect(codes).toEqual([])
    expect(written).toEqual(expect.arrayContaining(['a.read.html', 'a.read.read.html', 'a.read.md']))
  })

  test('the deck of the root has the name of its folder', async () => {
    expect((await build({ 'index.md': deck('# A') })).written).toContain('decks.html')
  })
})

describe('a site of attackers', () => {
  test('writes nothing outside its folder', async () => {
    const { written } = await build({ 'x..%2f..%2fy.md': deck('# A'), '<script>.md': deck('![](/../../../etc/passwd)') })
    expect(written).toEqual(expect.arrayContaining(['x..%2f..%2fy.html', '<script>.html']))
  })

  test('has titles as text', async () => {
    const { read } = await build({
      'a.md': "---\ntype: slide\ntitle: </title><script>alert(1)</script>\ndescription: '\"><img>'\n---\n\n# A",
    })
    expect(read('a.html') + read('index.html')).not.toMatch(/<script>alert|<img>/)
  })

  test('has the base as text', async () => {
    expect((await build({ 'a.md': deck('# A') }, '/"><b>/')).read('404.html')).not.toContain('"><b>/')
  })
})

test('the same folder gives the same site', async () => {
  const files = { 'a.md': deck('# A\n\n- b[^1]\n\n[^1]: c'), 'b.md': deck('# B\n\n```js\n1\n```') }
  const [one, two] = [await build(files), await build(files)]
  expect(one.written.map((file) => one.read(file))).toEqual(two.written.map((file) => two.read(file)))
})

test('site.yaml alone says which decks are trusted', async () => {
  const remote = deck('![](https://a.example/a.png)')
  const { read, content } = await build({
    'site.yaml': 'trusted: [own]',
    'own/a.md': remote,
    'b.md': `---\ntype: slide\ntrusted: ["**"]\n---\n![](https://a.example/a.png)`,
  })
  expect([...content.trusted]).toEqual(['own/a.md'])
  expect(read('own/a.html')).toContain(' src="https://a.example/a.png"')
  expect(read('b.html')).not.toContain(' src="https://')
})

test('a root that is no folder throws', async () => {
  const root = makeFolder({ 'a.md': '' })
  const output = await openOutput(path.join(root, '../dist'), root)
  const options = {
    root: path.join(root, 'none'),
    client: stubClient,
    clientFolder: root,
    diagramRenderer: stubDiagramRenderer,
    openComposer: composeInProcess,
    base: '/',
    onProgress: () => undefined,
  }
  await expect(buildSite(options, output)).rejects.toThrow('ENOENT')
  output.discard()
  expect(existsSync(output.staging)).toBe(false)
})
