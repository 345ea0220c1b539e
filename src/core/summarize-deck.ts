import { isCounted, writeOutline } from './deck-outline.ts'
import { DATE_PLACEHOLDERS, fillDatePlaceholders, hasDatePlaceholder } from './deck/date-placeholder.ts'
import { dateFromPath, deckId, isDate } from './deck/deck-id.ts'
import { isSvg } from './files.ts'
import type { Document } from './deck/open-document.ts'
import type { DeckSummary, RenderedDeck, Slide } from './model.ts'

const HEADINGS = 8

/** The summary of a deck, which is kept when its pages are written. */
export function summarizeDeck({ deck, title, columns, assets, pictures, isWithoutSource }: RenderedDeck): DeckSummary {
  const date = deckDate(deck.options.date, deck.source.path)
  const headings = columns.slice(1).flatMap(([slide]) => (slide?.title ? [slide.title] : []))
  return {
    id: deck.id,
    path: deck.source.path,
    title: datedTitle(title, date) || deck.id,
    description: deck.options.description,
    date,
    tags: deck.options.tags,
    authors: deck.options.author,
    lang: deck.options.lang,
    robots: deck.options.robots,
    isDraft: deck.options.draft,
    isWithoutSource,
    aliases: deck.options.aliases,
    slides: columns.flat().filter(isCounted).length,
    lines: deck.columns.flat().map(firstLine),
    headings: [...new Set(headings)].slice(0, HEADINGS),
    outline: writeOutline({ columns }),
    assets: [...assets],
    cover: pictures.find(({ path, line }) => line < (columns.flat()[1]?.line ?? Infinity) && !isSvg(path))?.path,
  }
}

// Empty lines before its text do not count.
function firstLine({ markdown, line }: Slide): number {
  const blank = /^\s*\n/.exec(markdown)?.[0] ?? ''
  return line + blank.split('\n').length - 1
}

// A placeholder that was left in a copied title says nothing to readers: the date stands there, if it is known.
function datedTitle(title: string, date: string | undefined): string {
  if (date !== undefined) return fillDatePlaceholders(title, date)
  return hasDatePlaceholder(title) ? title.replace(DATE_PLACEHOLDERS, '').replace(/^[\s,:–—-]+|[\s,:–—-]+$/g, '') : title
}

/** A deck's ISO date: from its front matter, else from its file name. */
export function deckDate(written: string | undefined, path: string): string | undefined {
  return written !== undefined && isDate(written) ? written : dateFromPath(path)
}

/** A summary of a deck without rendering it: fast enough to list ten thousand. */
export function outlineDeck({ source, frontMatter, options }: Document, rootName: string): DeckSummary {
  const date = deckDate(options.date, source.path)
  const id = deckId(source.path, rootName)
  const heading = /^ {0,3}#[ \t]+(\S.*)$/m.exec(frontMatter.body.slice(0, 4000))?.[1] ?? ''
  return {
    id,
    path: source.path,
    title: datedTitle(options.title || heading.replace(/<[^>]*>|[*_`#]/g, '').trim(), date) || id,
    description: options.description,
    date,
    authors: [],
    tags: options.tags,
    lang: options.lang,
    robots: options.robots,
    isDraft: options.draft,
    aliases: options.aliases,
    slides: frontMatter.body.split(/\n-{3,4}(?=\n)/).length,
    lines: [],
    headings: [],
    assets: [],
  }
}
