import { applyEdits } from '../core/diagnostics/apply-edits.ts'
import { readInside } from '../node/files/read-inside.ts'
import { LARGEST_TEXT, withLineFeeds } from '../node/files/read-text.ts'
import { reasonOf } from '../node/files/reason-of.ts'
import { replaceFile } from '../node/files/replace-file.ts'
import type { KnownDeck } from './deck-store.ts'

/** What became of a wish to fix: there may be nothing that can be, or a reason why the file stays as it is. */
export type DeckFix = 'done' | 'nothing' | { readonly problem: string }

const SAVED = 'it was saved meanwhile; look at the message again'

/** Makes the changes of one message in the file of its deck, unless that has been saved since the message was made. */
export function fixDeck(
  root: string,
  { path: file, text: known, isCurrent, diagnostics }: KnownDeck,
  { code, line }: { readonly code: string; readonly line: number },
): DeckFix {
  const wanted = diagnostics.filter((found) => found.file === file && found.code === code && found.line === line && found.edits)
  if (wanted.length === 0) return 'nothing'
  const refuse = (why: string): DeckFix => ({ problem: `${file} was not fixed: ${why}` })
  try {
    const before = readInside(root, file, LARGEST_TEXT).toString('utf8')
    // Of a deck that cannot be shown, the text is that of when it could; its edits say what they expect to find.
    if (isCurrent && withLineFeeds(before) !== known) return refuse(SAVED)
    const { text: after, fixed } = applyEdits(before, wanted)
    if (fixed.length === 0) return 'nothing'
    return replaceFile(root, file, { before, after }) ? 'done' : refuse(SAVED)
  } catch (cause) {
    return refuse(reasonOf(cause))
  }
}
