import { isUtf8 } from 'node:buffer'
import { realpathSync } from 'node:fs'
import { isIncludable } from '../../core/files.ts'
import { isMachineFault, reasonOfFile } from '../files/system-errors.ts'
import { readOpen, withFileInside, withLineFeeds } from '../files/read-file.ts'

const LARGEST = 1_000_000

/** The text of a file that a deck includes, or why it cannot be included. */
export type Included = { readonly text: string } | { readonly problem: string }

/** Reads a file of the decks folder that a deck includes. */
export function readIncluded(root: string, file: string): Included {
  try {
    return withFileInside(root, file, (open) => {
      // A link could have another name.
      if (![file, realpathSync(open.path)].every(isIncludable)) return { problem: 'a file with this name is never published' }
      if (open.size > LARGEST) return { problem: `it is larger than ${LARGEST / 1e6} MB` }
      const bytes = readOpen(open)
      return isUtf8(bytes) ? { text: withLineFeeds(bytes.toString('utf8').replace(/^\ufeff/, '')) } : { problem: 'it is not valid UTF-8' }
    })
  } catch (cause) {
    if (isMachineFault(cause)) throw cause
    return { problem: reasonOfFile(file, cause) }
  }
}
