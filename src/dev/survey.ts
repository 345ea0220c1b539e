import type { Diagnostic } from '../core/diagnostics/diagnostic.ts'
import { countMessages } from '../core/diagnostics/limit-messages.ts'
import type { DeckSummary } from '../core/model.ts'

/** What a folder of decks contains. */
export interface Survey {
  readonly decks: number
  /** Missing if there are too many decks to look into all of them. */
  readonly inside?: { readonly slides: number; readonly errors: number; readonly warnings: number }
}

/** Counts decks, and what is in them if their messages are known. */
export function countDecks(decks: readonly DeckSummary[], messages: readonly Diagnostic[] | undefined): Survey {
  if (!messages) return { decks: decks.length }
  const slides = decks.reduce((sum, deck) => sum + deck.slides, 0)
  return { decks: decks.length, inside: { slides, errors: countMessages(messages, 'error'), warnings: countMessages(messages, 'warning') } }
}
