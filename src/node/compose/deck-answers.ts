import { statSync } from 'node:fs'
import path from 'node:path'
import type { SiteOptions } from '../../core/config/site-options.ts'
import { deckId } from '../../core/deck/deck-id.ts'
import { once } from '../../core/once.ts'
import { deckOfPadFinder } from '../../core/pads/deck-of-pad.ts'
import { assetStates } from '../assets/asset-state.ts'
import { pictureFacts } from '../assets/picture-facts.ts'
import { deckFinder, matchGlobs } from '../content/deck-finder.ts'
import { sha256 } from '../files/sha256.ts'
import type { ComposerSetup } from './composer.ts'
import type { DeckAnswers } from './deck-questions.ts'
import { readIncluded } from './read-included.ts'

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
