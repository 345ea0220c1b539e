import { lstatSync, mkdirSync, rmdirSync, rmSync } from 'node:fs'
import { cp } from 'node:fs/promises'
import path from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { filesBelow } from '../files/files-below.ts'
import { readMark, writeMark } from './output-mark.ts'
import { renameOver } from '../files/rename-over.ts'

/** A new site, and the paths of its files. */
interface NewSite {
  readonly staging: string
  readonly files: readonly string[]
  /** Throws where another process writes to the folder. */
  readonly verify: () => void
}

/**
 * Replaces a site file by file, in a folder that cannot be exchanged as a whole: a volume, for example. All files are within it before the
 * first is replaced, so a full disk changes nothing; each file is the old or the new one at every moment, and pages come after what they
 * show. When it is stopped, the folder holds files of both sites, and the next build goes on from there.
 */
export async function moveInto(target: string, { staging, files, verify }: NewSite): Promise<void> {
  const source = path.join(target, path.basename(staging))
  try {
    // Renaming does not lead from one file system to another.
    if (source !== staging) await cp(staging, source, { recursive: true })
    verify()
    const own = new Set([...readMark(target), ...files])
    writeMark(target, [...own].toSorted())
    for (const file of files.toSorted(pagesLast)) {
      verify()
      clearWay(target, file)
      mkdirSync(path.dirname(path.join(target, file)), { recursive: true })
      renameOver(path.join(source, file), path.join(target, file))
      // The lock needs its sign of life.
      await setImmediate()
    }
    const kept = new Set(files)
    for (const file of filesBelow(target)) if (own.has(file) && !kept.has(file)) removeFile(target, file)
    writeMark(target, files.toSorted())
  } finally {
    rmSync(source, { recursive: true, force: true })
  }
}

// The index is the last of all.
function pagesLast(one: string, other: string): number {
  return rank(one) - rank(other) || (one < other ? -1 : 1)
}

function rank(file: string): number {
  if (file === 'index.html') return 2
  return file.endsWith('.html') ? 1 : 0
}

// A file of the old site may have the name of a folder of the new one, and the other way round.
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
      // It holds other files.
      return
    }
  }
}
