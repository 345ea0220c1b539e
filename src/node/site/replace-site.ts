import { spawnSync } from 'node:child_process'
import { lstatSync, mkdirSync, rmdirSync, rmSync } from 'node:fs'
import { cp } from 'node:fs/promises'
import path from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { renameOver } from '../files/write-file.ts'
import { OLD } from './killed-builds.ts'
import { filesBelow, readMark, writeMark } from './write-site.ts'

// The number of renameat2(2), which swaps two names, on Linux.
const RENAMEAT2: Readonly<Record<string, number>> = {
  x64: 316,
  arm64: 276,
  riscv64: 276,
  loong64: 276,
  ppc64: 357,
  s390x: 347,
  arm: 382,
  ia32: 353,
}

/**
 * Swaps two folders in one step, so that each name is a complete folder at every moment. Node has no call for it; on Linux `mv` has one since
 * coreutils 9.5, and Perl can make any system call. Returns false, and changes nothing, if neither works.
 */
export function exchangeFolders(one: string, other: string): boolean {
  if (process.platform !== 'linux') return false
  const number = RENAMEAT2[process.arch]
  return (
    succeeds('mv', ['--exchange', '--no-copy', '--no-target-directory', '--', one, other]) ||
    (number !== undefined &&
      succeeds('perl', ['-e', 'exit(syscall($ARGV[0] + 0, -100, $ARGV[1], -100, $ARGV[2], 2) == 0 ? 0 : 1)', String(number), one, other]))
  )
}

function succeeds(command: string, args: readonly string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0
}

/** A new site beside the old one, or within its folder. */
interface NewSite {
  readonly staging: string
  /** Paths of its files. */
  readonly files: readonly string[]
  /** Path of its only deck, if it was built from a single deck. */
  readonly only?: string | undefined
  /** Throws where another process writes to the folder. */
  readonly verify: () => void
  /** Swaps two folders in one step; false where that cannot be done. */
  readonly exchange: (one: string, other: string) => boolean
}

/** Puts a new site in place of an old one: in one step where the system can do so, else by two renames, else file by file. */
export async function replaceSite(target: string, site: NewSite): Promise<void> {
  if (path.dirname(site.staging) === path.dirname(target)) {
    if (site.exchange(site.staging, target) || swapByRenaming(site.staging, target)) return
  }
  await moveInto(target, site)
}

/** Returns false, and changes nothing, where the old folder cannot be renamed. */
function swapByRenaming(staging: string, target: string): boolean {
  const previous = `${staging}${OLD}`
  try {
    renameOver(target, previous)
  } catch {
    // A volume, or a folder that is in use on Windows.
    return false
  }
  try {
    renameOver(staging, target)
  } catch (cause) {
    renameOver(previous, target)
    throw cause
  }
  return true
}

/**
 * Replaces a site file by file, in a folder that cannot be exchanged as a whole: a volume, for example. All files are in it before the
 * first is replaced, so a full disk changes nothing; each file is the old or the new one at every moment, and pages follow the files they
 * show. If it is stopped, the folder contains files of both sites, and the next build continues from there.
 */
export async function moveInto(target: string, { staging, files, only, verify }: Omit<NewSite, 'exchange'>): Promise<void> {
  const source = path.join(target, path.basename(staging))
  try {
    // A rename cannot cross file systems.
    if (source !== staging) await cp(staging, source, { recursive: true })
    verify()
    const own = new Set([...readMark(target), ...files])
    writeMark(target, [...own].toSorted(), only)
    for (const file of files.toSorted(pagesLast)) {
      verify()
      clearWay(target, file)
      mkdirSync(path.dirname(path.join(target, file)), { recursive: true })
      renameOver(path.join(source, file), path.join(target, file))
      // Lets the lock be refreshed.
      await setImmediate()
    }
    const kept = new Set(files)
    for (const file of filesBelow(target)) if (own.has(file) && !kept.has(file)) removeFile(target, file)
    writeMark(target, files.toSorted(), only)
  } finally {
    rmSync(source, { recursive: true, force: true })
  }
}

// The index comes last.
function pagesLast(one: string, other: string): number {
  return rank(one) - rank(other) || (one < other ? -1 : 1)
}

function rank(file: string): number {
  if (file === 'index.html') return 2
  return file.endsWith('.html') ? 1 : 0
}

// A file of the old site may have the name of a folder of the new one, or vice versa.
function clearWay(target: string, file: string): void {
  const parts = file.split('/')
  for (const [index] of parts.entries()) {
    const way = path.join(target, ...parts.slice(0, index + 1))
    const facts = lstatSync(way, { throwIfNoEntry: false })
    if (!facts) return
    if (facts.isDirectory() === index < parts.length - 1) continue
    rmSync(way, { recursive: true })
    return
  }
}

function removeFile(target: string, file: string): void {
  rmSync(path.join(target, file), { force: true })
  for (let folder = path.dirname(file); folder !== '.'; folder = path.dirname(folder)) {
    try {
      rmdirSync(path.join(target, folder))
    } catch {
      // It contains other files.
      return
    }
  }
}
