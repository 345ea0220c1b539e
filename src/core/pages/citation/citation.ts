import { slug } from '../../shared/slug.ts'

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

/** The name of an entry in lists of references: only what all of them allow. */
export function citationKey(id: string): string {
  return slug(id).replace(/[^a-z0-9-]/g, '') || 'deck'
}
