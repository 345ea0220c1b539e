import { linkSync, lstatSync, mkdirSync, realpathSync, renameSync, rmSync } from 'node:fs'
import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { isInside } from '../files/paths.ts'
import { MachineFault, reasonOf } from '../files/system-errors.ts'
import { createFile } from '../files/write-file.ts'
import { spellingOf } from './read-repository.ts'

/** What is at a place where a file is to be written, in the words of a message; `undefined` if nothing is. Links count, also broken ones. */
export function obstacleAt(root: string, file: string): string | undefined {
  const parts = file.split('/')
  for (const [index, part] of parts.entries()) {
    const folder = path.join(root, ...parts.slice(0, index))
    const name = spellingOf(folder, part)
    if (name === undefined) return undefined
    const isLast = index === parts.length - 1
    const facts = lstatSync(path.join(folder, name), { throwIfNoEntry: false })
    const shown = [...parts.slice(0, index), name].join('/')
    if (isLast) return shown === file ? 'it exists' : `${shown} exists`
    if (name !== part) return `${shown} exists`
    if (facts?.isSymbolicLink()) return `${shown} is a link`
    if (facts && !facts.isDirectory()) return `${shown} is not a folder`
  }
  return undefined
}

/** Writes a file that is missing, whole or not at all; false if there is something by now. Throws `MachineFault`. */
export function writeMissing(root: string, file: string, text: string): boolean {
  if (obstacleAt(root, file) !== undefined) return false
  const target = path.join(root, ...file.split('/'))
  const draft = path.join(path.dirname(target), `.hedgerow-${randomUUID()}.tmp`)
  try {
    mkdirSync(path.dirname(target), { recursive: true })
    if (!isInside(realpathSync(root), realpathSync(path.dirname(target)))) return false
    createFile(draft, text)
    return putInPlace(draft, target)
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause)) throw cause
    throw new MachineFault(`${file} cannot be written: ${reasonOf(cause)}`, { cause })
  } finally {
    rmSync(draft, { force: true })
  }
}

// A link is made only where nothing is. Some file systems have no links.
function putInPlace(draft: string, target: string): boolean {
  try {
    linkSync(draft, target)
    return true
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'EEXIST') return false
    if (lstatSync(target, { throwIfNoEntry: false })) return false
    renameSync(draft, target)
    return true
  }
}
