import { chmodSync, existsSync, linkSync, lstatSync, mkdirSync, realpathSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { BASE_FOLDER } from '../../core/pads/pads-lock.ts'
import { isInside } from '../files/paths.ts'
import { LARGEST_TEXT, readInside } from '../files/read-file.ts'
import { MachineFault, reasonOf } from '../files/system-errors.ts'
import { createFile, renameOver } from '../files/write-file.ts'

// In the hidden folder, so that what a killed pull leaves is in nobody's way; the next one overwrites it.
const DRAFT = `${BASE_FOLDER}/draft.tmp`

/** Whether there is a file, a folder or a link of that name. */
export function isTaken(root: string, file: string): boolean {
  return lstatSync(path.join(root, file), { throwIfNoEntry: false }) !== undefined
}

/** Writes a file that is not there yet, whole or not at all; false if there is one now. Throws `MachineFault`. */
export function writeNew(root: string, file: string, content: string | Uint8Array): boolean {
  return writing(file, () => {
    const target = targetIn(root, file)
    const draft = writeDraft(root, content)
    const isLinked = linkNew(draft, target)
    if (isLinked !== undefined) {
      // It is overwritten by the next draft if it cannot be removed.
      removeQuietly(draft)
      return isLinked
    }
    if (existsSync(target)) return false
    renameOver(draft, target)
    return true
  })
}

// Undefined on file systems without hard links.
function linkNew(draft: string, target: string): boolean | undefined {
  try {
    linkSync(draft, target)
    return true
  } catch (cause) {
    return codeOf(cause) === 'EEXIST' ? false : undefined
  }
}

function removeQuietly(draft: string): void {
  try {
    rmSync(draft, { force: true })
  } catch {
    // In the hidden folder, it is in nobody's way.
  }
}

/** Writes a deck anew, whole or not at all; false if it is no longer `before`. Throws `MachineFault`. */
export function replaceDeck(root: string, file: string, { before, after }: { readonly before: string; readonly after: string }): boolean {
  return writing(file, () => {
    const target = realpathSync(targetIn(root, file))
    const { mode } = statSync(target)
    // A read-only file stays as it is.
    if ((mode & 0o200) === 0) throw Object.assign(new Error('permission denied'), { code: 'EACCES' })
    const draft = writeDraft(root, after)
    chmodSync(draft, mode & 0o7777)
    if (readInside(root, file, LARGEST_TEXT).toString('utf8') !== before) {
      rmSync(draft)
      return false
    }
    renameOver(draft, target)
    return true
  })
}

/** Writes a file of our own, whole or not at all. Throws `MachineFault`. */
export function writeOwn(root: string, file: string, content: string): void {
  writing(file, () => {
    const target = targetIn(root, file)
    renameOver(writeDraft(root, content), target)
  })
}

function writeDraft(root: string, content: string | Uint8Array): string {
  const draft = path.join(root, DRAFT)
  mkdirSync(path.dirname(draft), { recursive: true })
  rmSync(draft, { force: true })
  createFile(draft, content)
  return draft
}

// The path of a file whose folder exists afterwards. No link on the way may lead out of the folder of decks.
function targetIn(root: string, file: string): string {
  const target = path.join(root, file)
  let folder = path.dirname(target)
  while (!existsSync(folder)) folder = path.dirname(folder)
  if (!isInside(realpathSync.native(root), realpathSync.native(folder)))
    throw new MachineFault(`${file} cannot be written: a link leads out of the folder`)
  mkdirSync(path.dirname(target), { recursive: true })
  return target
}

function writing<T>(file: string, work: () => T): T {
  try {
    return work()
  } catch (cause) {
    if (cause instanceof MachineFault || codeOf(cause) === undefined) throw cause
    throw new MachineFault(`${file} cannot be written: ${reasonOf(cause)}`, { cause })
  }
}

function codeOf(cause: unknown): string | undefined {
  return cause instanceof Error && 'code' in cause ? String(cause.code) : undefined
}
