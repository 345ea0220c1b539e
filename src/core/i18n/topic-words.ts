/** Words of the pages of topics. */
export interface TopicWords {
  readonly topics: string
  readonly all: string
  /** `{0}` is how many decks have a topic, `{1}` how many there are. */
  readonly inDecks: string
  /** As `inDecks`; `{2}` and `{3}` are dates. */
  readonly from: string
  /** How many topics there are. */
  readonly count: string
  /** Before the names of topics. */
  readonly related: string
  /** `{0}` and `{1}` are numbers of slides. */
  readonly slides: string
  readonly slide: string
  /** A deck has nothing to say of a topic but its name. */
  readonly headingOnly: string
}
