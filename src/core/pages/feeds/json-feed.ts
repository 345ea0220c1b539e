import type { DeckFeed, FeedItem } from './deck-feed.ts'
import { instantOf } from './instant-of.ts'
import { allowedText } from './xml-text.ts'

/** A feed as JSON Feed 1.1. */
export function jsonFeed({ title, description, lang, home, addresses, publisher, logo, items }: DeckFeed): string {
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: home,
    feed_url: addresses.json,
    ...(description === '' ? {} : { description }),
    ...(logo === undefined ? {} : { icon: logo }),
    authors: [{ name: publisher }],
    language: lang,
    items: items.map(itemOf),
  }
  // The same characters as in the other feed: half of a surrogate pair is an error for some programs.
  return `${JSON.stringify(feed, (_, value: unknown) => (typeof value === 'string' ? allowedText(value) : value), 1)}\n`
}

function itemOf({ address, title, date, lang, authors, tags, summary, content }: FeedItem): object {
  return {
    id: address,
    url: address,
    title,
    date_published: instantOf(date),
    date_modified: instantOf(date),
    ...(authors.length === 0 ? {} : { authors: authors.map((name) => ({ name })) }),
    ...(tags.length === 0 ? {} : { tags }),
    language: lang,
    ...(summary === '' ? {} : { summary }),
    // One of both is required.
    ...(content === undefined ? { content_text: summary } : { content_html: content }),
  }
}
