import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { writePadsLock } from '../../../src/core/pads/pads-lock.ts'
import { pullPictures, type PullPictures } from '../../../src/node/pads/pull-pictures.ts'
import { makeFolder, writeFiles } from '../../support/make-folder.ts'

const PNG = (text: string) => Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.from(text)])
const deck = (text: string) => `---\ntype: slide\n---\n\n${text}\n`
const ID = '0b7ea0f0-1111-4222-8333-444455556666'
const OTHER = '1c7ea0f0-1111-4222-8333-444455556666'
const upload = (id = ID) => `https://pad.example/uploads/${id}.png`

/** Pulls the pictures of a folder from servers that have these files. */
async function pull(folder: string, served: Readonly<Record<string, Uint8Array | string>>, options: Partial<PullPictures> = {}) {
  const asked: string[] = []
  const result = await pullPictures(folder, {
    client: {
      async download(url) {
        asked.push(url)
        const bytes = served[url]
        if (bytes === undefined) return { kind: 'failed', problem: { kind: 'missing', message: 'it is gone', help: '' } }
        if (typeof bytes === 'string') return { kind: 'failed', problem: { kind: 'private', message: bytes, help: 'Do not.' } }
        return { kind: 'file', bytes }
      },
    },
    hosts: [],
    clean: (bytes) => bytes,
    isDryRun: false,
    onProgress: () => undefined,
    onWait: () => undefined,
    ...options,
  })
  return { ...result, asked, states: result.pictures.map(({ url, state }) => `${state} ${url}`) }
}

const textOf = (folder: string, file: string) => readFileSync(path.join(folder, file), 'utf8')

describe('uploads of pads', () => {
  test('are fetched next to the deck under the name that they have on their server, and their addresses rewritten everywhere', async () => {
    const folder = makeFolder({ 'a.md': deck(`![x](${upload()} =50%x)\n\n<img src="${upload()}">\n\n\`${upload()}\``) })
    const { states, changed, pictures } = await pull(folder, { [upload()]: PNG('x') })
    expect(states).toEqual([`brought ${upload()}`])
    expect(changed).toEqual(['a.md'])
    expect(pictures[0]).toMatchObject({
      path: `${ID}.png`,
      needed: [
        { file: 'a.md', line: 5 },
        { file: 'a.md', line: 7 },
      ],
    })
    expect(textOf(folder, 'a.md')).toBe(deck(`![x](${ID}.png =50%x)\n\n<img src="${ID}.png">\n\n\`${upload()}\``))
    expect(readFileSync(path.join(folder, `${ID}.png`))).toEqual(PNG('x'))
  })

  test('that are in the folder already are not fetched, but their addresses rewritten', async () => {
    const folder = makeFolder({ 'a.md': deck(`![](${upload()})`), [`images/${ID}.png`]: PNG('x') })
    const { states, asked } = await pull(folder, {})
    expect({ states, asked }).toEqual({ states: [`present ${upload()}`], asked: [] })
    expect(textOf(folder, 'a.md')).toBe(deck(`![](images/${ID}.png)`))
  })

  test('that are next to another deck are not fetched twice', async () => {
    const folder = makeFolder({ 'a/a.md': deck(`![](${upload()})`), 'b/b.md': deck(`![](${upload()})`), [`b/${ID}.png`]: PNG('x') })
    const { asked } = await pull(folder, {})
    expect(asked).toEqual([])
    expect(textOf(folder, 'a/a.md')).toBe(deck(`![](../b/${ID}.png)`))
  })

  test('with equal bytes are kept once', async () => {
    const folder = makeFolder({ 'a.md': deck(`![](${upload()}) ![](${upload(OTHER)})`) })
    const { states } = await pull(folder, { [upload()]: PNG('x'), [upload(OTHER)]: PNG('x') })
    expect(states).toEqual([`brought ${upload()}`, `present ${upload(OTHER)}`])
    expect(textOf(folder, 'a.md')).toBe(deck(`![](${ID}.png) ![](${ID}.png)`))
    expect(readdirSync(folder).toSorted()).toEqual([`${ID}.png`, 'a.md', 'pads.lock.yaml'].toSorted())
  })

  test('that are gone or refused keep their addresses and are listed with their decks and lines', async () => {
    const folder = makeFolder({ 'a.md': deck(`![](${upload()})\n\n![](${upload(OTHER)})`), 'b.md': deck(`![](${upload()})`) })
    const { states, changed, pictures } = await pull(folder, { [upload(OTHER)]: 'its address is private' })
    expect(states).toEqual([`gone ${upload()}`, `refused ${upload(OTHER)}`])
    expect(changed).toEqual([])
    expect(pictures[0]?.needed).toEqual([
      { file: 'a.md', line: 5 },
      { file: 'b.md', line: 5 },
    ])
    expect(pictures[1]?.problem).toMatchObject({ message: 'its address is private' })
    expect(textOf(folder, 'b.md')).toContain(upload())
  })

  test('without a server are fetched from that of the pad, if the deck came from one', async () => {
    const folder = makeFolder({ 'a.md': deck(`![](/uploads/${ID}.png)`) })
    expect((await pull(folder, {})).pictures).toMatchObject([{ state: 'refused', problem: { message: /does not say on which server/ } }])
    const origin = { pad: 'https://pad.example/call', digest: '0'.repeat(64), pictures: [], missing: [] }
    writeFiles(folder, { 'pads.lock.yaml': writePadsLock(new Map([['a.md', origin]])) })
    await pull(folder, { [upload()]: PNG('x') })
    expect(textOf(folder, 'a.md')).toBe(deck(`![](${ID}.png)`))
  })
})

