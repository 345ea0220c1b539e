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

/** Writes a file, whole or not at all, in a folder that need not exist. Throws where it cannot be written. */
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

// In milliseconds. A draft exists for an instant; one of this age was left behind.
const ABANDONED = 60_000

/**
 * Writes a file of a folder anew, with the owner and the permissions that it had; what a link leads to, not the link. Its author may save it
 * meanwhile: false, and nothing is written, where it is no longer byte for byte `before`. Throws where it cannot be written.
 */
export function replaceFile(root: string, file: string, { before, after }: { readonly before: string; readonly after: string }): boolean {
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
    if (!readInside(root, file, LARGEST_TEXT).equals(Buffer.from(before))) {
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

// Beside the file, since a rename does not leave its disk; always the same, so that one that was left behind is found; short, whatever the file is called.
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

// By the handle: the mode that a file is opened with loses what the umask forbids.
function takeOver(handle: number, { mode, uid, gid }: Stats): void {
  const own = fstatSync(handle)
  if (own.gid !== gid) fchownSync(handle, own.uid, gid)
  try {
    if (own.uid !== uid) fchownSync(handle, uid, gid)
  } catch {
    // Only an administrator can give a file away. Its group keeps it, so all who could read or write it still can.
  }
  fchmodSync(handle, mode & 0o7777)
}

const TRIES = 20
// In milliseconds. A virus scanner or an index of the system lets go of a new file within a moment.
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
