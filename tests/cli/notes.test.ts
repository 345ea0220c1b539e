import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { makeFolder } from '../support/make-folder.ts'
import { png } from '../support/make-pictures.ts'
import { runCommand } from '../support/run-command.ts'

const front = (options: string) => `---\ntype: slide\ndate: 2024-01-01\n${options}---\n\n`

// Every way in which a deck can have notes.
const TEXT = `# Talk

<aside class="notes">SECRET 1 ![a](aside.png)</aside>

Words on the slide $x$

---

# Second

::: notes
SECRET 2
:::

![shown](shown.png)

Note: SECRET 3 [elsewhere](other.md)

![b](secret.png)

<!-- .slide: data-background="#123456" -->

----

# Third

Notes:
SECRET 4

---

# Last

<div class="fragment"><aside class="notes">SECRET 5</aside>A step</div>
`

const PICTURES = { 'aside.png': png.make('', []), 'shown.png': png.make('', []), 'secret.png': png.make('', []) }

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => statSync(path.join(folder, file)).isFile())
}

/** The files below a folder that contain one of the secrets, or are pictures that only notes show. */
function leaks(folder: string): string[] {
  return filesBelow(folder).filter(
    (file) =>
      /(?:^|\/)(?:aside|secret)\.png$/.test(file) || /SECRET|secret\.png|aside\.png/.test(readFileSync(path.join(folder, file), 'latin1')),
  )
}

async function build(files: Parameters<typeof makeFolder>[0]) {
  const root = makeFolder(files)
  const out = path.join(root, '../out')
  const built = await runCommand(root, ['build', root, '--out', out])
  return { root, out, ...built }
}

