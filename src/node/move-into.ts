import { cpSync, lstatSync, mkdirSync, rmdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { filesBelow } from './files-below.ts'
import { readMark, writeMark } from './output-mark.ts'
import { renameOver } from './rename-over.ts'

/** A new site, and the paths of its files. */
interface NewSite {
  readonly staging: string
  readonly files: readonly string[]
}

/**
 * Replaces a site file by file, in a folder that cannot be exchanged as a whole: a volume, for example. All files are within it before the
 * first is replaced, so a full disk changes nothing; each file is the old or the new one at every moment, and pages come after what they
 * show. When it is stopped, the folder holds files of both sites, and the next build goes on from there.
 */
export function moveInto(target: string, { staging, files }: NewSite): void {
  const source = path.dirname(staging) === target ? staging : copyInto(target, staging)
  const own = new Set([...readMark(target), ...files])
  writeMark(target, [...own].toSorted())
  for (const file of files.toSorted(pagesLast)) {
    clearWay(target, file)
    mkdirSync(path.dirname(path.join(target, file)), { recursive: true })
    renameOver(path.join(source, file), path.join(target, file))
  }
  const kept = new Set(files)
  for (const file of filesBelow(target)) if (own.has(file) && !kept.has(file)) removeFile(target, file)
  writeMark(target, files.toSorted())
  rmSync(source, { recursive: true, force: true })
}

// Renaming does not lead from one file system to another.
function copyInto(target: string, staging: string): string {
  const copy = path.join(target, path.basename(staging))
  try {
    cpSync(staging, copy, { recursive: true })
  } catch (cause) {
    rmSync(copy, { recursive: true, force: true })
    throw cause
  }
  return copy
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
