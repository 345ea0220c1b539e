import { lstatSync, readdirSync, readFileSync, rmSync, utimesSync } from 'node:fs'
import path from 'node:path'
import { withPlainFile } from './files/read-file.ts'
import { sha256 } from './files/sha256.ts'
import { writeWhole } from './files/write-file.ts'

/** Values of earlier runs, by a key of all inputs. */
export interface Cache<T = Buffer, Written = string | Uint8Array> {
  /** `undefined` if nothing is cached. A damaged entry counts as none and is removed. */
  readonly read: (key: readonly string[]) => T | undefined
  readonly write: (key: readonly string[], value: Written) => void
  readonly remove: (key: readonly string[]) => void
}

export type JsonCache<T> = Cache<T, T>

/** THE TABLE of caches on disk: the most that each keeps, in bytes. */
export const caches = {
  /** Link preview cards of about a thousand decks. */
  cards: 500_000_000,
  /** What was made of about ten thousand decks. */
  decks: 1_500_000_000,
  /** SVG of diagrams. */
  drawings: 200_000_000,
  /** Sizes of slides. */
  layout: 50_000_000,
  /** Results of `check --links`. */
  links: 100_000_000,
  /** Smaller copies of several thousand images. */
  pictures: 1_000_000_000,
  /** PDFs of about a thousand decks. */
  pdf: 1_000_000_000,
  /** What was said of the sites that were published last. */
  sites: 100_000_000,
} as const

const HOUR = 3_600_000
const UNUSED = 30 * 24 * HOUR
// What a file takes on disk at least. Counted like this, a limit in bytes limits the number of entries too.
const BLOCK = 4096
// Entries, also those of older versions, and drafts that killed runs have left.
const OURS = /^[0-9a-f]{64}(\.\w+)?(\.[0-9a-f-]{36}\.tmp)?$/

/**
 * Opens a cache in a folder, which need not exist. The cache never fails: an entry that is not exactly what was written is a miss,
 * and a folder that cannot be written to is an empty cache. At most `bytes` are kept; the entries that were used last stay.
 */
export function openCache(folder: string, bytes: number): Cache {
  let size: number | undefined
  const fileOf = (key: readonly string[]) => path.join(folder, sha256(JSON.stringify(key)))
  const remove = (file: string) => attempt(() => rmSync(file, { recursive: true, force: true }))
  return {
    read(key) {
      const file = fileOf(key)
      const entry = attempt(() => readEntry(file, bytes))
      const content = entry && contentOf(entry, key)
      if (content === undefined) remove(file)
      return content
    },
    write(key, content) {
      attempt(() => {
        const entry = Buffer.concat([Buffer.from(`${digestOf(key, content)}\n`), Buffer.from(content)])
        writeWhole(fileOf(key), entry)
        size = (size ?? prune(folder, bytes)) + Math.max(entry.length, BLOCK)
        // Prunes deeper than the limit, so that not every write has to look at the folder.
        if (size > bytes) size = prune(folder, bytes * 0.8)
      })
    },
    remove: (key) => remove(fileOf(key)),
  }
}

/** A cache of JSON values; an entry that `isValid` refuses is a miss and is removed. */
export function openJsonCache<T>(folder: string, bytes: number, isValid: (value: unknown) => value is T): JsonCache<T> {
  const cache = openCache(folder, bytes)
  return {
    read(key) {
      const content = cache.read(key)
      const value = content && attempt((): unknown => JSON.parse(content.toString('utf8')))
      if (isValid(value)) return value
      if (content) cache.remove(key)
      return undefined
    },
    write: (key, value) => cache.write(key, JSON.stringify(value)),
    remove: cache.remove,
  }
}

// The digest covers the key: an undamaged entry under the name of another is not what was asked for.
function digestOf(key: readonly string[], content: string | Uint8Array): string {
  return sha256(JSON.stringify(key), content)
}

function contentOf(entry: Buffer, key: readonly string[]): Buffer | undefined {
  const end = entry.indexOf('\n')
  const content = entry.subarray(end + 1)
  return end !== -1 && entry.toString('latin1', 0, end) === digestOf(key, content) ? content : undefined
}

/** The bytes of an entry, which is marked as used; throws if it is too large. */
function readEntry(file: string, most: number): Buffer {
  return withPlainFile(file, (handle, { size, mtimeMs }) => {
    if (size > most) throw new Error('not an entry')
    const now = Date.now()
    if (now - mtimeMs > HOUR) attempt(() => utimesSync(file, now / 1000, now / 1000))
    return readFileSync(handle)
  })
}

/** Removes what is old, and the entries that were not used for longest until no more than `bytes` are left. Returns how many are. */
function prune(folder: string, bytes: number): number {
  const now = Date.now()
  const entries = readdirSync(folder)
    .filter((name) => OURS.test(name))
    .flatMap((name) => {
      const file = path.join(folder, name)
      const stat = attempt(() => lstatSync(file))
      return stat ? [{ file, isDraft: name.endsWith('.tmp'), age: now - stat.mtimeMs, size: Math.max(stat.size, BLOCK) }] : []
    })
    .toSorted((one, other) => one.age - other.age)
  let left = 0
  for (const { file, isDraft, age, size } of entries) {
    // A draft that is younger may still be written.
    if (age > (isDraft ? HOUR : UNUSED) || left + size > bytes) attempt(() => rmSync(file, { recursive: true, force: true }))
    else left += size
  }
  return left
}

function attempt<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch {
    return undefined
  }
}

/** Whether a value read from a file is an object with properties, whatever they are. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
