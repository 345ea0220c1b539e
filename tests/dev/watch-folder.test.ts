import { appendFileSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, unlinkSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { looksUnfinished, type Watch, watchFolder } from '../../src/dev/watch-folder.ts'
import { makeFolder } from '../support/make-folder.ts'

vi.setConfig({ testTimeout: 120_000 })

const POLL = { timeout: 30_000, interval: 20 }

let watch: Watch | undefined

afterEach(() => watch?.stop())

// Reads each text when it is told of, as the development server does.
async function watchTexts(root: string, onChange: (files: readonly string[]) => void = () => undefined) {
  const texts = new Map<string, string | undefined>()
  const told: string[][] = []
  const read = (file: string) => {
    try {
      texts.set(file, readFileSync(path.join(root, file), 'utf8'))
    } catch {
      texts.delete(file)
    }
  }
  watch = watchFolder({
    root,
    textOf: (file) => texts.get(file),
    async onChange(files) {
      told.push([...files])
      for (const file of files) read(file)
      onChange(files)
    },
  })
  watch.start()
  await expect.poll(() => told.length, POLL).toBeGreaterThan(0)
  return { texts, told, read }
}

const text = (words: string) => `---\ntype: slide\n---\n\n# ${words}\n`

test('each way of saving is told of, whatever was before', async () => {
  const root = makeFolder({ 'a.md': text('Start') })
  const file = path.join(root, 'a.md')
  const { texts } = await watchTexts(root)
  const ways: ((content: string) => void)[] = [
    (content) => writeFileSync(file, content),
    (content) => (unlinkSync(file), writeFileSync(file, content)),
    // A watcher of the file itself loses it here, and each change from then on.
    (content) => {
      for (const part of ['x', 'y', content]) {
        unlinkSync(file)
        writeFileSync(file, part)
      }
    },
    (content) => writeFileSync(file, content),
    (content) => (writeFileSync(`${file}~`, content), renameSync(`${file}~`, file)),
    (content) => (writeFileSync(file, ''), appendFileSync(file, content)),
    (content) => (renameSync(file, `${file}.bak`), writeFileSync(file, content)),
  ]
  for (const [index, save] of [...ways, ...ways].entries()) {
    const wanted = text(`Edit ${index}`)
    save(wanted)
    await expect.poll(() => texts.get('a.md'), { ...POLL, message: `way ${index}` }).toBe(wanted)
  }
})

test('a change that leaves size and times as they were is found', async () => {
  const root = makeFolder({ 'a.md': text('Anna') })
  const file = path.join(root, 'a.md')
  const { texts } = await watchTexts(root)
  const now = new Date()
  for (const name of ['Bert', 'Cora', 'Dora']) {
    writeFileSync(file, text(name))
    utimesSync(file, now, now)
    await expect.poll(() => texts.get('a.md'), POLL).toBe(text(name))
  }
})

test('a text that was read while it was being written is read once more, though nobody tells of it', async () => {
  const root = makeFolder({ 'a.md': text('Whole') })
  const { texts, read } = await watchTexts(root)
  writeFileSync(path.join(root, 'a.md'), text('Final'))
  await expect.poll(() => texts.get('a.md'), POLL).toBe(text('Final'))
  // As if the same moment had brought one more write, which no time shows.
  texts.set('a.md', text('Fin'))
  await expect.poll(() => texts.get('a.md'), POLL).toBe(text('Final'))
  read('a.md')
})

test('folders that come, go, and are exchanged are watched', async () => {
  const root = makeFolder({ 'sub/a.md': text('A') })
  const { texts } = await watchTexts(root)
  const file = path.join(root, 'sub/a.md')
  for (const round of [1, 2, 3]) {
    rmSync(path.join(root, 'sub'), { recursive: true })
    mkdirSync(path.join(root, 'sub/deep'), { recursive: true })
    writeFileSync(path.join(root, 'sub/deep/b.md'), text(`B${round}`))
    writeFileSync(file, text(`A${round}`))
    await expect.poll(() => [texts.get('sub/a.md'), texts.get('sub/deep/b.md')], POLL).toEqual([text(`A${round}`), text(`B${round}`)])
    appendFileSync(file, 'More.\n')
    await expect.poll(() => texts.get('sub/a.md'), POLL).toBe(`${text(`A${round}`)}More.\n`)
  }
  mkdirSync(path.join(root, 'x/y/z'), { recursive: true })
  writeFileSync(path.join(root, 'x/y/z/c.md'), text('C'))
  await expect.poll(() => texts.get('x/y/z/c.md'), POLL).toBe(text('C'))
})

test('a root that goes and comes back is told of twice, and watched again', async () => {
  const root = makeFolder({ 'a.md': text('A'), 'b.md': text('B') })
  const { texts, told } = await watchTexts(root)
  for (const round of [1, 2]) {
    told.length = 0
    renameSync(root, `${root}-away`)
    await expect.poll(() => told, POLL).toContainEqual([])
    rmSync(`${root}-away`, { recursive: true })
    mkdirSync(root)
    writeFileSync(path.join(root, 'a.md'), text(`A${round}`))
    await expect.poll(() => texts.get('a.md'), POLL).toBe(text(`A${round}`))
    appendFileSync(path.join(root, 'a.md'), 'More.\n')
    await expect.poll(() => texts.get('a.md'), POLL).toBe(`${text(`A${round}`)}More.\n`)
  }
})

test('a root that is a link is watched, and a target that is exchanged is noticed', async () => {
  const holder = makeFolder({ 'one/a.md': text('One'), 'two/a.md': text('Two') })
  const root = path.join(holder, 'current')
  symlinkSync('one', root)
  const { texts } = await watchTexts(root)
  appendFileSync(path.join(holder, 'one/a.md'), 'More.\n')
  await expect.poll(() => texts.get('a.md'), POLL).toBe(`${text('One')}More.\n`)
  symlinkSync('two', `${root}~`)
  renameSync(`${root}~`, root)
  await expect.poll(() => texts.get('a.md'), POLL).toBe(text('Two'))
  appendFileSync(path.join(holder, 'two/a.md'), 'More.\n')
  await expect.poll(() => texts.get('a.md'), POLL).toBe(`${text('Two')}More.\n`)
})

test('what could not be passed on is told of again', async () => {
  const root = makeFolder({ 'a.md': text('A') })
  let failures = 2
  const { told } = await watchTexts(root, (files) => {
    if (files.length > 0 && failures-- > 0) throw new Error('not now')
  })
  writeFileSync(path.join(root, 'a.md'), text('B'))
  await expect.poll(() => told.filter((files) => files.includes('a.md')).length, POLL).toBeGreaterThan(2)
})

test('what stays as it is is not told of', async () => {
  const root = makeFolder({ 'a.md': text('A'), 'x.png': 'x', 'themes/t/theme.css': 'a{}', '.hidden/a.md': 'x', 'node_modules/b.md': 'x' })
  symlinkSync('/etc/hostname', path.join(root, 'out.png'))
  symlinkSync('a.md', path.join(root, 'link.md'))
  symlinkSync('..', path.join(root, 'up'))
  const { told, read } = await watchTexts(root)
  read('a.md')
  read('link.md')
  await new Promise((resolve) => setTimeout(resolve, 5500))
  expect(told).toEqual([[]])
})

const DECK = '---\ntype: slide\n---\n\n# A\n\n---\n\n# B\n'

test.each([
  ['a file that is gone', DECK, undefined, true],
  ['an empty file', DECK, '', true],
  ['the beginning of what it was', DECK, DECK.slice(0, 30), true],
  ['front matter that cannot be read any more', DECK, DECK.replace('slide', '[slide'), true],
  ['front matter that never could', DECK.replace('slide', '[slide'), DECK.replace('slide', '[slides'), false],
  ['other words', DECK, DECK.replace('# A', '# C'), false],
  ['more words', DECK, `${DECK}more`, false],
  ['the same', DECK, DECK, false],
  ['a file that nobody has read', undefined, '', false],
])('whether %s looks unfinished', (_, before, now, expected) => {
  expect(looksUnfinished('talk.md', before, now)).toBe(expected)
})
