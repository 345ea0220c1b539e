import { aliasPath } from '../deck/alias-path.ts'
import type { DeckSummary } from '../model.ts'

/** An old address of a deck. */
export interface Alias {
  readonly path: string
  readonly written: string
  readonly deck: DeckSummary
  /** Missing if the address is free. */
  readonly isTaken?: boolean
}

/**
 * The old addresses of decks in their order, each without those that are none. `paths` are those of the other files of the site, and `isReserved`
 * says whether an output has a path.
 */
export function aliasesOf(
  decks: readonly DeckSummary[],
  { paths, isReserved }: { readonly paths: Iterable<string>; readonly isReserved: (path: string) => boolean },
): readonly Alias[] {
  const files = new Set<string>()
  const folders = new Set<string>()
  const add = (path: string) => {
    files.add(foldPath(path))
    for (const folder of foldersOf(foldPath(path))) folders.add(folder)
  }
  for (const path of paths) add(path)
  return decks.flatMap((deck) =>
    (deck.aliases ?? []).flatMap((written): Alias[] => {
      const path = aliasPath(written)
      if (path === undefined) return []
      const name = foldPath(path)
      // A file cannot be in another one.
      const isTaken = files.has(name) || folders.has(name) || [name, ...foldersOf(name)].some((each) => files.has(each) || isReserved(each))
      if (isTaken) return [{ path, written, deck, isTaken }]
      add(path)
      return [{ path, written, deck }]
    }),
  )
}

// As file systems compare them that ignore case and normalisation.
const foldPath = (path: string) => path.normalize('NFC').toLowerCase().normalize('NFC')

function foldersOf(path: string): readonly string[] {
  const names = path.split('/').slice(0, -1)
  return names.map((_, index) => names.slice(0, index + 1).join('/'))
}
