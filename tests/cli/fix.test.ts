import { createHash } from 'node:crypto'
import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { makeFolder, writeFiles } from '../support/make-folder.ts'
import { runCommand } from '../support/run-command.ts'

const flawed = '---\ntype: slide\n---\n\n# A\n\nNotes: one\n'
const fixed = flawed.replace('Notes:', 'Note:')

// As another run of ours would have it that is at work.
function occupy(root: string, file: string): void {
  const name = createHash('sha256').update(file).digest('hex').slice(0, 16)
  writeFiles(root, { [`.hedgerow-${name}.draft`]: '' })
}

describe('fix', () => {
  const read = (root: string, file: string) => readFileSync(path.join(root, file), 'utf8')

  test('keeps what an author saves while it is at other decks', async () => {
    const root = makeFolder({ 'a.md': flawed, 'b.md': flawed })
    const saved = `${flawed}\n---\n\n# A new slide\n`
    const { status, stderr } = await runCommand(root, ['fix', '.'], {
      onError: (text) => {
        if (text.includes('a.md:')) writeFileSync(path.join(root, 'b.md'), saved)
      },
    })
    // Saved before the file was read, it is fixed; then, until it is written, it is named; after that, it was fixed before.
    const wasFixed = stderr.includes('b.md:')
    const after = read(root, 'b.md')
    expect([after, status]).toEqual(after === saved ? [saved, wasFixed ? 0 : 1] : [saved.replace('Notes:', 'Note:'), 0])
    expect(read(root, 'a.md')).toBe(fixed)
  })

  test('names what it cannot write, does not count it, and goes on', async () => {
    const root = makeFolder({ 'a.md': flawed, 'b.md': flawed, 'c.md': flawed })
    occupy(root, 'b.md')
    const { status, stderr } = await runCommand(root, ['fix', '.'])
    expect(status).toBe(1)
    expect(stderr).toContain('b.md was not fixed: another Hedgerow is writing it; try again\n')
    expect(stderr).not.toContain('b.md:')
    expect(stderr).toMatch(/^fixed 2 problems in 2 files, 1 file not fixed\n$/m)
    expect([read(root, 'a.md'), read(root, 'b.md'), read(root, 'c.md')]).toEqual([fixed, flawed, fixed])
  })

  test('lets check --fix say with 1 that a file could not be written', async () => {
    const root = makeFolder({ 'a.md': flawed })
    occupy(root, 'a.md')
    expect((await runCommand(root, ['check', '.', '--fix'])).status).toBe(1)
  })

  test('removes the metadata of a picture with a location, and keeps its permissions', async () => {
    const photo = readFileSync(new URL('../diagnostics/image-location/walk.jpg', import.meta.url))
    const root = makeFolder({ 'a.md': `${fixed}\n![a walk](walk.jpg)\n`, 'walk.jpg': photo })
    const file = path.join(root, 'walk.jpg')
    chmodSync(file, 0o640)
    const dry = await runCommand(root, ['fix', '.', '--dry-run'])
    expect([dry.status, dry.stdout]).toEqual([0, 'would remove the metadata of walk.jpg\n'])
    expect(readFileSync(file)).toEqual(photo)

    const { status, stderr } = await runCommand(root, ['fix', '.'])
    expect([status, stderr]).toEqual([
      0,
      expect.stringMatching(/^a\.md:9 walk\.jpg contains .* \[image-location\]\nfixed 1 problem in 1 file\n$/),
    ])
    expect(statSync(file).mode & 0o777).toBe(0o640)
    expect(readFileSync(file).includes('Exif')).toBe(false)
  }, 60_000)

  test('fixes templates', async () => {
    const root = makeFolder({ 'a.md': fixed, 'templates/talk.md': '---\ntitle: {{title}}\ntype: slide\n---\n\n# A\n\nNotes: one\n' })
    const { status, stderr } = await runCommand(root, ['fix', '.'])
    expect([status, stderr]).toEqual([0, expect.stringContaining('fixed 1 problem in 1 file\n')])
    expect(read(root, 'templates/talk.md')).toContain('\nNote: one\n')
  })

  test.skipIf(process.getuid?.() === 0)('leaves a file alone that nobody may write to', async () => {
    const root = makeFolder({ 'a.md': flawed })
    chmodSync(path.join(root, 'a.md'), 0o444)
    const { status, stderr } = await runCommand(root, ['fix', '.'])
    expect([status, stderr]).toEqual([1, expect.stringContaining('a.md was not fixed: permission denied (EACCES)\n')])
  })
})
