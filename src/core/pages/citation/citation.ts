import type { SiteOptions } from '../../config/site-options.ts'
import type { DeckSummary } from '../../model.ts'
import { slug } from '../../shared/slug.ts'
import { absoluteAddress, pagePath } from '../urls.ts'

/** What a citation says about a deck. */
export interface Citation {
  /** Id of the deck. */
  readonly id: string
  readonly title: string
  /** Names of people; empty if the deck names none. */
  readonly authors: readonly string[]
  /** Title of the site, which takes the place of authors if there are none. */
  readonly publisher: string
  /** ISO date. */
  readonly date?: string | undefined
  /** The commit that the page was built from, if the build was told. */
  readonly revision?: string | undefined
  /** Where the deck is published, if the site says it. */
  readonly address?: string | undefined
  readonly lang: string
}

/** The facts of a deck that a citation is made of. */
export type CitedDeck = Pick<DeckSummary, 'id' | 'title' | 'authors' | 'date' | 'lang'>

export function citationOf({ id, title, authors, date, lang }: CitedDeck, options: SiteOptions, revision?: string): Citation {
  const { title: publisher, url } = options
  return {
    id,
    title,
    authors: authors.map((author) => author.trim()).filter((author) => author !== ''),
    publisher,
    date,
    revision,
    address: url === undefined ? undefined : absoluteAddress(url, pagePath(id)),
    lang: lang ?? options.lang,
  }
}

/** The name of an entry in lists of references: only what all of them allow. */
export function citationKey(id: string): string {
  return slug(id).replace(/[^a-z0-9-]/g, '') || 'deck'
}
