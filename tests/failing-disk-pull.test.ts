import { chmodSync, cpSync, existsSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { BASE_FOLDER } from '../src/core/pads/pads-lock.ts'
import { LOCK_FILE } from '../src/node/site/folder-lock.ts'
import { withFailure } from './support/failing-files.ts'
import { makeFolder } from './support/make-folder.ts'
import { openPadServer } from './support/pad-server.ts'
import { pullInto } from './support/pull-into.ts'

const PNG = Buffer.from('\x89PNG\r\n\x1a\n, and more', 'latin1')

async function open() {
  const server = await openPadServer()
  onTestFinished(() => server.close())
  const upload = server.addUpload(PNG)
  const name = upload.replace(/^.*\//, '')
  server.addPad({ alias: 'call', text: `# One\n\n![](${upload})\n` })
  const folder = makeFolder()
  const deckOf = (root: string) => (existsSync(path.join(root, 'call.md')) ? readFileSync(path.join(root, 'call.md'), 'utf8') : undefined)
  return { server, folder, name, deckOf, call: `${server.root}call` }
}

test.each(['open', 'write', 'rename', 'unlink', 'fsync'] as const)(
  'whatever call fails (%s), a pull leaves each deck as it was or complete, and the next one goes on',
  { timeout: 300_000 },
  async (kind) => {
    const { server, folder, name, deckOf, call } = await open()
    const [one, two] = [`# One\n\n![](${name})\n`, `# Two\n\n![](${name})\n`]
    const pulled = path.join(path.dirname(folder), 'pulled')
    expect((await pullInto(folder, [call, '--as', 'call'])).status).toBe(0)
    cpSync(folder, pulled, { recursive: true })
    for (const from of ['', pulled]) {
      server.editPad('call', (text) => (from === '' ? text.replace('Two', 'One') : text.replace('One', 'Two')))
      const fresh = from === '' ? one : two
      for (let nth = 1; ; nth += 1) {
        rmSync(folder, { recursive: true })
        if (from !== '') cpSync(from, folder, { recursive: true })
        const { result, calls } = await withFailure({ kind, nth, code: 'ENOSPC', below: folder }, () =>
          pullInto(folder, [call, '--as', 'call']),
        )
        if (calls.failed === undefined) break
        const what = `${kind} ${nth} ${path.relative(folder, calls.failed)}`
        expect([from === '' ? undefined : one, fresh], what).toContain(deckOf(folder))
        if (deckOf(folder) === fresh) expect(existsSync(path.join(folder, name)), what).toBe(true)
        // A failure may only be silent where all was done.
        if (!(result instanceof Error) && result.status === 0) expect(deckOf(folder), what).toBe(fresh)
        expect(result instanceof Error ? String(result) : result.stderr, what).not.toContain('bug in Hedgerow')
        // A lock of a process that has ended is taken away at once; here that process is this one.
        rmSync(path.join(folder, BASE_FOLDER, LOCK_FILE), { force: true })
        expect((await pullInto(folder, [call, '--as', 'call'])).status, what).toBe(0)
        expect(deckOf(folder), what).toBe(fresh)
      }
    }
  },
)

test.skipIf(process.getuid?.() === 0)('a folder that is read-only is said, and stays as it is', async () => {
  const { folder, call } = await open()
  chmodSync(folder, 0o555)
  const ran = await pullInto(folder, [call, '--as', 'call'])
  chmodSync(folder, 0o755)
  expect(ran).toMatchObject({ status: 1, lines: [expect.stringContaining('permission denied')] })
  expect(await pullInto(folder, [call, '--dry-run'])).toMatchObject({ status: 0 })
})
