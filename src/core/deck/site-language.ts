import { chooseLanguage, LANGUAGES } from '../i18n/words-in.ts'
import { languageOfText } from './deck-language.ts'
import type { Document } from './open-document.ts'

/** It takes some milliseconds to recognise the language of a deck. */
export const MOST_DECKS = 20

/**
 * The language of a site that does not say its own: that of most of its decks if the interface has words in it, else English.
 * Of many decks, some from the whole list count.
 */
export function siteLanguage(documents: readonly Document[]): string {
  const counts = new Map<string, number>()
  for (const { options, frontMatter } of spread(documents, MOST_DECKS)) {
    const lang = (options.lang ?? languageOfText(frontMatter.body))?.toLowerCase().split('-')[0] ?? ''
    counts.set(lang, (counts.get(lang) ?? 0) + 1)
  }
  counts.delete('')
  const [first] = [...counts].toSorted(([one, times], [other, others]) => others - times || (one < other ? -1 : 1))
  return chooseLanguage(first ? [first[0]] : [], LANGUAGES)
}

/** At most so many items, from the whole list and always the same. */
export function spread<Item>(items: readonly Item[], most: number): readonly Item[] {
  if (items.length <= most) return items
  return Array.from({ length: most }, (_, index) => Math.floor((index * items.length) / most)).flatMap((at) => items[at] ?? [])
}
