import { isUtf8 } from 'node:buffer'
import { closeSync, constants, fstatSync, openSync, readlinkSync, readSync, realpathSync, type Stats, statSync } from 'node:fs'
import path from 'node:path'
import type { Report } from '../../core/diagnostics/diagnostic.ts'
import type { SourceFile } from '../../core/model.ts'
import { isInside } from './paths.ts'
import { reasonOfFile } from './system-errors.ts'

/** A plain file inside a folder that is open for reading. */
export interface OpenFile {
  readonly handle: number
  /** In bytes, when it was opened. */
  readonly size: number
  /** Opens the same file again, even if its name now belongs to another. */
  readonly path: string
}

// Do not wait for a pipe or a device, and do not follow links, which are resolved first. Windows has none of these flags.
const CAUTIOUS = constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW | constants.O_NOCTTY

/**
 * Opens a file of a folder while `work` runs. Every file that a site is made of is read through here: it must be a plain file
 * in the folder; a link to it must not lead into a hidden folder. The open file is checked, so that it cannot be replaced in between.
 * Throws an error with a `code` if the file cannot or must not be read.
 */
export function withFileInside<T>(root: string, file: string, work: (open: OpenFile) => T): T {
  const handle = openCautiously(root, file)
  try {
    const facts = fstatSync(handle)
    if (facts.isDirectory()) throw refusal('EISDIR', 'it is a folder')
    if (!facts.isFile()) throw refusal('NOT_PLAIN', 'it is not a plain file')
    const real = realPathOf(handle, path.join(root, file), facts)
    needInside(root, file, real.path)
    return work({ handle, size: facts.size, path: real.again })
  } finally {
    closeSync(handle)
  }
}

/** The bytes of a file of a folder. Throws as `withFileInside` does, and where there are more than `largest`. */
export function readInside(root: string, file: string, largest: number): Buffer {
  return withFileInside(root, file, (open) => {
    if (open.size > largest) throw refusal('EFBIG', 'it is too large')
    return readOpen(open)
  })
}

/** The bytes of an open file; never more than it had when it was opened. */
export function readOpen({ handle, size }: OpenFile): Buffer {
  const bytes = Buffer.allocUnsafe(size)
  let length = 0
  while (length < size) {
    const read = readSync(handle, bytes, length, size - length, null)
    if (read === 0) break
    length += read
  }
  return bytes.subarray(0, length)
}

function openCautiously(root: string, file: string): number {
  const name = path.join(root, file)
  try {
    return openSync(name, CAUTIOUS)
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause && (cause.code === 'ELOOP' || cause.code === 'EMLINK'))) throw cause
    const target = realpathSync.native(name)
    needInside(root, file, target)
    return openSync(target, CAUTIOUS)
  }
}

function needInside(root: string, file: string, real: string): void {
  const [folder, wanted] = [path.resolve(root), path.resolve(root, file)]
  // No link at all, as with nearly every file: the folder itself need not be resolved.
  if (real === wanted && wanted.startsWith(folder + path.sep)) return
  const realFolder = realpathSync.native(folder)
  const inside = path.relative(realFolder, real)
  const isLed = inside !== path.normalize(file)
  const isHidden = inside.split(path.sep).some((part) => part.startsWith('.') || part === 'node_modules')
  if (!isInside(realFolder, real) || (isLed && isHidden)) throw refusal('OUTSIDE', 'it is a link that points outside the folder')
}

function realPathOf(handle: number, name: string, { dev, ino }: Stats): { readonly path: string; readonly again: string } {
  if (process.platform === 'linux') {
    const again = `/proc/self/fd/${handle}`
    try {
      return { path: readlinkSync(again), again }
    } catch {
      // Some containers have no /proc.
    }
  }
  const real = realpathSync.native(name)
  const found = statSync(real)
  if (found.dev !== dev || found.ino !== ino) throw refusal('CHANGED', 'it changed while it was being read')
  return { path: real, again: real }
}

function refusal(code: string, message: string): Error {
  return Object.assign(new Error(message), { code })
}

/** Opens a plain file while `work` runs. Follows no link and does not wait for a pipe; throws if the file is not plain. */
export function withPlainFile<T>(file: string, work: (handle: number, facts: Stats) => T): T {
  const handle = openSync(file, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK)
  try {
    const facts = fstatSync(handle)
    if (!facts.isFile()) throw new Error(`${file} is not a plain file`)
    return work(handle, facts)
  } finally {
    closeSync(handle)
  }
}

/** Most bytes of a text that is read. */
export const LARGEST_TEXT = 4 * 1024 * 1024

/**
 * A text file of the content root with LF line ends, or `undefined` and a report where it is unreadable.
 * Text that is not UTF-8 is returned with replacement characters, for the message about it.
 */
export function readText(root: string, file: string, report: Report): SourceFile | undefined {
  const tooLarge = (size: number): undefined => {
    report('deck-too-large', { file }, `${Math.ceil(size / 1024)} KB`, `${LARGEST_TEXT / 1024} KB`)
  }
  let bytes: Buffer | undefined
  try {
    bytes = withFileInside(root, file, (open) => (open.size > LARGEST_TEXT ? tooLarge(open.size) : readOpen(open)))
  } catch (cause) {
    report('file-unreadable', { file }, reasonOfFile(file, cause))
  }
  if (!bytes) return undefined
  const text = withLineFeeds(bytes.toString('utf8'))
  if (isUtf8(bytes)) return { path: file, text }
  const before = text.slice(0, text.indexOf('\ufffd')).split('\n')
  report('file-encoding', { file, line: before.length, column: (before.at(-1) ?? '').length + 1 })
  return undefined
}

/** Text with LF line ends, and without NUL, as the HTML specification reads it. */
export function withLineFeeds(text: string): string {
  return text.replace(/\r\n?/g, '\n').replaceAll('\0', '\ufffd')
}

/** The text of a file for the lines quoted in a message, whatever its encoding; `undefined` if it cannot be read. */
export function readForFrame(root: string, file: string): string | undefined {
  try {
    return readInside(root, file, LARGEST_TEXT).toString('utf8')
  } catch {
    // Another message reports it.
    return undefined
  }
}
