import type { Report, SourceLocation } from '../diagnostics/diagnostic.ts'
import type { FindLocation } from '../deck/find-location.ts'
import type { Node, OutsideLink, PictureSize, ShownPicture, Tree, Urls } from '../model.ts'
import type { Words } from '../i18n/words.ts'
import type { DeckFiles, UseRemote } from './find-file.ts'
import type { WrittenAddress } from '../shared/written-address.ts'

/** What is needed to resolve the addresses of a deck. */
export interface References extends DeckFiles {
  /** Paths of the Markdown files, of which some are decks. */
  readonly documents: Iterable<string>
  /** The id of the deck at a path, if there is one. */
  readonly idOf: (path: string) => string | undefined
  /** Whether there is a deck at a path that a build leaves out: as a draft, as a template, or since its day is still to come. */
  readonly isDraft: (path: string) => boolean
  /** The deck that came from the pad at an address, and the place in it. */
  readonly deckOfPad?: ((address: string) => { readonly path: string; readonly fragment: string } | undefined) | undefined
  readonly urls: Urls
  /** Hosts whose frames may be shown. */
  readonly frameHosts: readonly string[] | 'any'
  /** The size of a picture, if it is known. */
  readonly sizeOf: (path: string) => PictureSize | undefined
}

/** Collects what a deck refers to. */
export interface FoundReferences {
  /** Paths of the files that the page needs. */
  readonly assets: Set<string>
  readonly pictures: ShownPicture[]
  /** Links to other servers. */
  readonly outside: OutsideLink[]
  readonly addresses: WrittenAddress[]
  /** Sources of the frames that the page may show. */
  readonly frameSources: Set<string>
  /** Addresses of pictures and media on other servers that the page loads. */
  readonly remote: Set<string>
}

export interface ReferenceContext extends References {
  readonly report: Report
  /** Words in the language of the deck. */
  readonly words: Words
  readonly findLocation: FindLocation
  /** Allows or refuses to load a file from another server. */
  readonly useRemote: UseRemote
  readonly found: FoundReferences
}

/** The tree of a slide or of its notes, and the locations of its nodes in the deck. */
export interface PassageTree {
  readonly tree: Tree
  readonly locationOf: (node: Node) => SourceLocation & { readonly line: number }
}
