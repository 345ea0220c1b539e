import { statSync } from 'node:fs'
import path from 'node:path'
import type { SiteOptions } from '../../core/config/site-options.ts'
import { deckId } from '../../core/deck/deck-id.ts'
import { deckOfPadFinder, type FindDeckOfPad } from '../../core/pads/pad-links.ts'
import type { DeckOrigin } from '../../core/pads/pads-lock.ts'
import { type AssetState, assetStates } from '../assets/asset-state.ts'
import { type PictureFacts, pictureFacts } from '../assets/picture-facts.ts'
import { deckFinder, matchGlobs } from '../content/deck-finder.ts'
import { sha256 } from '../files/sha256.ts'
import type { ComposerSetup } from './composer.ts'
import { type Included, readIncluded } from './read-included.ts'

/**
 * THE TABLE of what a deck can ask about its site. Its text, the code and these answers determine what is made of it, so nothing else may be
 * asked. Each question has at most one subject, and each answer is a JSON value.
 */
export interface DeckAnswers {
  /** The value of an option of the site. */
  readonly option: (name: string) => unknown
  /** The id of the deck. */
  readonly id: () => string
  /** Whether the site has a file that decks may refer to. */
  readonly file: (file: string) => boolean
  /** A digest of the paths of all of them. */
  readonly files: () => string
  /** A digest of the paths of all Markdown files. */
  readonly documents: () => string
  /** What there is for links at the path of a Markdown file. */
  readonly deck: (file: string) => { readonly id?: string | undefined; readonly isLeftOut: boolean }
  /** The pad that the deck came from. */
  readonly origin: () => Pick<DeckOrigin, 'pad' | 'revision'> | undefined
  /** The deck that came from the pad at an address. */
  readonly deckOfPad: (address: string) => ReturnType<FindDeckOfPad>
  /** Whether the options of the site trust the deck at a path. */
  readonly isTrusted: (file: string) => boolean
  /** Whether feeds can have the content of the deck. */
  readonly isInFeeds: () => boolean
  /** The facts of a picture. */
  readonly picture: (file: string) => PictureFacts
  /** The size of a file in bytes. */
  readonly bytes: (file: string) => number | undefined
  /** The text of a file that the deck includes. */
  readonly included: (file: string) => Included
  /** Whether the site can publish a file. */
  readonly asset: (file: string) => AssetState
}

/** The answers for the decks of a site, by the path of a deck. Facts of pictures are kept: after one has changed, open new ones. */
export function answersOf(setup: ComposerSetup): (deck: string) => DeckAnswers {
  const { root, tree, options, pads = new Map(), inFeeds } = setup
  const { find } = deckFinder(setup)
  const deckOfPad = deckOfPadFinder(pads)
  const digests = {
    files: once(() => sha256(JSON.stringify([...tree.files]))),
    documents: once(() => sha256(JSON.stringify(tree.documents))),
  }
  const shared = {
    option: (name: string) => options[name as keyof SiteOptions], // a deck may ask for any name
    file: (file: string) => tree.files.has(file),
    files: () => digests.files(''),
    documents: () => digests.documents(''),
    // Not kept: the finder notices when a file has changed.
    deck(file: string) {
      const { deck, leftOut } = find(file)
      return { id: deck?.id, isLeftOut: leftOut !== undefined }
    },
    isTrusted: matchGlobs(options.trusted),
    picture: pictureFacts(root),
    bytes: once((file) => statSync(path.join(root, file), { throwIfNoEntry: false })?.size),
    included: (file: string) => readIncluded(root, file),
    asset: assetStates(root),
  }
  return (deck) => {
    const { pad, revision } = pads.get(deck) ?? {}
    const findDeckOfPad = deckOfPad(deck)
    return {
      ...shared,
      id: () => deckId(deck, tree.name),
      origin: () => (pads.has(deck) ? { pad, revision } : undefined),
      deckOfPad: (address) => findDeckOfPad(address),
      isInFeeds: () => inFeeds?.has(deck) !== false,
    }
  }
}

function once<T>(ask: (subject: string) => T): (subject: string) => T {
  const known = new Map<string, T>()
  return (subject) => {
    if (!known.has(subject)) known.set(subject, ask(subject))
    return known.get(subject) as T // the line above has set it
  }
}
