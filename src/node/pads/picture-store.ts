import { existsSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { LARGEST_ASSET } from '../../core/files.ts'
import { fileNameFor } from '../../core/pads/file-name.ts'
import { readInside } from '../files/read-file.ts'
import { isMachineFault } from '../files/system-errors.ts'
import { writeNew } from './write-pulled.ts'

/** A file from elsewhere, and where to keep it. */
export interface NewPicture {
  readonly url: string
  /** In the folder of decks; empty at its top. */
  readonly folder: string
  /** As the server has sent it. */
  readonly bytes: Uint8Array
  /** What is kept of it. */
  readonly cleaned: Uint8Array
  /** The ending that fits the bytes; empty if their format is not known. */
  readonly ending: string
}

/** The files that decks of a folder may refer to; new ones are added to them. */
export interface PictureStore {
  readonly files: ReadonlySet<string>
  /** Keeps a file, once for equal bytes; returns its path in the folder of decks. Throws `MachineFault` if it cannot be written. */
  readonly add: (picture: NewPicture) => { readonly path: string; readonly isNew: boolean }
}

export function openPictureStore(root: string, present: ReadonlySet<string>): PictureStore {
  const files = new Set(present)
  const sizes = new Map<number, string[]>()
  const noteSize = (size: number, file: string) => sizes.set(size, [...(sizes.get(size) ?? []), file])
  for (const file of present) {
    const size = statSync(path.join(root, file), { throwIfNoEntry: false })?.size
    if (size !== undefined) noteSize(size, file)
  }
  const findEqual = (bytes: Uint8Array) => sizes.get(bytes.length)?.find((file) => hasBytes(root, file, bytes))
  return {
    files,
    add({ url, folder, bytes, cleaned, ending }) {
      const equal = findEqual(cleaned) ?? findEqual(bytes)
      if (equal !== undefined) return { path: equal, isNew: false }
      const taken = namesIn(path.join(root, folder))
      for (;;) {
        const name = fileNameFor(url, taken, ending)
        const file = path.posix.join(folder, name)
        taken.add(name)
        if (!writeNew(root, file, cleaned)) continue
        files.add(file)
        noteSize(cleaned.length, file)
        return { path: file, isNew: true }
      }
    },
  }
}

function hasBytes(root: string, file: string, bytes: Uint8Array): boolean {
  try {
    return readInside(root, file, LARGEST_ASSET).equals(bytes)
  } catch (cause) {
    if (isMachineFault(cause)) throw cause
    // What cannot be read is not used instead of a new file.
    return false
  }
}

function namesIn(folder: string): Set<string> {
  return new Set(existsSync(folder) ? readdirSync(folder) : [])
}
