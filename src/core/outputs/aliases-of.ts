import { aliasPath } from '../deck/alias-path.ts'
import type { DeckSummary } from '../model.ts'

/** An old address of a deck. */
export interface Alias {
  readonly path: string
  readonly written: string
  readonly deck: DeckSummary
  /** Missing if the address is free. */
  readonly isTaken?: true
}

/** The old addresses of decks in their order, each without those that are none. `isTaken` says whether the site has another file at a path. */
export function aliasesOf(decks: readonly DeckSummary[], isTaken: (path: string) => boolean): readonly Alias[] {
  const given = new Set<string>()
  return decks.flatMap((deck) =>
    (deck.aliases ?? []).flatMap((written): Alias[] => {
      const path = aliasPath(written)
      if (path === undefined) return []
      const name = path.toLowerCase()
      if (isTaken(path) || given.has(name)) return [{ path, written, deck, isTaken: true }]
      given.add(name)
      return [{ path, written, deck }]
    }),
  )
}
