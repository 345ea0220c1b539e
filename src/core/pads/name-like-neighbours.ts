import { dateFromPath } from '../deck/deck-id.ts'
import { type DeckName, nameDeck } from '../deck/name-deck.ts'
import { habitualPath, type NeighbourDeck, seriesOf } from './deck-file-name.ts'

export interface NewDeckContext {
  /** The date that was given for it; an ISO date. */
  readonly given?: string | undefined
  readonly today: string
  readonly neighbours: readonly NeighbourDeck[]
  /** Whether what was typed is the name of a template, and so says nothing about this deck. */
  readonly isTemplate?: boolean
}

/**
 * Path and title of a new deck from what was typed. A deck with a date, and one with the title of a series, is called like the decks that are there;
 * if only its date or its template was typed, it gets the title of those. A name that contains more than a date stays as it was typed.
 */
export function nameLikeNeighbours(typed: string, { given, today, neighbours, isTemplate = false }: NewDeckContext): DeckName {
  const usual = nameDeck(typed, given)
  const folder = usual.path.replace(/[^/]*$/, '')
  const beside = folder === '' ? neighbours : neighbours.filter(({ path }) => path.startsWith(folder))
  const typedDay = dateFromPath(nameDeck(typed).path)
  if (usual.title === '') {
    const day = dateFromPath(usual.path)
    const path = day === undefined ? undefined : habitualPath(day, '', beside)
    return { path: path ?? usual.path, title: path === undefined ? '' : commonTitle(beside) }
  }
  if (typedDay !== undefined) return usual
  const series = seriesOf(usual.title, beside)
  const slug = nameDeck(typed).path.slice(folder.length)
  const path = habitualPath(given ?? today, slug, series) ?? (given === undefined ? undefined : habitualPath(given, slug, beside))
  const shared = isTemplate && path !== undefined ? commonTitle(beside) : ''
  return { path: path ?? usual.path, title: shared || usual.title }
}

// Of more than half of the decks, as the last of them writes it.
function commonTitle(decks: readonly NeighbourDeck[]): string {
  const common = decks.toReversed().find(({ title }) => seriesOf(title, decks).length * 2 > decks.length)
  // A date in it is that of another deck.
  return common && dateFromPath(common.title) === undefined ? common.title : ''
}
