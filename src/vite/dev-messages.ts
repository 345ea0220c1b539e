import { codeFrame } from '../core/diagnostics/code-frame.ts'
import type { Diagnostic } from '../core/diagnostics/diagnostic.ts'
import type { KnownDeck } from './dev-site.ts'

/** What the page of a deck in development asks for beside the page itself. */
export interface DevMessages {
  /** The page shows the deck as it is now; where not, the messages say why. */
  readonly isCurrent: boolean
  /** 1-based lines of the source on which the slides begin. */
  readonly lines: readonly number[]
  readonly messages: readonly DevMessage[]
}

export interface DevMessage extends Omit<Diagnostic, 'edits'> {
  /** The server can mend it in the file. */
  readonly isMendable: boolean
  /** The lines around the place, numbered. */
  readonly frame: string
  /** 0-based; missing where it belongs to no slide. */
  readonly slide?: number
}

/** What is said about a deck, each message with its slide. */
export function devMessages({ shown, isCurrent, diagnostics, text }: KnownDeck): DevMessages {
  const lines = shown?.summary.lines ?? []
  const slideOf = (line: number) => lines.findLastIndex((first) => first <= line)
  const messages = diagnostics
    .filter(({ severity }) => severity !== 'info')
    .toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0))
    .map(({ edits, ...diagnostic }): DevMessage => {
      const { line, column } = diagnostic
      const slide = line === undefined || !isCurrent ? -1 : slideOf(line)
      return {
        ...diagnostic,
        isMendable: edits !== undefined,
        frame: line === undefined ? '' : codeFrame(text, line, column).join('\n'),
        ...(slide < 0 ? {} : { slide }),
      }
    })
  return { isCurrent, lines, messages }
}