describe('the lock file', () => {
  test('says where the files of each deck came from, and what is gone', async () => {
    const folder = makeFolder({ 'a.md': deck(`![](${upload()}) ![](${upload(OTHER)})`), [`images/${ID}.png`]: PNG('x') })
    await pull(folder, {})
    const digest = createHash('sha256').update(PNG('x')).digest('hex')
    expect(textOf(folder, 'pads.lock.yaml')).toBe(
      writePadsLock(new Map([['a.md', { pictures: [{ from: upload(), file: `images/${ID}.png`, digest }], missing: [upload(OTHER)] }]])),
    )
    await pull(folder, { [upload(OTHER)]: PNG('y') })
    expect(textOf(folder, 'pads.lock.yaml')).not.toContain('missing')
    expect(readdirSync(folder).toSorted()).toEqual([`images`, 'a.md', 'pads.lock.yaml'].toSorted())
  })

  test('keeps what it says of the pad of a deck', async () => {
    const origin = {
      pad: 'https://pad.example/call',
      digest: '0'.repeat(64),
      revision: '2026-03-12T17:00:00.000Z',
      pictures: [],
      missing: [],
    }
    const folder = makeFolder({ 'a.md': deck(`![](${upload()})`), 'pads.lock.yaml': writePadsLock(new Map([['a.md', origin]])) })
    await pull(folder, { [upload()]: PNG('x') })
    expect(textOf(folder, 'pads.lock.yaml')).toMatch(/pad: https:\/\/pad.example\/call\n {4}revision: 2026-03-12[^]*from: /)
  })

  test('that has a mistake ends the pull before anything is requested or written', async () => {
    const folder = makeFolder({ 'a.md': deck(`![](${upload()})`), 'pads.lock.yaml': 'decks: x\n' })
    await expect(pull(folder, { [upload()]: PNG('x') })).rejects.toThrow(/pads.lock.yaml:1: /)
    expect(readdirSync(folder).toSorted()).toEqual(['a.md', 'pads.lock.yaml'])
  })
})

describe('files of other servers', () => {
  const logo = 'https://www.example.org/logo.png'

  test('wait until their host is named', async () => {
    const folder = makeFolder({ 'a.md': deck(`![](${logo})`) })
    expect(await pull(folder, {})).toMatchObject({ states: [`waiting ${logo}`], asked: [], changed: [] })
    expect(await pull(folder, { [logo]: PNG('x') }, { hosts: ['www.example.org'] })).toMatchObject({ states: [`brought ${logo}`] })
    expect(textOf(folder, 'a.md')).toBe(deck('![](logo.png)'))
  })

  test('are never pages of a pad server, which could create a pad', async () => {
    const folder = makeFolder({ 'a.md': deck(`![](${upload()}) ![](https://pad.example/new.png) ![](https://pad.example/s/x.png)`) })
    const { asked, states } = await pull(folder, { [upload()]: PNG('x') }, { hosts: ['pad.example'] })
    expect(asked).toEqual([upload()])
    expect(states).toEqual([`brought ${upload()}`, 'refused https://pad.example/new.png', 'refused https://pad.example/s/x.png'])
  })

  test('never replace a file with the same name', async () => {
    const folder = makeFolder({ 'a.md': deck(`![](${logo})`), 'Logo.png': PNG('own') })
    await pull(folder, { [logo]: PNG('theirs') }, { hosts: ['www.example.org'] })
    const names = readdirSync(folder).filter((name) => name.endsWith('.png'))
    expect(names).toHaveLength(2)
    expect(readFileSync(path.join(folder, 'Logo.png'))).toEqual(PNG('own'))
  })
})

