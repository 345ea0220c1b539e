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

test('a check of the layout that is stopped leaves no site behind', async () => {
  const [folder, temporary] = [makeFolder({ 'a.md': deck }), makeFolder()]
  const stopped = await runUntil(isAtWork, 'SIGINT', { folder, temporary, args: ['check', '.', '--layout'] })
  expect(stopped).toMatchObject({ status: 130, stdout: '', stderr: '' })
  expect(readdirSync(temporary)).toEqual([])
})

// No system but Windows sends it: here the process is told as Node.js would tell it.
test('an export that is stopped by Ctrl+Break of Windows leaves nothing', async () => {
  const [folder, temporary] = [makeFolder({ 'a.md': deck }), makeFolder()]
  const tell = `import { readdirSync } from 'node:fs'
    import { isMainThread } from 'node:worker_threads'
    if (isMainThread) setInterval(() => readdirSync(process.env.TMPDIR).length > 0 && process.emit('SIGBREAK'), 20).unref()`
  const env = { TMPDIR: temporary, NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(tell)}` }
  expect(await runCommand(folder, args, { env })).toMatchObject({ status: 149, stdout: '', stderr: '' })
  expect(readdirSync(temporary)).toEqual([])
  expect(readdirSync(folder)).toEqual(['a.md'])
})

test('what an export that was killed has left goes with the next', async () => {
  const [folder, temporary] = [makeFolder({ 'a.md': deck, 'b.md': '---\ntype: slide\n---\n\n# B\n' }), makeFolder()]
  await runUntil(isAtWork, 'SIGKILL', { folder, temporary, args })
  const left = readdirSync(temporary)
  expect(left.length).toBeGreaterThan(0)
  for (const name of left) {
    expect(name).toMatch(/^hedgerow-run-/)
    utimesSync(path.join(temporary, name), 0, 0)
  }
  expect((await runCommand(folder, ['export', 'b.md', '--single-file'], { env: { TMPDIR: temporary } })).status).toBe(0)
  expect(readdirSync(temporary)).toEqual([])
})
