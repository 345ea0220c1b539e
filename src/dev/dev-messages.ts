import { codeFrame } from '../core/diagnostics/code-frame.ts'
import type { Diagnostic } from '../core/diagnostics/diagnostic.ts'
import { limitMessages } from '../core/diagnostics/limit-messages.ts'
import { splitLines } from '../core/diagnostics/split-once.ts'
import { lastAt } from '../core/deck/last-at.ts'
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
      ...(slide < 0 ? {} : { slide }),
    }
  })
  return { isCurrent, lines, messages }
}
