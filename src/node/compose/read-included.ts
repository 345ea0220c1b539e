import { isUtf8 } from 'node:buffer'
import { isMachineFault, reasonOfFile } from '../files/system-errors.ts'
import { readInside, withLineFeeds } from '../files/read-file.ts'

const LARGEST = 1_000_000

/** The text of a file of the decks folder that a deck includes, or why it cannot be included. */
export function readIncluded(root: string, file: string): { readonly text: string } | { readonly problem: string } {
  try {
    const bytes = readInside(root, file, LARGEST)
    return isUtf8(bytes) ? { text: withLineFeeds(bytes.toString('utf8').replace(/^\ufeff/, '')) } : { problem: 'it is not text in UTF-8' }
  } catch (cause) {
    if (isMachineFault(cause)) throw cause
    return { problem: reasonOfFile(file, cause) }
  }
}
