import { longDate } from '../../core/i18n/formats.ts'
import { fill } from '../../core/i18n/words-in.ts'
import { makeButton, makeElement } from '../make-element.ts'
import type { HitGroup } from './group-hits.ts'
import { type HitContext, languageOf, makeHit } from './make-hit.ts'

export interface GroupContext extends HitContext {
  /** The decks have different titles, so each group names its own. */
  readonly namesDecks: boolean
  /** The name of the page's site, if there are hits of others, too: then each group names its own. */
  readonly ownSite: string | undefined
  /** Shows the hits of the deck that are left out. */
  readonly onMore: () => void
}

/** The deck of some hits, and a list of them, as an item of a list. */
export function makeGroup({ deck, hits, rest }: HitGroup, context: GroupContext): HTMLLIElement {
  const { words, lang, namesDecks, ownSite, onMore } = context
  const when = makeElement('p', { className: 'hit-when' })
  if (deck.date !== undefined) when.append(makeElement('time', { dateTime: deck.date }, longDate(deck.date, lang)))
  if (namesDecks || deck.date === undefined) when.append(makeElement('span', { lang: languageOf(deck, lang) }, deck.title))
  const site = deck.site ?? ownSite
  if (site !== undefined) when.append(makeElement('span', { className: 'hit-site' }, site))
  const list = makeElement('ol', {}, ...hits.map((hit) => makeHit(hit, context)))
  const found = makeElement('div', {}, list)
  if (rest > 0) found.append(makeButton(fill(words.moreInDeck, rest), onMore))
  return makeElement('li', {}, when, found)
}
