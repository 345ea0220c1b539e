import type { SiteOptions } from '../core/config/site-options.ts'
import { siteLanguage, spread } from '../core/deck/site-language.ts'
import type { OpenContent } from '../node/content/read-content.ts'
import { deckFinder } from '../node/content/deck-finder.ts'

// A page must not wait until thousands of files are read.
const MOST_READ = 200

/** Gives a site its language. That of its first decks stays, so that the interface does not change while they are written. */
export function languageKeeper(): (content: OpenContent, options: SiteOptions) => SiteOptions {
  let kept: string | undefined
  return (content, { lacksLang, ...options }) => {
    if (!lacksLang) return options
    if (kept !== undefined) return { ...options, lang: kept }
    const { find } = deckFinder(content)
    const decks = spread(content.tree.documents, MOST_READ).flatMap((file) => find(file).deck?.document ?? [])
    const lang = siteLanguage(decks)
    if (decks.length > 0) kept = lang
    return { ...options, lang }
  }
}
