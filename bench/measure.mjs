import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'

/** Runs a program once and gives the CPU seconds of it and its children, and the memory of the largest of these processes. */
export function measure({ command, prepare, mayFail }, { root, out, decks, env = process.env, keepsOut = false }) {
  if (!keepsOut) rmSync(out, { recursive: true, force: true })
  prepare?.()
  const times = `${out}.times`
  const [time, ...line] = ['time', '--quiet', '--output', times, '--format', '%U %S %M', ...command(root, out)]
  const run = spawnSync(time, line, { cwd: path.dirname(root), env, stdio: ['ignore', 'pipe', 'pipe'], encoding: 'utf8', maxBuffer: 1e9 })
  if (run.error?.code === 'ENOENT') throw new Error('GNU time is needed: apt-get install time')
  if (run.error) throw run.error
  const fine = run.status === 0 || (mayFail && run.status === 1)
  const built = fine ? pagesBelow(out) : 0
  if (built < decks)
    throw new Error(`${line.slice(5).join(' ')}\nended with ${run.status}, ${built} pages of ${decks} decks\n${run.stderr.slice(-2000)}`)
  const [user, system, kilobytes] = readFileSync(times, 'utf8').trim().split(' ').map(Number)
  return { cpu: user + system, memory: kilobytes / 1024 }
}

function pagesBelow(folder) {
  if (!existsSync(folder)) return 0
  return readdirSync(folder, { recursive: true }).filter((file) => file.endsWith('.html')).length
}
