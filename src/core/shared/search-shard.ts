/** What a search looks through: the texts of the decks of one year, as a file of the site holds them. */
export interface SearchShard {
  readonly decks: readonly SearchedDeck[]
}

export interface SearchedDeck {
  /** Address of the deck's page, as seen from the root of the site. */
  readonly page: string
  readonly title: string
  readonly date?: string | undefined
  readonly lang: string
  readonly tags?: readonly string[] | undefined
  readonly slides: readonly SlideText[]
}

/** The texts of one slide. Each block is a line; in a list it begins with a tab for each level. */
export interface SlideText {
  /** The end of the slide's address. */
  readonly hash: string
  readonly heading: string
  /** Without the heading. */
  readonly text: string
  readonly notes?: string
  /** Path of its first picture in the site, if it has almost no text; in a file of the search, its address as seen from the root. */
  readonly image?: string
}

/** Folder of a site with the texts that a search looks through. */
export const SEARCH_FOLDER = 'hedgerow/search/'

/** The file in it that lists the others, and never changes its name. */
export const SHARD_LIST = 'list.js'

/** The format of that list. A page that knows another one leaves the site out. */
export const LIST_FORMAT = 1

/** The list of the shards of a site, for pages that are made without it: those of other sites, too. */
export interface ShardList {
  readonly format: typeof LIST_FORMAT
  /** The name of the site. */
  readonly title: string
  /** Newest first. Their addresses are seen from the root of the site. */
  readonly shards: readonly ListedShard[]
  /** Paths of the other sites that its own pages search, too. */
  readonly also?: readonly string[] | undefined
}

/**
 * The Trusted Types policy under which a page loads its search: it allows the addresses that the page lists, the texts of the sites
 * that it searches, too, and no others.
 */
export const SEARCH_POLICY = 'hedgerow-search'

/** A file with a shard, as pages list it. */
export interface ListedShard {
  /** Address, as seen from the page that lists it. */
  readonly src: string
  /** The year of its decks; empty for decks without a date. */
  readonly year: string
  readonly decks: number
  readonly slides: number
  /** In characters. */
  readonly size: number
}