describe('speaker notes that are not published', () => {
  test.each([
    ['by the deck', { 'talk.md': front('notes: false\n') + TEXT, 'site.yaml': 'url: https://a.example/\nsingleFile: true\n' }],
    ['by the site', { 'talk.md': front('') + TEXT, 'site.yaml': 'url: https://a.example/\nsingleFile: true\nnotes: false\n' }],
    [
      'by the site, which a deck cannot change',
      { 'talk.md': front('notes: true\n') + TEXT, 'site.yaml': 'notes: false\nurl: https://a.example/\n' },
    ],
    ['by a value that is not valid', { 'talk.md': front('notes: none\n') + TEXT, 'site.yaml': 'url: https://a.example/\n' }],
    ['by a site whose options cannot be read', { 'talk.md': front('') + TEXT, 'site.yaml': 'notes: false\ntitle: a: b\n' }],
  ])('are in no file of the site: %s', async (_, files) => {
    const { out } = await build({ ...files, ...PICTURES, 'other.md': `${front('')}# Other\n` })
    expect(leaks(out)).toEqual([])
    expect(existsSync(path.join(out, 'talk.md'))).toBe(false)
    const page = readFileSync(path.join(out, 'talk.html'), 'utf8')
    expect(page).toContain('Words on the slide')
    // What notes say of their slide still holds.
    expect(page).toContain('data-background="#123456"')
    expect(page).toContain('class="fragment"')
    expect(page).not.toContain('text/markdown')
    expect(existsSync(path.join(out, 'shown.png'))).toBe(true)
    expect(readFileSync(path.join(out, 'llms.txt'), 'utf8')).toMatch(/\(\S*talk\.read\.html\)/)
  })

  test('are published otherwise', async () => {
    const { out } = await build({ 'talk.md': front('') + TEXT, ...PICTURES })
    expect(leaks(out)).toContain('talk.md')
    expect(leaks(out)).toContain('talk.read.html')
  })

  test.each([
    ['::: notes\n\n', '\n\n:::\n'],
    ['<aside class="notes">\n\n', '\n\n</aside>\n'],
    ['Words <aside class="notes">', '</aside>\n'],
  ])('define nothing for their slide: %j', async (open, close) => {
    const inside = ['x [^1] ^[SECRET]', '[^1]: SECRET', '*[ABC]: SECRET', '[ref]: https://a.example/SECRET'].join(
      open.startsWith('W') ? ' ' : '\n\n',
    )
    const deck = `${front('notes: false\n')}# ABC [q][ref] y[^2]\n\n${open}${inside}${close}\n[^2]: Shown\n`
    const { out } = await build({ 'talk.md': deck, 'site.yaml': 'url: https://a.example/\n' })
    expect(leaks(out)).toEqual([])
    const page = readFileSync(path.join(out, 'talk.html'), 'utf8')
    expect(page).toContain('Shown')
    for (const [, id] of page.matchAll(/href="#(fn[^"]*)"/g)) expect(page).toContain(`id="${id}"`)
  })

  test('do not name their deck in the links of others', async () => {
    const hidden = `${front('notes: false\n')}Hello\n\nNote:\n\n# SECRET\n`
    const { out } = await build({ 'a/01.md': hidden, 'a/02.md': hidden, 'a/03.md': hidden, 'site.yaml': 'url: https://a.example/\n' })
    expect(leaks(out)).toEqual([])
  })

  test.each([
    ['notes:\n', ''],
    ['Notes: false\n', ''],
    ['notesSeparator: "???"\nnotes: false\n', '???'],
  ])('are not published with %j', async (options, separator) => {
    const deck = `${front(options)}# A\n\n${separator === '' ? 'Note: SECRET' : `${separator}\nSECRET`}\n`
    expect(leaks((await build({ 'talk.md': deck })).out)).toEqual([])
  })

  test('keep their deck back where nobody knows where they begin', async () => {
    const { out, stderr, status } = await build({
      'talk.md': `${front('notes: false\nnotesSeparator: (note|remark)\n')}# A\n\nremark SECRET\n`,
      'other.md': `${front('')}# Other\n`,
    })
    expect(leaks(out)).toEqual([])
    expect(status).toBe(1)
    expect(stderr).toContain('their separator is not understood, so the deck is not built: "(note|remark)"')
  })

  test('have their mistakes reported', async () => {
    const { stderr } = await build({ 'talk.md': `${front('notes: false\n')}# A\n\nNote:\n\n![x](missing.png)\n\n[y](gone.md)\n` })
    expect(stderr).toContain('missing.png')
    expect(stderr.match(/gone\.md is not/g)).toHaveLength(1)
  })

  test('are exported when they are asked for, and not otherwise', async () => {
    const root = makeFolder({ 'talk.md': front('notes: false\n') + TEXT, ...PICTURES, 'other.md': `${front('')}# Other\n` })
    const run = (...words: string[]) => runCommand(root, ['export', path.join(root, 'talk.md'), ...words])
    const [without, asked] = [path.join(root, '../without'), path.join(root, '../asked')]
    await run('--single-file', '--out', without)
    expect(leaks(without)).toEqual([])
    expect(filesBelow(without)).toContain('talk/talk.html')
    await run('--single-file', '--notes', '--out', asked)
    expect(leaks(asked)).toContain('talk/talk.html')
    expect(leaks(asked)).toContain('talk/source/talk.md')
    const refused = await run('--as', 'source', '--out', without)
    expect(refused.status).toBe(2)
    expect(refused.stderr).toContain('may contain notes, which are not published; --notes exports it with them')
    expect((await run('--as', 'source', '--notes', '--out', asked)).status).toBe(0)
  })

  test('do not lead to the pad that has them, on pages, as an old address or in an archive', async () => {
    const lock = `version: 1\ndecks:\n  talk.md:\n    pad: https://pad.example/aBcD123\n    digest: ${'0'.repeat(64)}\n`
    const files = { 'talk.md': front('notes: false\n') + TEXT, ...PICTURES, 'other.md': front(''), 'pads.lock.yaml': lock }
    const { root, out } = await build({ ...files, 'site.yaml': 'padLinks: true\nsingleFile: true\n' })
    const named = (folder: string) =>
      filesBelow(folder).filter((file) => /aBcD123/.test(file + readFileSync(path.join(folder, file), 'latin1')))
    expect(existsSync(path.join(out, 'talk.single.html'))).toBe(true)
    expect(named(out)).toEqual([])
    const run = (...words: string[]) => runCommand(root, ['export', path.join(root, 'talk.md'), '--single-file', ...words])
    const [without, asked] = [path.join(root, '../without'), path.join(root, '../asked')]
    await run('--out', without)
    expect(filesBelow(without)).toContain('talk/manifest.json')
    expect(named(without)).toEqual([])
    await run('--notes', '--out', asked)
    expect(named(asked)).toContain('talk/source/pads.lock.yaml')
  })
})
