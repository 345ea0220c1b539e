import { SITE_FILE } from '../core/config/site-file.ts'
import type { Content } from '../node/content/read-content.ts'
import { UsageError } from './usage.ts'

/** Throws `UsageError` if the file that a command was given is not a deck; `deck` is its path in the folder. */
export function needDeck(file: string, deck: string, { tree, skipped }: Pick<Content, 'tree' | 'skipped'>): void {
  if (!tree.documents.includes(deck))
    throw new UsageError(
      `${file} is not read: a deck is a plain file in its folder, not hidden, not a template, and not a link that points outside the folder`,
    )
  if (skipped.includes(deck))
    throw new UsageError(`${file} is not a deck: add "type: slide" to its front matter, or list it under "include" in ${SITE_FILE}`)
}
