import { cpSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import type { Diagnostic } from '../../src/core/diagnostics/diagnostic.ts'
import { type BundledClient, readClientBundle } from '../../src/node/package/client-bundle.ts'
import { openLiveClient } from '../../src/dev/live-client.ts'
import type { DevMessages } from '../../src/dev/dev-messages.ts'
import { serveDev } from '../browser/serve-site.ts'
import { askRaw } from '../support/ask-raw.ts'
import { clientFolder } from '../support/client-folder.ts'
import { makeFolder, writeFiles } from '../support/make-folder.ts'

// Each change of the site's options begins a new thread.
vi.setConfig({ testTimeout: 120_000 })

const POLL = { timeout: 30_000, interval: 50 }
const text = (title: string, options = '') => `---\ntype: slide\ntitle: ${title}\n${options}---\n\n# ${title}\n`

interface State extends DevMessages {
  readonly html?: string
}

async function serve(files: Readonly<Record<string, string>>, bundle?: () => Promise<BundledClient>) {
  const root = makeFolder(files)
  const said: Diagnostic[] = []
  const client = readClientBundle(clientFolder)
  if (!client) throw new Error('run npm run compile first')
  const live = bundle && openLiveClient({ client, clientFolder }, bundle)
  const site = await serveDev(root, { ...(live ? { live } : {}), onDiagnostics: (found) => said.push(...found) })
  onTestFinished(() => site.close())
  const ask = async (target: string) => {
    const answer = await askRaw(site.url, { target })
    expect(answer.body, 'no answer shows where our code stands').not.toMatch(/\.(ts|js):\d+:\d+|node:internal/)
    return answer
  }
  const status = async (target: string) => (await ask(target)).status
  const state = async (page: string, version = '') =>
    JSON.parse(
      (await ask(`/@hedgerow/state?${new URLSearchParams({ page, version })}`)).body.replace(/^[\da-f]+\r\n|\r\n0\r\n\r\n$/g, ''),
    ) as State
  const codes = async (page: string) => (await state(page)).messages.map(({ code }) => code)
  const write = (file: string, content: string) => writeFiles(root, { [file]: content })
  return { root, said, client, ask, status, state, codes, write }
}

test('a folder that goes is said to be gone, and is served again when it is back', async () => {
  const { root, said, ask, status, state, codes, write } = await serve({
    'a.md': text('Anton'),
    'b.md': text('Berta'),
    'sub/c.md': text('Cora'),
  })
  expect((await ask('/a.html')).body).toContain('Anton')
  for (const round of [1, 2]) {
    renameSync(root, `${root}-away`)
    await expect.poll(() => status('/'), POLL).toBe(503)
    for (const target of ['/', '/a.read.html', '/nowhere', '/sub/new.html']) {
      const { body } = await ask(target)
      expect([body.includes('the decks folder cannot be read: it is not there'), body.includes('<script>')], target).toEqual([true, true])
    }
    // A deck that was shown is shown, and its panel says the same.
    expect((await ask('/a.html')).body).toContain('Anton')
    expect(await state('/a.html')).toMatchObject({ isCurrent: false })
    expect(await codes('/a.html')).toEqual(['folder-missing'])
    expect((await state('/a.read.html')).html).toContain('it is not there')
    expect(said.filter(({ code }) => code === 'folder-missing')).toHaveLength(round)
    if (round === 1) renameSync(`${root}-away`, root)
    else mkdirSync(root)
    write('b.md', text(`Berta ${round}`))
    write('a.md', text(`Anton ${round}`))
    await expect.poll(() => status('/'), POLL).toBe(200)
    await expect.poll(async () => (await ask('/b.html')).body.includes(`Berta ${round}`), POLL).toBe(true)
    await expect.poll(async () => (await ask('/a.html')).body.includes(`Anton ${round}`), POLL).toBe(true)
    expect(await codes('/a.html')).toEqual([])
  }
})

test('a deck that cannot be read stays on the index with its error', async () => {
  const { ask, write, root } = await serve({
    'a.md': text('Anton'),
    'new.md': '---\ntype: slide\ntitle: [\n---\n\n# New\n',
    'notes.md': '# No deck\n',
  })
  const ROW =
    /<li[^>]*><a href="([^"]+)">.*?<span class="about"><b>([^<]*)<\/b><\/span>.*?<\/a>(?:\n<p class="problem" lang="en">([^<]*)<\/p>)?/g
  const rows = async () =>
    [...(await ask('/')).body.matchAll(ROW)]
      .map(([, href = '', title, problem]) => [href, title, problem] as const)
      .toSorted(([a], [b]) => a.localeCompare(b))
  const missing = 'new.md:3: the front matter is not valid YAML'
  expect(await rows()).toEqual([
    ['a.html', 'Anton', undefined],
    ['new.html', 'new.md', expect.stringContaining(missing)],
  ])
  write('a.md', '---\ntype: slide\ntitle: [Anton\n---\n\n# A\n')
  write('new.md', text('New'))
  await expect.poll(rows, POLL).toEqual([
    ['a.html', 'Anton', expect.stringContaining('a.md:3: the front matter is not valid YAML')],
    ['new.html', 'New', undefined],
  ])
  rmSync(path.join(root, 'a.md'))
  await expect.poll(rows, POLL).toEqual([['new.html', 'New', undefined]])
})

