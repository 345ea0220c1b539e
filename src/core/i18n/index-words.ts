/** Words of the index, of the pages of lists, and of those that are no deck. */
export interface IndexWords {
  readonly undated: string
  readonly years: string
  readonly oneSlide: string
  readonly slides: string
  readonly filter: string
  readonly found: string
  readonly nothingFound: string
  /** While older decks are still looked through. */
  readonly foundSoFar: string
  readonly older: string
  readonly newer: string
  readonly feed: string
  readonly about: string
  readonly imprint: string
  readonly privacy: string
  readonly accessibility: string
  readonly feedback: string
  readonly enforcement: string
  readonly notFound: string
  readonly noSuchPage: string
  /** For an address with a date, which is `{0}`. */
  readonly noDeckOf: string
  readonly aroundDay: string
  readonly tags: string
  readonly series: string
  readonly oneDeck: string
  readonly decks: string
  /** Before a link. */
  readonly moved: string
  readonly draft: string
  readonly today: string
  readonly nextUp: string
  readonly latest: string
  readonly allDecks: string
  /** The name of the links in the header, and its parts. */
  readonly pages: string
  readonly archive: string
  /** `{0}` is a number of decks with its word, `{1}` one of slides. */
  readonly counts: string
  /** As `counts`; `{2}` is a month. */
  readonly countsSince: string
  readonly join: string
  readonly calendar: string
  readonly toCome: string
  /** A deck of a coming day. */
  readonly coming: string
  /** `{0}` is a number of slides with its word. */
  readonly show: string
  readonly readText: string
  readonly noDecks: string
  readonly newest: string
  /** `{0}` is a number of decks with its word. */
  readonly allOf: string
}
