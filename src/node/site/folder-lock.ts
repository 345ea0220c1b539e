import { randomUUID } from 'node:crypto'
import {
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { hostname, networkInterfaces } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { MachineFault } from '../files/system-errors.ts'

/** Who writes to a folder. */
export interface LockHolder {
  readonly token: string
  readonly pid: number
  /** The host, and the process namespace in which `pid` means something. */
  readonly machine: string
  /** ISO 8601. */
  readonly since: string
}

/** The right to write to a folder, which one process at a time has. */
export interface FolderLock {
  /** Puts the lock into a folder that is about to take the place of the locked one. */
  readonly copyTo: (folder: string) => void
  /** Throws `MachineFault` where another process has taken the folder over. */
  readonly verify: () => void
  readonly release: () => void
}

export interface LockOptions {
  /** Called before each try: the folder exists afterwards, unless another process is just exchanging it. */
  readonly prepare?: () => Promise<void>
  /** Called once where another process has the lock and is waited for. */
  readonly onWait?: (holder: LockHolder) => void
  /** Milliseconds between two signs of life, and without one until a lock counts as left behind. */
  readonly beat?: number
  readonly stale?: number
}

export const LOCK_FILE = '.hedgerow.lock'

/**
 * Locks a folder, and waits as long as another process has it. A process number means nothing in another
 * container or on another host, so the holder touches its lock every two seconds; one that stays untouched for thirty, by the clock of the
 * waiting process, was left behind by a killed one. On the same machine that is known at once. Throws where the folder cannot be written.
 */
export async function lockFolder(folder: string, { prepare, onWait, beat = 2000, stale = 30_000 }: LockOptions = {}): Promise<FolderLock> {
  const file = path.join(folder, LOCK_FILE)
  const own: LockHolder = { token: randomUUID(), pid: process.pid, machine: thisMachine(), since: new Date().toISOString() }
  const text = JSON.stringify(own)
  let seen = { sign: '', at: 0 }
  let hasToldOf = ''
  await prepare?.()
  while (!create(file, text)) {
    const sign = signOf(file)
    if (sign !== seen.sign) seen = { sign, at: performance.now() }
    const holder = readHolder(file)
    if (hasEnded(holder) || performance.now() - seen.at > stale) takeAway(file, holder?.token)
    else if (holder && holder.token !== hasToldOf) {
      onWait?.(holder)
      hasToldOf = holder.token
    }
    await pause(existsSync(file) ? Math.min(500, beat) : 10)
    await prepare?.()
  }
  const isOurs = () => existsSync(file) && readFileSync(file, 'utf8') === text
  const timer = setInterval(() => {
    try {
      if (isOurs()) utimesSync(file, new Date(), new Date())
    } catch {
      // `verify` reports it before anything is put in place.
    }
  }, beat).unref()
  return {
    copyTo: (other) => writeFileSync(path.join(other, LOCK_FILE), text),
    verify() {
      if (!isOurs()) throw new MachineFault(`another process has taken ${folder} over; run the command again when it is done`)
    },
    release() {
      clearInterval(timer)
      try {
        if (isOurs()) rmSync(file, { force: true })
      } catch {
        // The next process sees that this one has ended.
      }
    },
  }
}

/** Whether the lock in a folder belongs to a process of this machine that has ended. */
export function isLeftBehind(folder: string): boolean {
  return hasEnded(readHolder(path.join(folder, LOCK_FILE)))
}

// False if there is a lock already, or the folder is being exchanged.
function create(file: string, text: string): boolean {
  let handle: number
  try {
    handle = openSync(file, 'wx')
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && (cause.code === 'EEXIST' || cause.code === 'ENOENT')) return false
    throw cause
  }
  try {
    writeFileSync(handle, text)
    return true
  } catch (cause) {
    rmSync(file, { force: true })
    throw cause
  } finally {
    closeSync(handle)
  }
}

// Two waiting processes may both find an abandoned lock: remove only the one that was checked.
function takeAway(file: string, token: string | undefined): void {
  const aside = `${file}-${randomUUID()}`
  try {
    renameSync(file, aside)
  } catch (cause) {
    // Another process was quicker.
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return
    throw cause
  }
  if (readHolder(aside)?.token === token) rmSync(aside, { force: true })
  else renameSync(aside, file)
}

function readHolder(file: string): LockHolder | undefined {
  try {
    const holder = JSON.parse(readFileSync(file, 'utf8')) as LockHolder
    return typeof holder.token === 'string' ? holder : undefined
  } catch {
    return undefined
  }
}

function signOf(file: string): string {
  const facts = statSync(file, { throwIfNoEntry: false })
  return `${facts?.ino} ${facts?.mtimeMs}`
}

function hasEnded(holder: LockHolder | undefined): boolean {
  return holder !== undefined && holder.machine === thisMachine() && holder.pid !== process.pid && !isRunning(holder.pid)
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (cause) {
    // A process of another user.
    return cause instanceof Error && 'code' in cause && cause.code === 'EPERM'
  }
}

// Process numbers mean something within one namespace of one start of one host.
function thisMachine(): string {
  try {
    return [hostname(), readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim(), readlinkSync('/proc/self/ns/pid')].join(' ')
  } catch {
    // Not on Linux: hosts of one name still have network cards of their own.
    const cards = Object.values(networkInterfaces()).flatMap((cards) => (cards ?? []).map(({ mac }) => mac))
    return [hostname(), ...new Set(cards.toSorted())].join(' ')
  }
}
