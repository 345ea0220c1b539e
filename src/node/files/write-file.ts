import { randomUUID } from 'node:crypto'
import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { LARGEST_TEXT, readInside } from './read-file.ts'
import { sha256 } from './sha256.ts'

/** Writes a file atomically, in a folder that need not exist. Throws if it cannot be written. */
export function writeWhole(file: string, content: string | Uint8Array): void {
  mkdirSync(path.dirname(file), { recursive: true })
  const draft = `${file}.${randomUUID()}.tmp`
  try {
    writeFileSync(draft, content, { flag: 'wx' })
    renameOver(draft, file)
  } catch (cause) {
    rmSync(draft, { force: true })
    throw cause
  }
}

/** Creates a file whose content is on the disk afterwards, or no file. Throws where there is one of that name, or it cannot be written. */
export function createFile(file: string, content: string | Uint8Array): void {
  const handle = openSync(file, 'wx')
  try {
    writeFileSync(handle, content)
    fsyncSync(handle)
  } catch (cause) {
    rmSync(file, { force: true })
    throw cause
  } finally {
    closeSync(handle)
  }
}

// In milliseconds. A draft exists for a moment; an older one was left by a killed process.
const ABANDONED = 60_000

/** The whole content of a file, as it was read and as it will be. */
interface Replacement {
  readonly before: string | Uint8Array
  readonly after: string | Uint8Array
}

/**
 * Writes a file of a folder anew, with the owner and the permissions that it had; what a link leads to, not the link. Its author may save it
 * meanwhile: false, and nothing is written, where it is no longer byte for byte `before`. Throws where it cannot be written.
 */
export function replaceFile(root: string, file: string, { before, after }: Replacement): boolean {
  const target = realpathSync(path.join(root, file))
  // A read-only file must stay, even if its folder would let us replace it.
  accessSync(target, constants.W_OK)
  const draft = draftOf(target)
  const handle = openDraft(draft)
  try {
    try {
      takeOver(handle, statSync(target))
      writeFileSync(handle, after)
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
    const read = Buffer.from(before)
    if (!readInside(root, file, Math.max(LARGEST_TEXT, read.length)).equals(read)) {
      rmSync(draft)
      return false
    }
    renameOver(draft, target)
    return true
  } catch (cause) {
    rmSync(draft, { force: true })
    throw cause
  }
}

// Next to the file, since a rename cannot cross disks; always the same name, so that a leftover draft is found; short for any file name.
function draftOf(target: string): string {
  const name = sha256(path.basename(target)).slice(0, 16)
  return path.join(path.dirname(target), `.hedgerow-${name}.draft`)
}

function openDraft(draft: string): number {
  const found = lstatSync(draft, { throwIfNoEntry: false })
  if (found && Date.now() - found.mtimeMs > ABANDONED) rmSync(draft)
  else if (found) throw new Error('another Hedgerow is writing it; try again')
  return openSync(draft, 'wx')
}

// By the handle, since the umask restricts the mode that a file is opened with.
function takeOver(handle: number, { mode, uid, gid }: Stats): void {
  const own = fstatSync(handle)
  if (own.gid !== gid) fchownSync(handle, own.uid, gid)
  try {
    if (own.uid !== uid) fchownSync(handle, uid, gid)
  } catch {
    // Only root can change the owner. The group stays, so the same users can read and write the file.
  }
  fchmodSync(handle, mode & 0o7777)
}

const TRIES = 20
// In milliseconds. A virus scanner or search index releases a new file within a moment.
const PAUSE = 25
const HELD: ReadonlySet<unknown> = new Set(['EPERM', 'EACCES', 'EBUSY'])

/** Renames a file or folder over what is there. Windows refuses that while another program has it open: it is tried again for a moment. */
export function renameOver(from: string, to: string, { rename = renameSync, platform = process.platform as string } = {}): void {
  for (let tries = 1; ; tries += 1) {
    try {
      rename(from, to)
      return
    } catch (cause) {
      if (platform !== 'win32' || tries === TRIES || !(cause instanceof Error && 'code' in cause && HELD.has(cause.code))) throw cause
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE)
    }
  }
}
