import type { Diagnostic } from '../../core/diagnostics/diagnostic.ts'
import type { DeckSummary } from '../../core/model.ts'

/** Gives the same, with each text that it has given before as that text. */
export interface SharedTexts {
  readonly inMessage: (diagnostic: Diagnostic) => Diagnostic
  readonly inSummary: (summary: DeckSummary) => DeckSummary
}

/**
 * Makes equal texts one text. Threads and caches give each deck texts of its own, but the messages about ten thousand decks say mostly the same, and
 * decks of a series show the same files.
 */
export function shareTexts(): SharedTexts {
  const known = new Map<string, string>()
  const share = <Text extends string>(text: Text): Text => {
    const same = known.get(text)
    if (same === undefined) known.set(text, text)
    return (same ?? text) as Text // it is equal
  }
  return {
    inMessage: (found) => ({
      ...found,
      code: share(found.code),
      severity: share(found.severity),
      file: share(found.file),
      message: share(found.message),
      help: share(found.help),
    }),
    inSummary: (summary) => ({ ...summary, path: share(summary.path), assets: summary.assets.map(share) }),
  }
}
