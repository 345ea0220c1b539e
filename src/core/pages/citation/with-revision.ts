import type { SiteOptions } from '../../config/site-options.ts'
import { wordsIn } from '../../i18n/words-in.ts'
import type { DeckSummary } from '../../model.ts'
import { citationBox } from './citation-box.ts'
import { citationOf, type CitedDeck } from './citation.ts'

/** The citations of a deck in its reading view; `revision` is the commit that the site is built from. */
export function readingCitations(deck: CitedDeck, options: SiteOptions, revision?: string): string {
  const { words, lang } = wordsIn([options.lang])
  const spoken = (deck.lang ?? options.lang).toLowerCase().split('-')[0]
  return citationBox(citationOf(deck, options, revision), words.citation, { lang, attributes: spoken === lang ? '' : ` lang="${lang}"` })
}

/** Adds the revision to the citations of a reading view, which is the same for all of them until then. */
export function withRevision(
  page: string,
  revision: string,
  { deck, options }: { readonly deck: DeckSummary; readonly options: SiteOptions },
): string {
  const plain = readingCitations(deck, options)
  // After all content of the author.
  const at = page.lastIndexOf(plain)
  if (at === -1) throw new Error('the page has no citations')
  return page.slice(0, at) + readingCitations(deck, options, revision) + page.slice(at + plain.length)
}
