import { aliasPath } from '../deck/alias-path.ts'
import type { DeckSummary, Site } from '../model.ts'
import { padPaths } from '../pads/pad-paths.ts'
import { foldersOf } from './folders-of.ts'

/** An old address of a deck. */
export interface Alias {
  readonly path: string
  readonly written: string
  readonly deck: DeckSummary
  /** Missing if the address is free. */
  readonly isTaken?: boolean
}

/** What a site has besides aliases. */
export interface OtherFiles {
  readonly paths: Iterable<string>
  /** Whether an output has a path. */
  readonly isReserved: (path: string) => boolean
}

/**
 * The old addresses of decks in their order, each without those that are none; then the addresses of their `pads`, by the paths of
 * the decks, without those that something else has, since no author has asked for them.
 */
export function aliasesOf(decks: readonly DeckSummary[], { paths, isReserved }: OtherFiles, pads?: Site['pads']): readonly Alias[] {
  const files = new Set<string>()
  const folders = new Set<string>()
  const add = (path: string) => {
    files.add(foldPath(path))
    for (const folder of foldersOf(foldPath(path))) folders.add(folder)
  }
  for (const path of paths) add(path)
  const aliasOf = (deck: DeckSummary, written: string): readonly Alias[] => {
    const path = aliasPath(written)
    if (path === undefined) return []
    const name = foldPath(path)
    // A file cannot be in another one.
    const isTaken = files.has(name) || folders.has(name) || [name, ...foldersOf(name)].some((each) => files.has(each) || isReserved(each))
    if (isTaken) return [{ path, written, deck, isTaken }]
    add(path)
    return [{ path, written, deck }]
  }
  const written = decks.flatMap((deck) => (deck.aliases ?? []).flatMap((alias) => aliasOf(deck, alias)))
  // A pad has the notes, too, so a deck whose notes are not published does not say which pad it is.
  const withPads = decks.filter(({ isWithoutSource }) => !isWithoutSource)
  const ofPads = withPads.flatMap((deck) => padPaths(pads?.get(deck.path)?.pad ?? '').flatMap((path) => aliasOf(deck, path)))
  return [...written, ...ofPads.filter(({ isTaken }) => !isTaken)]
}

// As file systems compare them that ignore case and normalisation.
const foldPath = (path: string) => path.normalize('NFC').toLowerCase().normalize('NFC')
