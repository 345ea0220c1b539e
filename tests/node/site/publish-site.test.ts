import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { composeInProcess } from '../../../src/node/compose/in-process.ts'
import { filesBelow } from '../../../src/node/site/write-site.ts'
import { LOCK_FILE } from '../../../src/node/site/folder-lock.ts'
import { openOutput } from '../../../src/node/site/output-folder.ts'
import { type PublishedSite, publishSite } from '../../../src/node/site/build-site.ts'
import { type CallKind, withFailure } from '../../support/failing-files.ts'
import { makeFolder, writeFiles } from '../../support/make-folder.ts'
import { stubClient, stubClientFiles } from '../../support/stub-client.ts'
import { stubDiagramRenderer } from '../../support/stub-diagram-renderer.ts'

const deck = (text: string) => `---\ntype: slide\n---\n\n${text}\n`
const OLD = { 'a.md': deck('# Old'), 'gone.md': deck('# Gone') }
const NEW = {
  'a.md': deck('# New\n\n![](p.png)\n\n![](d.svg)'),
  'b/c.md': deck('# C'),
  'p.png': 'picture',
  'gone.md': '# No deck',
  'd.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
}
// What a full disk, an exhausted or a broken machine and a wrong owner say.
const CODES = ['ENOSPC', 'EDQUOT', 'EIO', 'EMFILE', 'ENFILE', 'EROFS', 'EACCES', 'ENAMETOOLONG'] as const

interface Place {
  readonly holder: string
  readonly root: string
  readonly out: string
}

function place(): Place {
  const root = makeFolder(OLD)
  const holder = path.dirname(root)
  writeFiles(path.join(holder, 'client'), stubClientFiles)
  return { holder, root, out: path.join(holder, 'dist') }
}

async function publish({ root, out, holder }: Place): Promise<PublishedSite> {
  // As where the system cannot exchange folders: there is more that can fail.
  const output = await openOutput(out, root, { exchange: () => false, beat: 10, stale: 40 })
  return publishSite(
    {
      root,
      client: stubClient,
      clientFolder: path.join(holder, 'client'),
      diagramRenderer: stubDiagramRenderer,
      openComposer: composeInProcess,
      base: '/',
      onProgress: () => undefined,
    },
    output,
  )
}

function contentOf(folder: string): string {
  return JSON.stringify(
    filesBelow(folder)
      .filter((file) => file !== LOCK_FILE)
      .toSorted()
      .map((file) => [file, readFileSync(path.join(folder, file), 'utf8')]),
  )
}

interface Sites {
  /** A place with the old site in it and the new decks. */
  readonly changed: string
  readonly old: string
  readonly fresh: string
}

async function sites(): Promise<Sites> {
  const made = place()
  await publish(made)
  writeFiles(made.root, NEW)
  const changed = path.join(path.dirname(makeFolder()), 'changed')
  cpSync(made.holder, changed, { recursive: true })
  const old = contentOf(made.out)
  await publish(made)
  return { changed, old, fresh: contentOf(made.out) }
}

/** Publishes over an old site while one call fails. Returns whether one did. */
async function failOnce(kind: CallKind, nth: number, code: string, { changed, old, fresh }: Sites): Promise<boolean> {
  const holder = path.join(path.dirname(makeFolder()), 'place')
  cpSync(changed, holder, { recursive: true })
  const made = { holder, root: path.join(holder, 'decks'), out: path.join(holder, 'dist') }
  const { result, calls } = await withFailure({ kind, nth, code, below: holder }, () => publish(made))
  if (calls.failed === undefined) return false
  const what = `${kind} ${nth} ${code} ${path.relative(holder, calls.failed)}`
  const content = contentOf(made.out)
  const state = content === old ? 'old' : content === fresh ? 'new' : `half: ${Object.keys(content).length} files`
  const isSource = calls.failed.startsWith(made.root)
  if (result instanceof Error) expect(`${what}: ${state}, ${result.message}`).toMatch(new RegExp(`: old, .*${code}`))
  else if (isSource && result.diagnostics.some(({ severity }) => severity === 'error')) {
    expect(`${what}: ${result.diagnostics.map(({ message }) => message).join(' ')}`).toMatch(/: .*(EACCES|ENAMETOOLONG)/)
  } else expect(`${what}: ${state}`).toBe(`${what}: new`)
  // Where nothing is left behind, the next build begins like this one.
  if (state !== 'old' || listing(holder) !== 'client decks dist') await publish(made)
  expect(`${what}: ${listing(holder)}`).toBe(`${what}: client decks dist`)
  if (state !== 'old') expect(`${what}: ${contentOf(made.out) === fresh}`).toBe(`${what}: true`)
  rmSync(holder, { recursive: true })
  return true
}

