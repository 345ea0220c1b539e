import type { Document } from './deck/open-document.ts'
import { deckId } from './deck/deck-id.ts'
import type { DeckSummary } from './model.ts'
import { deckDate } from './summarize-deck.ts'

/** What can be said of a deck at a glance, without rendering it: enough to list ten thousand. */
export function outlineDeck({ source, frontMatter, options }: Document, rootName: string): DeckSummary {
  const date = deckDate(options.date, source.path)
  const id = deckId(source.path, rootName)
  const heading = /^ {0,3}#[ \t]+(\S.*)$/m.exec(frontMatter.body.slice(0, 4000))?.[1] ?? ''
  return {
    id,
    path: source.path,
    title: options.title || heading.replace(/<[^>]*>|[*_`#]/g, '').trim() || id,
    description: options.description,
    ...(date === undefined ? {} : { date }),
    authors: [],
    tags: options.tags,
    ...(options.lang === undefined ? {} : { lang: options.lang }),
    slides: frontMatter.body.split(/\n-{3,4}(?=\n)/).length,
    lines: [],
    headings: [],
    assets: [],
  }
}
