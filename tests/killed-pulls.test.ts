import { spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { makeFolder } from './support/make-folder.ts'
import { openPadServer } from './support/pad-server.ts'
import { command, runCommand } from './support/run-command.ts'

// Set HEDGEROW_KILLS to try more.
const MOMENTS = Number(process.env['HEDGEROW_KILLS'] ?? 8)
const PNG = (text: string) => Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.from(text.repeat(20_000))])

test(`a pull that is killed at any of ${MOMENTS} moments leaves each deck as it was or complete`, { timeout: 900_000 }, async () => {
  const server = await openPadServer()
  onTestFinished(() => server.close())
  const pictures = Array.from({ length: 4 }, (_, n) => server.addUpload(PNG(`picture ${n}`)))
  const text = (version: number, deck: number) =>
    `---\ntitle: Deck ${deck}\ntype: slide\n---\n\n# Version ${version}\n\n---\n\n![](${pictures[deck]})\n\n---\n\n# End\n`
  const home = (version: number, deck: number) =>
    text(version, deck).replace(pictures[deck] ?? '', (pictures[deck] ?? '').replace(/^.*\//, ''))
  const pads = [0, 1, 2, 3]
  for (const deck of pads) server.addPad({ alias: `deck-${deck}`, text: text(0, deck) })
  const addresses = pads.map((deck) => `${server.root}deck-${deck}`)
  const folder = makeFolder()
  const holder = path.dirname(folder)

  // From the first request on, since a process needs a while to start.
  const kill = (after: number) =>
    new Promise<void>((resolve) => {
      server.requests.length = 0
      const child = spawn(process.execPath, [command, 'pull', ...addresses], { cwd: holder, stdio: 'ignore' })
      const timer = setInterval(() => {
        if (server.requests.length === 0) return
        clearInterval(timer)
        setTimeout(() => child.kill('SIGKILL'), after)
      }, 2)
      child.on('close', () => {
        clearInterval(timer)
        resolve()
      })
    })
  const duration = async () => {
    server.requests.length = 0
    const started = performance.now()
    await runCommand(holder, ['pull', ...addresses])
    return performance.now() - started
  }
  const longest = Math.max(200, (await duration()) / 2)
  rmSync(folder, { recursive: true })
  const seen = { before: 0, after: 0 }
  for (let moment = 0; moment < MOMENTS; moment += 1) {
    const version = moment + 1
    if (moment % 4 === 0) rmSync(folder, { recursive: true, force: true })
    const before = pads.map((deck) => (existsSync(path.join(folder, `deck-${deck}.md`)) ? home(version - 1, deck) : undefined))
    for (const deck of pads) server.editPad(`deck-${deck}`, text(version, deck))
    await kill(longest * ((moment * 0.618) % 1))
    for (const deck of pads) {
      const file = path.join(folder, `deck-${deck}.md`)
      const now = existsSync(file) ? readFileSync(file, 'utf8') : undefined
      expect([before[deck], home(version, deck)], `deck ${deck} at moment ${moment}`).toContain(now)
      seen[now === home(version, deck) ? 'after' : 'before'] += 1
      if (now !== undefined) expect(existsSync(path.join(folder, (pictures[deck] ?? '').replace(/^.*\//, '')))).toBe(true)
    }
    const repaired = await runCommand(holder, ['pull', ...addresses])
    expect(repaired.status, repaired.stderr).toBe(0)
    expect(repaired.stderr).not.toContain('merged')
    for (const deck of pads) expect(readFileSync(path.join(folder, `deck-${deck}.md`), 'utf8')).toBe(home(version, deck))
    const names = [
      ...pads.map((deck) => `deck-${deck}.md`),
      ...pictures.map((address) => address.replace(/^.*\//, '')),
      '.pads',
      'pads.lock.yaml',
    ]
    expect(readdirSync(folder).toSorted()).toEqual(names.toSorted())
    expect(readdirSync(path.join(folder, '.pads')).toSorted()).toEqual(pads.map((deck) => `deck-${deck}.md`))
  }
  if (MOMENTS >= 100) expect(Math.min(seen.before, seen.after)).toBeGreaterThan(0)
})