const listing = (holder: string) =>
  [...readdirSync(holder), ...readdirSync(path.join(holder, 'dist')).filter((name) => name === LOCK_FILE)].toSorted().join(' ')

describe('whatever call fails, a folder holds the old site or the new one, and the next build leaves nothing behind', () => {
  test.each(['open', 'write', 'rename', 'unlink'] as const)('%s', { timeout: 600_000 }, async (kind) => {
    const expected = await sites()
    let nth = 1
    for (let hasFailed = true; hasFailed; nth += 1) {
      hasFailed = false
      for (const code of CODES) hasFailed = (await failOnce(kind, nth, code, expected)) || hasFailed
    }
    expect(nth).toBeGreaterThan(2)
  })
})

test('a page whose name is too long for the disk ends the build, and the old site stays', async () => {
  const made = place()
  await publish(made)
  const before = contentOf(made.out)
  writeFiles(made.root, { [`${'x'.repeat(250)}.md`]: deck('# X') })
  await expect(publish(made)).rejects.toThrow('ENAMETOOLONG')
  expect(contentOf(made.out)).toEqual(before)
})

test("a picture that cannot be read is one file's problem", async () => {
  const made = place()
  writeFiles(made.root, { 'a.md': deck('![](folder.png)'), 'gone.md': deck('# Here') })
  mkdirSync(path.join(made.root, 'folder.png'))
  const { decks, diagnostics } = await publish(made)
  expect(decks).toHaveLength(2)
  expect(diagnostics.map(({ code }) => code)).toEqual(['asset-missing'])
})

test('a page that is the same in the new site stays the same file', async () => {
  const made = place()
  await publish(made)
  const inode = (file: string) => statSync(path.join(made.out, file)).ino
  const before = [inode('gone.html'), inode('a.html')]
  const content = contentOf(made.out)
  await publish(made)
  expect(contentOf(made.out)).toBe(content)
  writeFiles(made.root, { 'a.md': deck('# New') })
  await publish(made)
  expect([inode('gone.html') === before[0], inode('a.html') === before[1]]).toEqual([true, false])
  expect(statSync(path.join(made.out, 'gone.html')).nlink).toBe(1)
})

test('a file of the site that was changed by hand is written anew', async () => {
  const made = place()
  await publish(made)
  const content = contentOf(made.out)
  for (const file of ['a.html', 'gone.read.html', 'gone.md']) {
    const before = readFileSync(path.join(made.out, file), 'utf8')
    writeFiles(made.out, { [file]: `${before.slice(0, -1)}!` })
  }
  expect(contentOf(made.out)).not.toBe(content)
  await publish(made)
  expect(contentOf(made.out)).toBe(content)
})

test('a page of a series, which is written again when its neighbours are known, also stays the same file', async () => {
  const made = place()
  writeFiles(made.root, {
    'a.md': '---\ntype: slide\nseries: S\ndate: 2024-01-01\n---\n\n# A\n',
    'gone.md': '---\ntype: slide\nseries: S\ndate: 2024-01-02\n---\n\n# B\n',
  })
  await publish(made)
  expect(readFileSync(path.join(made.out, 'a.html'), 'utf8')).toContain('<link rel="next"')
  const before = statSync(path.join(made.out, 'a.html'))
  const content = contentOf(made.out)
  await publish(made)
  expect([statSync(path.join(made.out, 'a.html')).ino, contentOf(made.out)]).toEqual([before.ino, content])
})
