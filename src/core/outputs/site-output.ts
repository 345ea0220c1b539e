import type { SiteOptions } from '../config/site-options.ts'
import type { ClientBundle, EmittedFile, Site, StyleBundle } from '../model.ts'

interface OfSite {
  /** Unique in the table. */
  readonly name: string
  readonly isWanted: (options: SiteOptions) => boolean
  /** Paths that no deck may have: of a file, or of a folder, which ends with `/`. */
  readonly paths: readonly string[]
  /** The name of these paths in messages. */
  readonly title: string
  /** Other paths that no deck may have: a file that is asked for may be one of them. */
  readonly others?: RegExp
  /** The option without which it is not made, although nobody has chosen so: a build says that. */
  readonly needs?: 'url'
}

export interface SiteContext {
  readonly client: ClientBundle
  /** Path under which the site is published; begins and ends with `/`. */
  readonly base: string
}

/** Made from the summaries of the decks. */
export interface SitePageOutput extends OfSite {
  readonly stage: 'pages'
  /** It needs the decks; in development, others are made without reading them. */
  readonly showsDecks: boolean
  /** Its files may be at any path, where the site has no other. */
  readonly isAnywhere?: true
  readonly make: (site: Site, context: SiteContext) => Iterable<EmittedFile>
  readonly styles?: (site: Site, client: ClientBundle) => readonly StyleBundle[]
}

/** Not made from summaries: the client's files are copied, and the card of the site is drawn. */
export interface SiteFileOutput extends OfSite {
  readonly name: 'client' | 'card'
  readonly stage: 'files'
}

export type SiteOutput = SitePageOutput | SiteFileOutput
