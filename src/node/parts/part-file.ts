import { createHash } from 'node:crypto'
import { readSync } from 'node:fs'
import type { Diagnostic } from '../../core/diagnostics/diagnostic.ts'
import type { Shard } from '../content/split-decks.ts'
import { type OpenFile, readInside, withFileInside } from '../files/read-file.ts'
import { isMachineFault, reasonOf } from '../files/system-errors.ts'
import { sha256 } from '../files/sha256.ts'
import type { MadeDeck } from '../site/compose-site.ts'

/** Folder in a part with its files of the site. */
export const SITE_FOLDER = 'site'
const STATE_FILE = 'part.json'

/** What all parts of a site must have in common. */
export interface PartOrigin {
  readonly version: string
  /** Digest of the browser code and themes. */
  readonly client: string
  /** Digest of the options and files that all parts depend on. */
  readonly source: string
  readonly settings: PartSettings
}

/** Options of the build. */
export interface PartSettings {
  readonly base: string
  readonly revision?: string | undefined
  readonly withoutDrafts: boolean
  /** ISO date; missing where decks with future dates are published, so that the day makes no difference. */
  readonly today?: string | undefined
}

/** What a part of a site says of itself: plain data, from another process and maybe from another machine. */
export interface PartState {
  readonly origin: PartOrigin
  readonly shard: Shard
  /** In the order of the site. */
  readonly decks: readonly MadeDeck[]
  /** Messages about the site that were found while files were made from its pages. */
  readonly later: readonly Diagnostic[]
  /** Digests of its other files, by their paths in the part. */
  readonly files: ReadonlyMap<string, string>
}

/** A part and the folder that it was read from. */
export interface FoundPart extends PartState {
  readonly folder: string
}

/** A part that cannot be merged; the message says why. */
export class PartRefused extends Error {}

// A state file has about 5 KB for a deck.
const LARGEST = 512 * 1024 * 1024
const PIECE = 1024 * 1024

/** The path in a part of what pages of the site show of its deck with an index. */
export function detailsPath(index: number): string {
  return `details/${index}.json`
}

/** The file with the state of a part, after a digest of it. */
export function stateFile(state: PartState): { readonly path: string; readonly content: string } {
  const text = JSON.stringify({ ...state, files: [...state.files] })
  return { path: STATE_FILE, content: `${sha256(text)}\n${text}` }
}

/** Reads the state of the part in a folder. Throws `PartRefused` if there is none, or it is damaged. */
export function readPart(folder: string): FoundPart {
  const read = () => readInside(folder, STATE_FILE, LARGEST).toString('utf8')
  const text = inPart(`"${folder}" is not a part of a site: ${STATE_FILE} cannot be read`, read)
  const end = text.indexOf('\n')
  const state = text.slice(end + 1)
  if (sha256(state) !== text.slice(0, end)) throw new PartRefused(`${STATE_FILE} in "${folder}" is damaged; build the part again`)
  // With the right digest it has the shape that a build wrote; that of another version is refused by its origin.
  const parsed = JSON.parse(state) as Omit<PartState, 'files'> & { readonly files: readonly (readonly [string, string])[] }
  return { ...parsed, folder, files: new Map(parsed.files) }
}

/** Opens a file of a part while `work` runs, if it has the bytes that the part was built with. Throws `PartRefused` if not. */
export function withFileOf<T>({ folder, files }: FoundPart, file: string, work: (open: OpenFile) => T): T {
  return inPart(`${file} in the part "${folder}" cannot be read`, () =>
    withFileInside(folder, file, (open) => {
      if (digestOf(open) !== files.get(file)) throw new PartRefused(`${file} in the part "${folder}" is damaged; build the part again`)
      return work(open)
    }),
  )
}

function digestOf({ handle }: OpenFile): string {
  const hash = createHash('sha256')
  const bytes = Buffer.allocUnsafe(PIECE)
  let position = 0
  for (;;) {
    const length = readSync(handle, bytes, 0, PIECE, position)
    if (length === 0) return hash.digest('hex')
    hash.update(bytes.subarray(0, length))
    position += length
  }
}

function inPart<T>(what: string, work: () => T): T {
  try {
    return work()
  } catch (cause) {
    if (cause instanceof PartRefused || isMachineFault(cause) || !(cause instanceof Error && 'code' in cause)) throw cause
    throw new PartRefused(`${what}: ${reasonOf(cause)}`)
  }
}
