import { applyEdits } from '../core/diagnostics/apply-edits.ts'
import { codeFrame, splitLines } from '../core/diagnostics/code-frame.ts'
import type { Diagnostic } from '../core/diagnostics/diagnostic.ts'
import { limitMessages } from '../core/diagnostics/limit-messages.ts'
import { lastAt } from '../core/deck/find-location.ts'
import { LARGEST_TEXT, readInside, withLineFeeds } from '../node/files/read-file.ts'
import { reasonOf } from '../node/files/system-errors.ts'
import { replaceFile } from '../node/files/write-file.ts'
import type { KnownDeck } from './deck-store.ts'

/** What a deck's page in development gets besides the page itself. */
export interface DevMessages {
  /** Whether the page shows the deck as it is now; if not, the messages say why. */
  readonly isCurrent: boolean
  /** 1-based lines of the source where the slides start. */
  readonly lines: readonly number[]
  readonly messages: readonly DevMessage[]
}

export interface DevMessage extends Omit<Diagnostic, 'edits'> {
  /** Whether the server can fix it in the file. */
  readonly isFixable: boolean
  /** The numbered lines of the source around it. */
  readonly frame: string
  /** 0-based; missing if it does not belong to a slide. */
  readonly slide?: number
}

/** The messages about a deck, each with its slide; if there are very many, only the first. */
export function devMessages({ path, shown, isCurrent, diagnostics, text }: KnownDeck): DevMessages {
  const lines = shown?.summary.lines ?? []
  const sourceLines = splitLines(text)
  const visible = diagnostics.filter(({ severity }) => severity !== 'info').toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0))
  const messages = limitMessages(visible).map(({ edits, ...diagnostic }): DevMessage => {
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

/** The result of a fix: done, nothing to fix, or the reason why the file was not changed. */
export type DeckFix = 'done' | 'nothing' | { readonly problem: string }

const SAVED = 'it was saved in the meantime; look at the message again'

/** Fixes what one message is about in the file of its deck, unless the file was saved after the message was made. */
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
    // The text of a broken deck may be older than its edits, which check what they replace.
    if (isCurrent && withLineFeeds(before) !== known) return refuse(SAVED)
    const { text: after, fixed } = applyEdits(before, wanted)
    if (fixed.length === 0) return 'nothing'
    return replaceFile(root, file, { before, after }) ? 'done' : refuse(SAVED)
  } catch (cause) {
    return refuse(reasonOf(cause))
  }
}
