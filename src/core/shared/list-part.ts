/** The Trusted Types policy under which a page loads further parts of its list: it allows the scripts of that list, and what they contain. */
export const LIST_POLICY = 'hedgerow-list'

/** Further decks of a list, as a script contains them for the page that shows the first ones. */
export interface ListScript {
  /** HTML: a section of a year. Its addresses are those of the pages of the list. */
  readonly html: string
  /** The page of the part after it, a file in the same folder. */
  readonly next?: string | undefined
}
