import { dateFromPath } from '../deck/deck-id.ts'
import { nearest } from '../diagnostics/nearest.ts'
import type { DeckSummary } from '../model.ts'
import { datedTitle } from '../pages/html-page.ts'
import { pagePath } from '../pages/urls.ts'

/** What is known of a page that a site no longer has. */
export interface GonePage {
  /** Its path in the site. */
  readonly path: string
  readonly title?: string | undefined
}

/** The decks of the present site, and what the former one had. */
export interface Successors {
  readonly decks: readonly DeckSummary[]
  /** The paths of the former pages. A deck that had its page then is not a renamed one. */
  readonly former: ReadonlySet<string>
  /** The former addresses may include present ones, as those in a log do. */
  readonly mayIncludePresent: boolean
}

/** The deck that most likely is a former page under a new name: by its title, its date, its name, then the nearest name. */
export function likelyDeck({ path, title }: GonePage, { decks, former, mayIncludePresent }: Successors): DeckSummary | undefined {
  const date = dateFromPath(path)
  const name = nameOf(path)
  const wanted = decks.filter((deck) => date === undefined || deck.date === undefined || deck.date === date)
  const renamed = wanted.filter(({ id }) => !former.has(pagePath(id)))
  const choose = (isOne: (deck: DeckSummary) => boolean) => {
    const found = renamed.filter(isOne)
    return nearestName(name, found.length === 0 && mayIncludePresent ? wanted.filter(isOne) : found)
  }
  return (
    choose((deck) => title === deck.title || title === datedTitle(deck.title, deck.date)) ??
    choose((deck) => date !== undefined && deck.date === date) ??
    choose(({ id }) => nameOf(id) === name) ??
    nearestName(name, renamed, MOST_WRONG)
  )
}

// A share of the letters.
const MOST_WRONG = 1 / 3

// Of one, the nearest is that one, whatever it is called, unless the name has to be similar.
function nearestName(name: string, decks: readonly DeckSummary[], most = Infinity): DeckSummary | undefined {
  const names = decks.map(({ id }) => nameOf(id))
  const found = nearest(name, names, Math.floor(name.length * most))
  return found === undefined && most === Infinity ? decks[0] : decks[names.indexOf(found ?? '')]
}

/** What authors call a page: the last part of its path that is a name, without endings, in letters and digits. */
function nameOf(path: string): string {
  const names = path
    .replace(/(?:\.(?:read|single|steps|handout))?\.[a-z]+$/i, '')
    .split('/')
    .filter((part) => part !== '' && part !== 'index')
  return (names.at(-1) ?? '').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-')
}
