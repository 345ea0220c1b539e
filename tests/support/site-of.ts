import { readSiteOptions } from '../../src/core/config/read-site-options.ts'
import type { DeckDetails, DeckSummary, Site } from '../../src/core/model.ts'

/** A site of decks with these summaries; `yaml` is the text of its site.yaml, `details` are by the path of the deck. */
export function siteOf(decks: readonly DeckSummary[], yaml = '', details: Readonly<Record<string, DeckDetails>> = {}): Site {
  return { options: readSiteOptions(yaml, () => undefined), decks, detailsOf: ({ path }) => details[path] ?? {} }
}
