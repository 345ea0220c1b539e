import { openCache } from './cache.ts'

/** Values that earlier runs have found out, by what they found them out of. */
export interface JsonCache<T> {
  readonly read: (of: readonly string[]) => T | undefined
  readonly write: (of: readonly string[], value: T) => void
}

/** A cache of values in a folder; a value that `isValid` refuses counts as none, and is removed. */
export function openJsonCache<T>(folder: string, bytes: number, isValid: (value: unknown) => value is T): JsonCache<T> {
  const cache = openCache(folder, bytes)
  return {
    read(of) {
      const content = cache.read(of)
      const value = content && parse(content.toString('utf8'))
      if (isValid(value)) return value
      if (content) cache.remove(of)
      return undefined
    },
    write: (of, value) => cache.write(of, JSON.stringify(value)),
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
