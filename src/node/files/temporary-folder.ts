import { existsSync, lstatSync, mkdtempSync, readdirSync, rmSync, utimesSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { MachineFault } from './machine-fault.ts'
import { reasonOf } from './reason-of.ts'

/** A folder that goes away with what it was made for, or with the process. */
export interface TemporaryFolder {
  readonly path: string
  readonly remove: () => void
}

const PREFIX = 'hedgerow-run-'
// In milliseconds. A process number says nothing across containers, so whoever uses a folder says so by its time: one whose time is this old
// was left by a run that was killed.
const SIGN_OF_LIFE = 20_000
const ABANDONED = 600_000

/** Makes a folder among the temporary ones, and takes away those of runs that were killed. Throws `MachineFault`, with the way out, where none can be made. */
export function openTemporaryFolder(): TemporaryFolder {
  const home = os.tmpdir()
  removeAbandoned(home)
  const folder = makeIn(home)
  const timer = setInterval(() => signOfLife(folder), SIGN_OF_LIFE).unref()
  const atEnd = () => {
    // Whoever has asked later may still write to the folder: playwright ends the browser that it has started in it.
    const listeners = process.listeners('exit')
    for (const later of listeners.slice(listeners.indexOf(atEnd) + 1)) later.call(process, Number(process.exitCode ?? 0))
    return removeFolder(folder)
  }
  process.on('exit', atEnd)
  return {
    path: folder,
    remove() {
      clearInterval(timer)
      // A browser that ends may still be writing: then it goes when the process ends.
      if (removeFolder(folder)) process.off('exit', atEnd)
    },
  }
}

/** Lets something work with a temporary folder. */
export async function withTemporaryFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const { path: folder, remove } = openTemporaryFolder()
  try {
    return await work(folder)
  } finally {
    remove()
  }
}

function makeIn(home: string): string {
  try {
    return mkdtempSync(path.join(home, PREFIX))
  } catch (cause) {
    // Without the cause, which would bring a way out of its own.
    throw new MachineFault(`no temporary folder can be made in ${home}: ${reasonOf(cause)}; name another folder in the variable TMPDIR`)
  }
}

function signOfLife(folder: string): void {
  const now = new Date()
  try {
    utimesSync(folder, now, now)
  } catch {
    // Somebody has taken it away; whoever works in it will notice.
  }
}

function removeAbandoned(home: string): void {
  const own = process.getuid?.()
  for (const name of namesIn(home)) {
    const folder = path.join(home, name)
    const facts = lstatSync(folder, { throwIfNoEntry: false })
    // Nobody else can put anything into a folder of ours, so there is no link in it to follow.
    if (!facts?.isDirectory() || (own !== undefined && facts.uid !== own)) continue
    if (Date.now() - facts.mtimeMs > ABANDONED) removeFolder(folder)
  }
}

function namesIn(home: string): string[] {
  try {
    return readdirSync(home).filter((name) => name.startsWith(PREFIX))
  } catch {
    // Making a folder says what is wrong.
    return []
  }
}

function removeFolder(folder: string): boolean {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 20 })
    return !existsSync(folder)
  } catch {
    // A later run takes it away.
    return false
  }
}
