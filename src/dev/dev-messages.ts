import { applyEdits } from '../core/diagnostics/apply-edits.ts'
import { codeFrame, splitLines } from '../core/diagnostics/code-frame.ts'
import type { Diagnostic } from '../core/diagnostics/diagnostic.ts'
import { limitMessages } from '../core/diagnostics/limit-messages.ts'
import { lastAt } from '../core/deck/find-location.ts'
import { LARGEST_TEXT, readInside, withLineFeeds } from '../node/files/read-file.ts'
import { reasonOf } from '../node/files/system-errors.ts'
import { replaceFile } from '../node/files/write-file.ts'
import type { KnownDeck } from './deck-store.ts'

/** What the page of a deck in development asks for beside the page itself. */
export interface DevMessages {
  /** The page shows the deck as it is now; where not, the messages say why. */
  readonly isCurrent: boolean
  /** 1-based lines of the source on which the slides begin. */
  readonly lines: readonly number[]
  readonly messages: readonly DevMessage[]
}

export interface DevMessage extends Omit<Diagnostic, 'edits'> {
  /** The server can fix it in the file. */
  readonly isFixable: boolean
  /** The lines around the place, numbered. */
  readonly frame: string
  /** 0-based; missing where it belongs to no slide. */
  readonly slide?: number
}

/** What is said about a deck, of very much the first, each message with its slide. */
export function devMessages({ path, shown, isCurrent, diagnostics, text }: KnownDeck): DevMessages {
  const lines = shown?.summary.lines ?? []
  const sourceLines = splitLines(text)
  const shownOnes = diagnostics.filter(({ severity }) => severity !== 'info').toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0))
  const messages = limitMessages(shownOnes).map(({ edits, ...diagnostic }): DevMessage => {
    const { line, column } = diagnostic.file === path ? diagnostic : {}
    const slide = line === undefined || !isCurrent ? -1 : lastAt(lines, line)
    return {
      ...diagnostic,
      isFixable: edits !== undefined,
      frame: line === undefined ? '' : codeFrame(sourceLines, line, column).join('\n'),
      slide: slide < 0 ? undefined : slide,
    }
  })
  return { isCurrent, lines, messages }
}

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
