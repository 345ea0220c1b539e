import { closeSync, existsSync, openSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { makeFolder } from '../support/make-folder.ts'
import { runCommand } from '../support/run-command.ts'

// More than a pipe holds.
const many = Array.from({ length: 800 }, (_, n) => `![a picture that is missing](missing-${n}.png)\n`).join('\n')
const flawed = `---\ntype: slide\n---\n\n# A\n\n${many}`
const check = ['check', '.', '--format', 'line', '--max-warnings', '0']

describe('whoever reads the output and has seen enough', () => {
  test.each([
    [check, 1],
    [check.slice(0, 4), 0],
    [['check', '.', '--format', 'json'], 0],
  ])('%j ends with what was found, and says nothing', async (args, status) => {
    const ran = await runCommand(makeFolder({ 'a.md': flawed }), args, { onStart: (child) => child.stdout?.destroy() })
    expect(ran).toEqual({ status, stdout: '', stderr: args === check ? 'too many warnings: 800 (--max-warnings 0)\n' : '' })
  })

  test('of messages changes nothing either', async () => {
    const ran = await runCommand(makeFolder({ 'a.md': flawed }), ['check', '.'], { onStart: (child) => child.stderr?.destroy() })
    expect(ran).toEqual({ status: 0, stdout: '', stderr: '' })
  })
})

describe.skipIf(!existsSync('/dev/full'))('a full disk', () => {
  test('as output is said in one line, and the exit status is 1', async () => {
    const full = openSync('/dev/full', 'w')
    try {
      const ran = await runCommand(makeFolder({ 'a.md': flawed }), check.slice(0, 4), { stdio: ['ignore', full, 'pipe'] })
      expect(ran).toEqual({ status: 1, stdout: '', stderr: 'error: the output cannot be written: the disk is full (ENOSPC)\n' })
    } finally {
      closeSync(full)
    }
  })
})

describe('what a system does not allow is said in words', () => {
  const root = () => makeFolder({ 'a.md': '---\ntype: slide\n---\n\n# A\n' })

  test.each([
    [['new', 'n'.repeat(300), '--folder', '.', '--no-open'], 2, /^error: the name is too long for a file; choose a shorter one\n$/],
    [['new', 'b', '--folder', 'a.md', '--no-open'], 2, /^error: "a\.md" is not a folder of decks\n$/],
    [['new', 'a.md/b', '--folder', '.', '--no-open'], 1, /^error: cannot create a\.md: a file with that name already exists \(EEXIST\)\n$/],
    [
      ['export', 'a.md', '--single-file'],
      1,
      /^error: no temporary folder can be created in \S+none: there is no such .* set TMPDIR to another folder\n$/,
    ],
    [['check', 'gone'], 2, /^error: file or folder not found: "gone"\n$/],
  ])('%j', async (args, status, message) => {
    const folder = root()
    const ran = await runCommand(folder, args, { env: { TMPDIR: path.join(folder, 'none') } })
    expect(ran).toEqual({ status, stdout: '', stderr: expect.stringMatching(message) })
  })

  test('and what is asked for is the trace', async () => {
    const folder = root()
    const args = ['new', 'a.md/b', '--folder', '.', '--no-open']
    expect((await runCommand(folder, args, { env: { HEDGEROW_TRACE: '1' } })).stderr).toMatch(/\n {2}\| {5}at /)
  })
})