describe('new files are kept where the archive keeps them', () => {
  test.each([
    ['in a folder next to the decks', { 't/a.md': deck('![](images/a.png)'), 't/images/a.png': PNG('a') }, `t/images/${ID}.png`],
    ['in a folder above', { 't/a.md': deck('![](../a.png)'), 'a.png': PNG('a') }, `${ID}.png`],
    ['in a folder for each deck', { 't/a.md': deck('![](a/1.png)'), 't/a/1.png': PNG('a') }, `t/new/${ID}.png`],
    [
      'in such a folder with more in its name',
      { 't/a.md': deck('![](a.assets/1.png)'), 't/a.assets/1.png': PNG('a') },
      `t/new.assets/${ID}.png`,
    ],
    ['as the decks of other folders have it', { 'o/a.md': deck('![](img/1.png)'), 'o/img/1.png': PNG('a') }, `t/img/${ID}.png`],
    ['next to the decks', { 't/a.md': deck('![](1.png)'), 't/1.png': PNG('a'), 't/other/2.png': PNG('b') }, `t/${ID}.png`],
  ])('%s', async (_, files, expected) => {
    const folder = makeFolder({ ...files, 't/new.md': deck(`![](${upload()})`) })
    const { pictures } = await pull(folder, { [upload()]: PNG('x') })
    expect(pictures).toMatchObject([{ path: expected }])
    expect(existsSync(path.join(folder, expected))).toBe(true)
  })
})

test('a dry run requests and writes nothing', async () => {
  const folder = makeFolder({ 'a.md': deck(`![](${upload()})`) })
  const result = await pull(folder, { [upload()]: PNG('x') }, { isDryRun: true })
  expect(result).toMatchObject({ states: [`brought ${upload()}`], asked: [], changed: ['a.md'] })
  expect(readdirSync(folder)).toEqual(['a.md'])
  expect(textOf(folder, 'a.md')).toContain(upload())
})

test('a second run changes nothing and requests only what is gone', async () => {
  const folder = makeFolder({ 'a.md': deck(`![](${upload()})\n\n![](${upload(OTHER)})`) })
  await pull(folder, { [upload()]: PNG('x') })
  const before = textOf(folder, 'a.md')
  expect(await pull(folder, { [upload()]: PNG('x') })).toMatchObject({
    states: [`gone ${upload(OTHER)}`],
    asked: [upload(OTHER)],
    changed: [],
  })
  expect(textOf(folder, 'a.md')).toBe(before)
})

test('line endings, a byte order mark and a missing final newline stay', async () => {
  const text = `\ufeff---\r\ntype: slide\r\n---\r\n\r\n![](${upload()})`
  const folder = makeFolder({ 'a.md': text })
  await pull(folder, { [upload()]: PNG('x') })
  expect(textOf(folder, 'a.md')).toBe(text.replace(upload(), `${ID}.png`))
})

test('a run that ends in the middle leaves each deck as it was or complete, and the next one goes on', async () => {
  const folder = makeFolder({ 'a.md': deck(`![](${upload()})`), 'b.md': deck(`![](${upload()}) ![](${upload(OTHER)})`) })
  const client: PullPictures['client'] = {
    async download(url) {
      if (url === upload(OTHER)) throw new Error('killed')
      return { kind: 'file', bytes: PNG('x') }
    },
  }
  await expect(pull(folder, {}, { client })).rejects.toThrow('killed')
  expect(textOf(folder, 'a.md')).toBe(deck(`![](${ID}.png)`))
  expect(textOf(folder, 'b.md')).toBe(deck(`![](${upload()}) ![](${upload(OTHER)})`))
  const { asked } = await pull(folder, { [upload(OTHER)]: PNG('y') })
  expect(asked).toEqual([upload(OTHER)])
  expect(textOf(folder, 'b.md')).toBe(deck(`![](${ID}.png) ![](${OTHER}.png)`))
})

test('a deck that is saved meanwhile stays as it was saved', async () => {
  const folder = makeFolder({ 'a.md': deck(`![](${upload()})`) })
  const client: PullPictures['client'] = {
    async download() {
      writeFileSync(path.join(folder, 'a.md'), deck('# saved'))
      return { kind: 'file', bytes: PNG('x') }
    },
  }
  expect(await pull(folder, {}, { client })).toMatchObject({ changed: [], failed: [{ file: 'a.md', why: /saved meanwhile/ }] })
  expect(textOf(folder, 'a.md')).toBe(deck('# saved'))
})
