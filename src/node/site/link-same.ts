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
 * Links a file of the old site under a new name, if it is byte for byte the one that is wanted. False, and nothing is there, where it is not, or cannot be
 * linked: it may be on another file system.
 */
export function linkSame(from: string, to: string, wanted: WantedFile): boolean {
  try {
    const known = lstatSync(from, { throwIfNoEntry: false })
    if (!known || ('length' in wanted.content && known.size !== wanted.content.length)) return false
    return withPlainFile(from, (handle, stats) => {
      if (!isLike(stats, wanted.like) || !hasContent(handle, stats.size, wanted.content)) return false
      linkSync(from, to)
      const linked = lstatSync(to)
      if (linked.ino === stats.ino && linked.dev === stats.dev) return true
      rmSync(to)
      return false
    })
  } catch {
    // Writing the file says what is wrong with the disk.
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
