import path from 'node:path'
import { LARGEST_ASSET } from '../../core/files.ts'
import { type DeckOrigin, PADS_LOCK, type PadsLock, type PictureOrigin, writePadsLock } from '../../core/pads/pads-lock.ts'
import { isPathInside } from '../../core/pads/read-pads-lock.ts'
import { readInside } from '../files/read-file.ts'
import { sha256 } from '../files/sha256.ts'
import { writeOwn } from './write-pulled.ts'

/** What is known of the files of a deck after a pull. */
export interface DeckFiles {
  /** Their paths in the folder of decks, by their addresses. */
  readonly present: ReadonlyMap<string, string>
  /** Addresses of those that their servers no longer have. */
  readonly gone: readonly string[]
}

/** Opens what notes in the lock file where the files of decks came from. Throws `MachineFault` if it cannot be written. */
export function pictureRecorder(root: string, lock: PadsLock = new Map()): (deck: string, files: DeckFiles) => void {
  const decks = new Map(lock)
  let written = writePadsLock(lock)
  return (deck, { present, gone }) => {
    const old: DeckOrigin = decks.get(deck) ?? { pictures: [], missing: [] }
    const known = new Map(old.pictures.map((picture) => [picture.from, picture]))
    for (const [from, file] of present) {
      const picture = originOf(root, { deck, from, file })
      if (picture) known.set(from, picture)
    }
    const missing = [...new Set([...old.missing.filter((from) => !present.has(from)), ...gone])]
    decks.set(deck, { ...old, pictures: [...known.values()], missing })
    const text = writePadsLock(decks)
    if (text === written) return
    writeOwn(root, PADS_LOCK, text)
    written = text
  }
}

// The lock file has only files below the folder of the deck.
function originOf(
  root: string,
  { deck, from, file }: { readonly deck: string; readonly from: string; readonly file: string },
): PictureOrigin | undefined {
  const beside = path.posix.relative(path.posix.dirname(deck), file)
  if (!isPathInside(beside) || !/^https?:/.test(from)) return undefined
  return { from, file: beside, digest: sha256(readInside(root, file, LARGEST_ASSET)) }
}
