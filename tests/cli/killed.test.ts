import { readdirSync, utimesSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { makeFolder } from '../support/make-folder.ts'
import { runCommand } from '../support/run-command.ts'
import { runUntil } from '../support/run-until.ts'

const deck = `---\ntype: slide\n---\n${'\n# A\n\n- *b*\n\n---\n'.repeat(2000)}`
const args = ['export', 'a.md', '--single-file']
const isAtWork = (files: readonly string[]) => files.length > 0

test.each([
  ['SIGHUP', 129],
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('an export that is stopped by %s leaves nothing', async (signal, status) => {
  const [folder, temporary] = [makeFolder({ 'a.md': deck }), makeFolder()]
  expect(await runUntil(isAtWork, signal, { folder, temporary, args })).toMatchObject({ status, stdout: '', stderr: '' })
  expect(readdirSync(temporary)).toEqual([])
  expect(readdirSync(folder)).toEqual(['a.md'])
})

test('what an export that was killed has left goes with the next', async () => {
  const [folder, temporary] = [makeFolder({ 'a.md': deck, 'b.md': '---\ntype: slide\n---\n\n# B\n' }), makeFolder()]
  await runUntil(isAtWork, 'SIGKILL', { folder, temporary, args })
  const [left = ''] = readdirSync(temporary)
  expect(left).toMatch(/^hedgerow-run-/)
  utimesSync(path.join(temporary, left), 0, 0)
  expect((await runCommand(folder, ['export', 'b.md', '--single-file'], { env: { TMPDIR: temporary } })).status).toBe(0)
  expect(readdirSync(temporary)).toEqual([])
})
