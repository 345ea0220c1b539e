import { readdirSync, utimesSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { makeFolder } from '../support/make-folder.ts'
import { runCommand } from '../support/run-command.ts'
import { runUntil } from '../support/run-until.ts'

const decks = Object.fromEntries(
  Array.from({ length: 6 }, (_, n) => [`d${n}.md`, `---\ntype: slide\n---\n${`\n# A${n}\n\n---\n`.repeat(30)}`]),
)
const args = ['pdf', '.']
// Chromium has begun, and has not yet answered.
const isPrinting = (files: readonly string[]) => files.some((file) => file.endsWith('Default'))
// Its profile is there, and it is about to be started.
const isStarting = (files: readonly string[]) => files.some((file) => file.includes('playwright_chromiumdev_profile'))

test.each([
  ['SIGTERM', 143, isPrinting],
  ['SIGINT', 130, isPrinting],
  ['SIGINT', 130, isStarting],
] as const)('a pdf that is stopped by %s leaves nothing, of Chromium neither', async (signal, status, moment) => {
  const [folder, temporary] = [makeFolder(decks), makeFolder()]
  expect((await runUntil(moment, signal, { folder, temporary, args })).status).toBe(status)
  expect(readdirSync(temporary)).toEqual([])
})

test('all that a pdf leaves that was killed goes with the next', async () => {
  const [folder, temporary] = [makeFolder({ ...decks, 'sub/b.md': '---\ntype: slide\n---\n\n# B\n' }), makeFolder()]
  await runUntil(isPrinting, 'SIGKILL', { folder, temporary, args })
  // Chromium ends by itself, and writes until then.
  await expect.poll(() => readdirSync(temporary, { recursive: true }).some((file) => String(file).includes('org.chromium'))).toBe(false)
  const left = readdirSync(temporary)
  expect(left.filter((name) => !name.startsWith('hedgerow-run-'))).toEqual([])
  expect(left.length).toBeGreaterThan(0)
  for (const name of left) utimesSync(path.join(temporary, name), 0, 0)
  expect((await runCommand(folder, ['pdf', 'sub/b.md'], { env: { TMPDIR: temporary } })).status).toBe(0)
  expect(readdirSync(temporary)).toEqual([])
})
