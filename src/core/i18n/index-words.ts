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
}
