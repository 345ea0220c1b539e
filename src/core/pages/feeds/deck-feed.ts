import type { Site } from '../../model.ts'
import { datedTitle } from '../html-page.ts'
import { absoluteAddress, FEED, JSON_FEED, pagePath, tagFeedPath, tagPath } from '../urls.ts'
import { type Tag, tagsOf } from '../tags.ts'
import { type DatedDeck, isDated, newestFirst } from '../newest-first.ts'

/** A feed before it is written in a format. All addresses are absolute. */
export interface DeckFeed {
  readonly title: string
  readonly description: string
  readonly lang: string
  /** The page whose decks it lists. */
  readonly home: string
  readonly addresses: Readonly<Record<'xml' | 'json', string>>
  readonly paths: Readonly<Record<'xml' | 'json', string>>
  /** ISO date of the newest deck: never that of the build, so that the same decks give the same feed. */
  readonly updated: string
  /** Who publishes it, and writes those decks that name no author. */
  readonly publisher: string
  readonly logo?: string | undefined
  readonly items: readonly FeedItem[]
}

/** A deck in a feed. */
export interface FeedItem {
  /** Also its id, which is the same after each build and when the title changes. */
  readonly address: string
  readonly title: string
  /** ISO date. */
  readonly date: string
  readonly lang: string
  readonly authors: readonly string[]
  readonly tags: readonly string[]
  readonly summary: string
  /** HTML; missing if it is too large, or the deck too old. */
  readonly content?: string | undefined
}

const MOST_ITEMS = 50
/** How many decks of a site have their whole content in feeds: older ones, in feeds of tags, only their summary. */
export const MOST_ARTICLES = 200
// Characters of all contents in a feed; what is beyond has only its summary.
const MOST_CONTENT = 2_000_000

/** The feeds of a site: one of all decks, and one of each tag, one after the other, since each may be large. None without an address or dates. */
export function* deckFeeds({ options, decks, detailsOf }: Site): Generator<DeckFeed> {
  const { url: site, title, description, lang, logo } = options
  if (site === undefined) return
  const dated = newestFirst(decks.filter(isDated))
  const publisher = title.trim() || site
  const feedOf = (listed: readonly DatedDeck[], tag?: Tag): readonly DeckFeed[] => {
    const [newest] = listed
    if (newest === undefined) return []
    const paths = tag ? { xml: tagFeedPath(tag.slug, 'xml'), json: tagFeedPath(tag.slug, 'json') } : { xml: FEED, json: JSON_FEED }
    return [
      {
        title: tag ? `${tag.name} – ${publisher}` : publisher,
        description: tag ? '' : description,
        lang,
        home: tag ? absoluteAddress(site, tagPath(tag.slug)) : absoluteAddress(site, ''),
        paths,
        addresses: { xml: absoluteAddress(site, paths.xml), json: absoluteAddress(site, paths.json) },
        updated: newest.date,
        publisher,
        logo: logo === undefined ? undefined : absoluteAddress(site, logo),
        items: itemsOf(listed.slice(0, MOST_ITEMS), { site, lang, detailsOf }),
      },
    ]
  }
  yield* feedOf(dated)
  for (const tag of tagsOf(dated)) yield* feedOf(newestFirst(tag.decks.filter(isDated)), tag)
}

function itemsOf(
  decks: readonly DatedDeck[],
  { site, lang, detailsOf }: { site: string; lang: string; detailsOf: Site['detailsOf'] },
): FeedItem[] {
  let room = MOST_CONTENT
  return decks.map((deck) => {
    const { article = '' } = detailsOf(deck)
    const fits = article !== '' && article.length <= room
    if (fits) room -= article.length
    return {
      address: absoluteAddress(site, pagePath(deck.id)),
      title: datedTitle(deck.title, deck.date),
      date: deck.date,
      lang: deck.lang ?? lang,
      authors: deck.authors.map((author) => author.trim()).filter((author) => author !== ''),
      tags: deck.tags,
      summary: deck.description || deck.headings.join(' · '),
      content: fits ? article : undefined,
    }
  })
}
