import type { ListedShard } from '../../core/shared/search-shard.ts'

/** What is searched. */
export interface SearchedSite {
  /** Newest first. */
  readonly shards: readonly ListedShard[]
  /** Paths of other sites on the server that are searched, too; each begins and ends with `/`. */
  readonly also: readonly string[]
  /** The name of the site, if others are searched, too. */
  readonly title: string
}

/** Where a page searches: what it gives to the script of the search. */
export interface SearchPlace extends SearchedSite {
  readonly field: HTMLInputElement
  /** An empty element for what is found. */
  readonly results: HTMLElement
  /** Language of the page. */
  readonly lang: string
  /** Loads one of the shards, or a list or shard of another site, or fails. The page does it, since its policy may allow only its own addresses. */
  readonly load: (src: string) => Promise<unknown>
}

/** The same, as a page gives it: with the address of the list of the site, which it has loaded. */
export type ListedPlace = Omit<SearchPlace, keyof SearchedSite> & { readonly list: string }

declare global {
  interface Window {
    /** Set by the script of the search. */
    hedgerowSearch?: (place: ListedPlace) => void
    /** Set by the shards: JSON, by the name of the file. */
    hedgerowShards?: Readonly<Record<string, string>>
  }
}
