import { instantOf } from './instant-of.ts'
import type { DeckFeed, FeedItem } from './deck-feed.ts'
import { xmlText } from './xml-text.ts'

/** A feed as Atom 1.0 (RFC 4287). */
export function atomFeed(feed: DeckFeed): string {
  const { title, description, lang, home, addresses, updated, publisher, logo, items } = feed
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${xmlText(lang)}">
<id>${xmlText(addresses.xml)}</id>
<title>${xmlText(title)}</title>
${description === '' ? '' : `<subtitle>${xmlText(description)}</subtitle>\n`}<updated>${instantOf(updated)}</updated>
${author(publisher)}
<link rel="self" type="application/atom+xml" href="${xmlText(addresses.xml)}"/>
<link rel="alternate" type="text/html" href="${xmlText(home)}"/>
${logo === undefined ? '' : `<logo>${xmlText(logo)}</logo>\n`}${items.map(entry).join('')}</feed>
`
}

function entry({ address, title, date, lang, authors, tags, summary, content }: FeedItem): string {
  const lines = [
    `<id>${xmlText(address)}</id>`,
    `<title>${xmlText(title)}</title>`,
    `<published>${instantOf(date)}</published>`,
    `<updated>${instantOf(date)}</updated>`,
    `<link rel="alternate" type="text/html" href="${xmlText(address)}"/>`,
    ...authors.map(author),
    ...tags.map((tag) => `<category term="${xmlText(tag)}"/>`),
    ...(summary === '' && content !== undefined ? [] : [`<summary>${xmlText(summary)}</summary>`]),
    ...(content === undefined ? [] : [`<content type="html">${xmlText(content)}</content>`]),
  ]
  return `<entry xml:lang="${xmlText(lang)}">\n${lines.join('\n')}\n</entry>\n`
}

function author(name: string): string {
  return `<author><name>${xmlText(name)}</name></author>`
}
