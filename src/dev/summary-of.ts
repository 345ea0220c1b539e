import { deckId } from '../core/deck/deck-id.ts'
import type { Diagnostic } from '../core/diagnostics/diagnostic.ts'
import type { DeckSummary } from '../core/model.ts'
import { outlineDeck } from '../core/summarize-deck.ts'
import type { FoundFile } from '../node/content/deck-finder.ts'
import type { KnownDeck } from './deck-store.ts'

interface Known {
  readonly rootName: string
  /** The deck, where it has been composed. */
  readonly whole: KnownDeck | undefined
}

/**
 * What the index of the development server shows of a file; nothing where the file is not a deck.
 * A deck that cannot be shown as it is now stays on the index with its error, since its author looks for it there.
 */
export function summaryOf(file: string, { deck, isSkipped, diagnostics }: FoundFile, { rootName, whole }: Known): DeckSummary | undefined {
  const own = firstError(diagnostics)
  if (!deck) {
    if (isSkipped || own === undefined) return undefined
    return { ...(whole?.shown?.summary ?? unreadable(file, rootName)), problem: own }
  }
  const isWhole = whole?.text === deck.document.source.text
  const problem = isWhole && !whole.isCurrent ? firstError(whole.diagnostics) : undefined
  const summary = isWhole && whole.shown ? whole.shown.summary : outlineDeck(deck.document, rootName)
  return problem === undefined ? summary : { ...summary, problem }
}

function firstError(diagnostics: readonly Diagnostic[]): string | undefined {
  const found = diagnostics.find(({ severity }) => severity === 'error')
  return found && `${found.file}${found.line === undefined ? '' : `:${found.line}`}: ${found.message}`
}

function unreadable(file: string, rootName: string): DeckSummary {
  const nothing = { description: '', tags: [], authors: [], slides: 0, lines: [], headings: [], assets: [] }
  return { id: deckId(file, rootName), path: file, title: file, ...nothing }
}
