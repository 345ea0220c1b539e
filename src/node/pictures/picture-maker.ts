import { deserialize, serialize } from 'node:v8'
import { availableParallelism } from 'node:os'
import type { PictureCopy } from '../../core/picture.ts'
import { caches, openCache } from '../cache.ts'
import { isMachineFault, reasonInLine } from '../files/system-errors.ts'
import { sha256 } from '../files/sha256.ts'
import { findPackage } from '../package/package-paths.ts'
import { type EncodedPicture, ENCODER, type Encoder, openEncoder } from './encoder.ts'

/** A copy of a picture, and its file in the site unless it is the picture itself. */
export interface MadeCopy extends PictureCopy {
  readonly content?: Uint8Array
}

/** The copies of a picture, the narrowest first; none if none saves enough. Or why there are none. */
export type MadeCopies = { readonly copies: readonly MadeCopy[] } | { readonly problem: string }

/** Makes copies of pictures that are fit to be shown. */
export interface PictureMaker {
  /** `path` is that of a picture in the site. Throws what `read` throws. */
  readonly make: (path: string, read: () => Buffer) => Promise<MadeCopies>
  readonly close: () => Promise<void>
}

// Part of the cache key: increase it if copies are made in another way.
const VERSION = '2'
// Of the bytes of the picture. A copy that saves less is not worth that it is encoded a second time.
const WORTH_IT = 0.9
// Each may take several hundred megabytes.
const MOST_PROCESSES = 4
const FOLDER = 'hedgerow/pictures'

/**
 * Opens a maker of copies, with a cache in `folder`; `undefined` if the encoder is not installed. Its processes start with the first picture that is not in the
 * cache.
 */
export function openPictureMaker(folder: string): PictureMaker | undefined {
  const found = findPackage(ENCODER)
  if (!found) return undefined
  const cache = openCache(folder, caches.pictures)
  const encoders = Array.from({ length: Math.min(MOST_PROCESSES, availableParallelism()) }, () => openEncoder())
  const withEncoder = takeTurns(encoders)
  return {
    make: (path, read) =>
      withEncoder(async ({ encode }) => {
        const bytes = read()
        const key = [VERSION, found.version, sha256(bytes)]
        try {
          const known = cache.read(key)
          // Written below, by this version.
          const encoded = known ? (deserialize(known) as EncodedPicture) : await encode(bytes)
          if (!known) cache.write(key, serialize(encoded))
          return { copies: copiesOf({ path, bytes: bytes.length }, encoded) }
        } catch (cause) {
          if (isMachineFault(cause)) throw cause
          return { problem: reasonInLine(cause) }
        }
      }),
    close: async () => {
      await Promise.all(encoders.map(({ close }) => close()))
    },
  }
}

function copiesOf(
  { path, bytes }: { readonly path: string; readonly bytes: number },
  { width, copies }: EncodedPicture,
): readonly MadeCopy[] {
  const smaller = copies.filter(({ content }) => content.length < bytes * WORTH_IT)
  const made = smaller.map((copy) => ({ ...copy, path: `${FOLDER}/${sha256(copy.content).slice(0, 16)}-${copy.width}.webp` }))
  const isWidestMade = smaller.at(-1) === copies.at(-1)
  return made.length === 0 || isWidestMade ? made : [...made, { path, width }]
}

/** Has each piece of work done with one of these, as soon as it is free. */
function takeTurns(encoders: readonly Encoder[]): <T>(work: (encoder: Encoder) => Promise<T>) => Promise<T> {
  const free = [...encoders]
  const waiting: ((encoder: Encoder) => void)[] = []
  return async (work) => {
    const encoder = free.pop() ?? (await new Promise<Encoder>((resolve) => waiting.push(resolve)))
    try {
      return await work(encoder)
    } finally {
      const next = waiting.shift()
      if (next) next(encoder)
      else free.push(encoder)
    }
  }
}
