import { existsSync, lstatSync, mkdtempSync, readdirSync, rmSync, utimesSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { MachineFault, reasonOf } from './system-errors.ts'

/** A folder that is removed after use, or with the process. */
export interface TemporaryFolder {
  readonly path: string
  readonly remove: () => void
}

const PREFIX = 'hedgerow-run-'
// In milliseconds. Process numbers mean nothing across containers, so a folder in use is touched regularly: one that was not touched
// for this long was left by a run that was killed.
const SIGN_OF_LIFE = 20_000
const ABANDONED = 600_000

/** Makes a temporary folder, and removes those of runs that were killed. Throws `MachineFault`, with a suggested fix, if it cannot be made. */
export function openTemporaryFolder(): TemporaryFolder {
  const home = os.tmpdir()
  removeAbandoned(home)
  const folder = makeIn(home)
  const timer = setInterval(() => signOfLife(folder), SIGN_OF_LIFE).unref()
  const atEnd = () => {
    // Later listeners may be those of a browser that still writes to the folder: they end it.
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
    throw new MachineFault(`no temporary folder can be created in ${home}: ${reasonOf(cause)}; set TMPDIR to another folder`)
  }
}

function signOfLife(folder: string): void {
  const now = new Date()
  try {
    utimesSync(folder, now, now)
  } catch {
    // It was removed; code that uses it reports the error.
  }
}

function removeAbandoned(home: string): void {
  const own = process.getuid?.()
  for (const name of namesIn(home)) {
    const folder = path.join(home, name)
    const facts = lstatSync(folder, { throwIfNoEntry: false })
    // Only this user can write to the folder, so there is no foreign link in it to follow.
    if (!facts?.isDirectory() || (own !== undefined && facts.uid !== own)) continue
    if (Date.now() - facts.mtimeMs > ABANDONED) removeFolder(folder)
  }
}

function namesIn(home: string): string[] {
  try {
    return readdirSync(home).filter((name) => name.startsWith(PREFIX))
  } catch {
    // Making a folder reports what is wrong.
    return []
  }
}

function removeFolder(folder: string): boolean {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 20 })
    return !existsSync(folder)
  } catch {
    // A later run removes it.
    return false
  }
}
