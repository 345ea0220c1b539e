import { sha256 } from '../files/sha256.ts'

/** Which part of a site, from 1, and how many there are. */
export interface Shard {
  readonly number: number
  readonly count: number
}

/**
 * The decks of one part: all parts differ by one deck at most. A new deck moves few others to another part, whose caches do not know them, and
 * the decks of a folder are spread, since those of a series take equally long.
 */
export function splitDecks(paths: readonly string[], { number, count }: Shard): ReadonlySet<string> {
  const shuffled = paths.map((path) => ({ path, key: sha256(path) })).toSorted((one, other) => (one.key < other.key ? -1 : 1))
  const start = (part: number) => Math.floor((part * shuffled.length) / count)
  return new Set(shuffled.slice(start(number - 1), start(number)).map(({ path }) => path))
}
