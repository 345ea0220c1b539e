import { constants, fstatSync, linkSync, lstatSync, openSync, closeSync, readSync, rmSync, type Stats } from 'node:fs'
import { withPlainFile } from '../files/read-file.ts'

/** A file as it would be written. */
export interface WantedFile {
  /** Its bytes, or the path of a file with the same ones. */
  readonly content: Uint8Array | { readonly path: string }
  /** A file written by this process: a file of another user, or with other permissions, is not the same. */
  readonly like: Pick<Stats, 'uid' | 'gid' | 'mode'>
}

const CHUNK = 1024 * 1024

/**
 * Links a file of the old site under a new name, in place of what is there, if it is byte for byte the one that is wanted. False where it is not, or cannot be
 * linked: it may be on another file system.
 */
export function linkSame(from: string, to: string, wanted: WantedFile): boolean {
  const stats = statsOfSame(from, wanted)
  if (!stats) return false
  try {
    rmSync(to, { force: true })
    linkSync(from, to)
  } catch {
    // Writing the file says what is wrong with the disk.
    return false
  }
  if (isThat(to, stats)) return true
  // It would be written to, and with it the old site.
  rmSync(to)
  return false
}

function statsOfSame(file: string, { content, like }: WantedFile): Stats | undefined {
  try {
    const known = lstatSync(file, { throwIfNoEntry: false })
    if (!known || ('length' in content && known.size !== content.length)) return undefined
    return withPlainFile(file, (handle, stats) => (isLike(stats, like) && hasContent(handle, stats.size, content) ? stats : undefined))
  } catch {
    return undefined
  }
}

// Something else may have been put there since it was read.
function isThat(file: string, { dev, ino, size, mtimeMs }: Stats): boolean {
  try {
    const found = lstatSync(file)
    return found.dev === dev && found.ino === ino && found.size === size && found.mtimeMs === mtimeMs
  } catch {
    return false
  }
}

function isLike(stats: Stats, { uid, gid, mode }: WantedFile['like']): boolean {
  return stats.uid === uid && stats.gid === gid && (stats.mode & 0o7777) === (mode & 0o7777)
}

function hasContent(handle: number, size: number, content: WantedFile['content']): boolean {
  if (!('path' in content)) return size === content.length && hasBytes(handle, (at, length) => content.subarray(at, at + length), size)
  const other = openSync(content.path, constants.O_RDONLY)
  const buffer = Buffer.allocUnsafe(Math.min(size, CHUNK))
  try {
    const read = (at: number, length: number) => buffer.subarray(0, readSync(other, buffer, 0, length, at))
    return fstatSync(other).size === size && hasBytes(handle, read, size)
  } finally {
    closeSync(other)
  }
}

function hasBytes(handle: number, read: (at: number, length: number) => Uint8Array, size: number): boolean {
  const buffer = Buffer.allocUnsafe(Math.min(size, CHUNK))
  for (let at = 0; at < size; at += buffer.length) {
    const length = Math.min(buffer.length, size - at)
    const found = buffer.subarray(0, readSync(handle, buffer, 0, length, at))
    if (found.length < length || !found.equals(read(at, length))) return false
  }
  return true
}
