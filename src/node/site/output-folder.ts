import { randomUUID } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, realpathSync, rmdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { OUTPUT_MARK } from '../content/discover.ts'
import { exchangeFolders, replaceSite } from './replace-site.ts'
import { filesBelow, readMark, readOnlyDeck, verifyFiles, writeMark } from './write-site.ts'
import { isInside, resolveTarget } from '../files/paths.ts'
import { cleanUp, isTemporary, OLD, putBack, remove, stagingPrefix } from './killed-builds.ts'
import { type FolderLock, lockFolder, type LockOptions } from './folder-lock.ts'
import { isMachineFault, MachineFault, onMachine, reasonOf } from '../files/system-errors.ts'
import { isSystemFile } from '../files/system-files.ts'

/** An output folder that is written next to its target and replaces it in one step. */
export interface OutputFolder {
  /** The folder to write to until then. */
  readonly staging: string
  /** The folder itself, with the old site, if there is one. */
  readonly target: string
  /** Paths of the files that the last build wrote. */
  readonly before: readonly string[]
  /**
   * Replaces the old site by the new one; `files` are its paths, with their sizes in bytes. Throws `MachineFault`
   * if other files were written, or the folder cannot be replaced. Returns the path of the old site if that could not be
   * removed.
   */
  readonly commit: (files: ReadonlyMap<string, number>) => Promise<string | undefined>
  /** Removes what has been written; the old site stays. */
  readonly discard: () => void
}

/** An output folder that must not be written to; the message says why and what to do. */
export class OutputRefused extends Error {}

export interface OutputOptions extends LockOptions {
  /** Swaps two folders in one step; false where that cannot be done. */
  readonly exchange?: (one: string, other: string) => boolean
  /** Path of the only deck of the new site, if that is built from a single deck. */
  readonly only?: string | undefined
}

/**
 * Opens the folder of a site for a build, after waiting for another build that writes to it. Throws `OutputRefused` if it contains anything
 * that Hedgerow did not write, if replacing it would remove the decks, or other pages than those of the only deck, or if it cannot be written.
 */
export async function openOutput(out: string, root: string, options: OutputOptions = {}): Promise<OutputFolder> {
  try {
    return await open(out, root, options)
  } catch (cause) {
    if (cause instanceof OutputRefused || !(cause instanceof Error && 'code' in cause)) throw cause
    if (isMachineFault(cause)) throw new MachineFault(`${out} cannot be written: ${reasonOf(cause)}`, { cause })
    throw new OutputRefused(`${out} cannot be written: ${reasonOf(cause)}; choose another folder with --out`)
  }
}

async function open(out: string, root: string, { exchange = exchangeFolders, only, ...options }: OutputOptions): Promise<OutputFolder> {
  const target = resolveTarget(out)
  const source = realpathSync.native(root)
  if (isInside(target, source)) throw new OutputRefused(`"${out}" contains the decks; choose another folder with --out`)
  const isNew = !(await putBack(target))
  const refuse = () => {
    refuseForeign(target, out)
    if (only !== undefined) refuseOthers(target, out, only)
  }
  refuse()
  const prepare = async () => {
    if (!(await putBack(target))) mkdirSync(target, { recursive: true })
  }
  const lock = await lockFolder(target, { ...options, prepare })
  try {
    // Another build may have written to it meanwhile.
    refuse()
    const staging = openStaging(target)
    return { staging, target, before: readMark(target), ...endings({ target, staging, lock, isNew, exchange, only }) }
  } catch (cause) {
    leave(target, lock, isNew)
    throw cause
  }
}

interface Opened {
  readonly target: string
  readonly staging: string
  readonly lock: FolderLock
  /** The folder was not there before. */
  readonly isNew: boolean
  readonly exchange: NonNullable<OutputOptions['exchange']>
  readonly only: OutputOptions['only']
}

function endings({ target, staging, lock, isNew, exchange, only }: Opened): Pick<OutputFolder, 'commit' | 'discard'> {
  return {
    async commit(files) {
      await onMachine(`the site in ${target} cannot be replaced`, async () => {
        lock.verify()
        verifyFiles(staging, files)
        writeMark(staging, [...files.keys()].toSorted(), only)
        lock.copyTo(staging)
        await replaceSite(target, { staging, files: [...files.keys()], only, verify: lock.verify, exchange })
      })
      lock.release()
      return [staging, `${staging}${OLD}`].find((left) => !remove(left))
    },
    discard() {
      remove(staging)
      leave(target, lock, isNew)
    },
  }
}

function leave(target: string, lock: FolderLock, isNew: boolean): void {
  lock.release()
  try {
    if (isNew) rmdirSync(target)
  } catch {
    // Something has been put there meanwhile.
  }
}

// Beside the folder, where it can be exchanged with it; within it where it is a volume, or what it is in belongs to others.
function openStaging(target: string): string {
  const beside = path.join(path.dirname(target), stagingPrefix(target))
  const within = path.join(target, stagingPrefix(target))
  cleanUp(target)
  const isVolume = statSync(path.dirname(target)).dev !== statSync(target).dev
  const [first, ...others] = isVolume ? [within] : [beside, within]
  try {
    return makeFolder(`${first}${randomUUID()}`)
  } catch (cause) {
    const [second] = others
    if (second === undefined) throw cause
    return makeFolder(`${second}${randomUUID()}`)
  }
}

function makeFolder(name: string): string {
  mkdirSync(name)
  try {
    // A server that is another user reads it.
    chmodSync(name, 0o755)
    // No build takes it for a folder of decks.
    writeMark(name, [])
    return name
  } catch (cause) {
    remove(name)
    throw cause
  }
}

function refuseForeign(target: string, out: string): void {
  if (!existsSync(target)) return
  if (!statSync(target).isDirectory()) throw new OutputRefused(`${out} is a file; choose another folder with --out`)
  const own = new Set([OUTPUT_MARK, ...readMark(target)])
  const foreign = filesBelow(target).find((file) => !own.has(file) && !isTemporary(file, target) && !file.split('/').some(isSystemFile))
  if (foreign === undefined) return
  throw new OutputRefused(`"${out}" contains ${foreign}, which Hedgerow did not create; move it, or choose another folder with --out`)
}

// A site of one deck replaces nothing but an earlier one of the same deck.
function refuseOthers(target: string, out: string, only: string): void {
  if (!existsSync(target) || readMark(target).length === 0 || readOnlyDeck(target) === only) return
  throw new OutputRefused(`"${out}" contains a site with other decks, which would be removed; choose another folder with --out`)
}
