import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { filesBelow } from '../src/node/site/write-site.ts'
import { LOCK_FILE } from '../src/node/site/folder-lock.ts'
import { makeFolder, writeFiles } from './support/make-folder.ts'

// The compiled command, as people run it: `npm test` compiles it first.
const command = fileURLToPath(new URL('../lib/cli/main.js', import.meta.url))
// Set HEDGEROW_KILLS to try more.
const MOMENTS = Number(process.env['HEDGEROW_KILLS'] ?? 50)

/** Builds, and kills the build after some milliseconds. Returns how long it ran. */
function build(folder: string, killAfter?: number): Promise<number> {
  const started = performance.now()
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [command, 'build', 'talks'], { cwd: folder, stdio: 'ignore' })
    if (killAfter !== undefined) setTimeout(() => child.kill('SIGKILL'), killAfter)
    child.on('close', () => resolve(performance.now() - started))
  })
}

function stateOf(folder: string): string {
  const hash = createHash('sha256')
  const files = filesBelow(path.join(folder, 'dist')).filter((file) => file !== LOCK_FILE)
  for (const file of files.toSorted()) hash.update(`${file}\0`).update(readFileSync(path.join(folder, 'dist', file)))
  return hash.digest('hex')
}

const decks = (title: string) =>
  Object.fromEntries(
    Array.from({ length: 12 }, (_, n) => [`talks/${title}${n}.md`, `---\ntype: slide\n---\n\n# ${title} ${n}\n\n---\n\n- a\n- b\n`]),
  )

test(`a build that is killed at any of ${MOMENTS} moments leaves the old site or the new one`, { timeout: 900_000 }, async () => {
  const folder = makeFolder()
  writeFiles(folder, decks('old'))
  await build(folder)
  const old = stateOf(folder)
  writeFiles(folder, decks('new'))
  const duration = await build(folder)
  const fresh = stateOf(folder)
  const seen = new Map([
    [old, 0],
    [fresh, 0],
  ])
  for (let moment = 0; moment < MOMENTS; moment += 1) {
    await build(folder, (duration * 1.1 * moment) / MOMENTS)
    const state = stateOf(folder)
    expect([...seen.keys()], `killed at ${moment} of ${MOMENTS}`).toContain(state)
    seen.set(state, (seen.get(state) ?? 0) + 1)
  }
  await build(folder)
  expect(stateOf(folder)).toBe(fresh)
  expect(readdirSync(folder).toSorted()).toEqual(['dist', 'talks'])
  expect(readdirSync(path.join(folder, 'dist'))).not.toContain(LOCK_FILE)
})