test('site.yaml that comes, breaks, is fixed and goes counts at once, and its errors show on each deck', async () => {
  const { ask, codes, write, root } = await serve({ 'a.md': text('Anton') })
  const title = async () => /<title>([^<]*)/.exec((await ask('/')).body)?.[1]
  const first = await title()
  write('site.yaml', 'title: Ours\n')
  await expect.poll(title, POLL).toBe('Ours')
  write('site.yaml', 'title: [\n')
  await expect.poll(() => codes('/a.html'), POLL).not.toEqual([])
  expect((await ask('/a.html')).status).toBe(200)
  write('site.yaml', 'title: Theirs\nlogo: logo.png\n')
  await expect.poll(title, POLL).toBe('Theirs')
  expect((await ask('/logo.png')).status).toBe(404)
  write('logo.png', 'x')
  await expect.poll(async () => (await ask('/logo.png')).status, POLL).toBe(200)
  rmSync(path.join(root, 'logo.png'))
  await expect.poll(async () => (await ask('/logo.png')).status, POLL).toBe(404)
  expect((await ask('/')).status).toBe(200)
  rmSync(path.join(root, 'site.yaml'))
  await expect.poll(title, POLL).toBe(first)
})

test('a picture that goes and comes back, and a deck that is renamed, are what they are now', async () => {
  const { ask, codes, write, root } = await serve({
    'a.md': `${text('Anton')}\n![x](x.svg)\n`,
    'x.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  })
  expect((await ask('/a.html')).status).toBe(200)
  rmSync(path.join(root, 'x.svg'))
  await expect.poll(() => codes('/a.html'), POLL).toContain('asset-missing')
  write('x.svg', '<svg xmlns="http://www.w3.org/2000/svg" width="7"/>')
  await expect.poll(() => codes('/a.html'), POLL).not.toContain('asset-missing')
  expect((await ask('/x.svg')).body).toContain('width="7"')
  renameSync(path.join(root, 'a.md'), path.join(root, 'b.md'))
  await expect.poll(async () => (await ask('/b.html')).status, POLL).toBe(200)
  await expect.poll(async () => (await ask('/')).body, POLL).not.toContain('a.html')
})

test('a picture that becomes a link out of the folder is not served any more', async () => {
  const { ask, root } = await serve({ 'a.md': `${text('Anton')}\n![x](x.png)\n`, 'x.png': 'a picture' })
  await ask('/a.html')
  expect((await ask('/x.png')).status).toBe(200)
  writeFileSync(path.join(root, '../secret.png'), 'secret')
  symlinkSync('../secret.png', path.join(root, 'x.png~'))
  renameSync(path.join(root, 'x.png~'), path.join(root, 'x.png'))
  // The page is not asked for again.
  await expect.poll(async () => (await ask('/x.png')).status, POLL).toBe(404)
})

test('themes are bundled again when they change, and kept as they were while one has an error', async () => {
  let bundles = 0
  let problem: string | undefined
  const client = readClientBundle(clientFolder)
  if (!client) throw new Error('run npm run compile first')
  const bundle = async (): Promise<BundledClient> => {
    bundles += 1
    if (problem !== undefined) throw new Error(problem)
    const { white } = client.themes
    if (!white) throw new Error('there is no theme white')
    return { client: { ...client, themes: { ...client.themes, mine: { ...white, critical: `/* bundle ${bundles} */` } } }, clientFolder }
  }
  const { ask, codes, state, write, root } = await serve({ 'a.md': text('Anton', 'slideOptions:\n  theme: mine\n') }, bundle)
  expect(await codes('/a.html')).toEqual(['theme-unknown'])
  write('themes/mine/theme.css', ':root { --r-main-color: red }')
  await expect.poll(() => codes('/a.html'), POLL).toEqual([])
  const { html = '' } = await state('/a.html')
  expect(html).toContain('/* bundle')
  const before = bundles
  write('themes/mine/theme.css', ':root { --r-main-color: blue }')
  await expect.poll(async () => (await ask('/a.html')).body, POLL).toContain(`/* bundle ${before + 1} */`)
  problem = 'theme.css: @import is not read'
  write('themes/mine/theme.css', '@import "x.css"')
  await expect.poll(() => codes('/a.html'), POLL).toEqual(['theme-failed'])
  expect((await ask('/a.html')).body).toContain(`/* bundle ${before + 1} */`)
  problem = undefined
  rmSync(path.join(root, 'themes'), { recursive: true })
  await expect.poll(() => codes('/a.html'), POLL).toEqual([])
})

test('a client folder that goes is made again', async () => {
  const holder = makeFolder()
  const copy = path.join(holder, 'client')
  const bundle = async (): Promise<BundledClient> => {
    cpSync(clientFolder, copy, { recursive: true })
    const client = readClientBundle(copy)
    if (!client) throw new Error('there is no bundle')
    return { client, clientFolder: copy }
  }
  const live = openLiveClient(await bundle(), bundle)
  const root = makeFolder({ 'a.md': text('Anton') })
  const site = await serveDev(root, { live })
  try {
    const { body } = await askRaw(site.url, { target: '/a.html' })
    const script = /hedgerow\/deck-[\w-]+\.js/.exec(body)?.[0] ?? ''
    rmSync(copy, { recursive: true })
    expect((await askRaw(site.url, { target: `/${script}` })).status).toBe(200)
    expect((await askRaw(site.url, { target: '/a.html' })).status).toBe(200)
  } finally {
    await site.close()
  }
})

test('what goes wrong with one request is its answer, without where in our code, and ends no other', async () => {
  const client = readClientBundle(clientFolder)
  if (!client) throw new Error('run npm run compile first')
  let isBroken = false
  const live = openLiveClient({ client, clientFolder }, async () => ({ client, clientFolder }))
  const breaking = {
    ...live,
    problem: () => {
      if (isBroken) throw new Error('something is not as it should be')
      return undefined
    },
  }
  const site = await serveDev(makeFolder({ 'a.md': text('Anton') }), { live: breaking })
  try {
    isBroken = true
    const { status, body } = await askRaw(site.url, { target: '/a.html' })
    isBroken = false
    expect([status, (await askRaw(site.url, { target: '/a.html' })).status]).toEqual([500, 200])
    expect(/\.(ts|js):\d+/.test(body)).toBe(false)
    expect(body.includes('something is not as it should be')).toBe(true)
  } finally {
    await site.close()
  }
})

test('a text that is a folder, or too large, is an error of its own', async () => {
  const { root, ask, codes } = await serve({ 'a.md': text('Anton'), 'b.md': text('Berta') })
  expect((await ask('/a.html')).status).toBe(200)
  writeFileSync(path.join(root, 'a.md'), 'a'.repeat(5 * 1024 * 1024))
  await expect.poll(() => codes('/a.html'), POLL).toEqual(['deck-too-large'])
  rmSync(path.join(root, 'a.md'))
  mkdirSync(path.join(root, 'a.md'))
  await expect.poll(async () => (await ask('/')).body, POLL).not.toContain('a.html')
  expect((await ask('/b.html')).status).toBe(200)
})
