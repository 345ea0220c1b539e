import { fill } from '../core/i18n/words-in.ts'
import { loadParts } from './load-parts.ts'
import { fold, matchWords } from './match-words.ts'

// Long enough that a screen reader announces the result once per word, not once per letter.
const PAUSE = 400

interface ListContext {
  /** Says how many decks are left. */
  readonly status: HTMLElement
  /** Whether the slides of the decks are searched, too. */
  readonly isSearched: () => boolean
}

interface ListedDeck {
  readonly element: HTMLElement
  readonly text: string
}

/**
 * Shows the decks that contain all words of the input, and keeps the words in the address, so that the back button restores them. Where so few are
 * left that the link to older ones is near, these are loaded and filtered, too. Returns what says how many there are.
 */
export function filterDecks(holder: HTMLElement, field: HTMLInputElement, { status, isSearched }: ListContext): () => void {
  const decks: ListedDeck[] = []
  const add = (parent: ParentNode): readonly ListedDeck[] => {
    const added = [...parent.querySelectorAll<HTMLElement>('.decks > li')].map((element) => {
      const date = element.querySelector('time')?.dateTime ?? ''
      return { element, text: fold(`${element.textContent} ${date} ${element.dataset['also'] ?? ''}`) }
    })
    decks.push(...added)
    return added
  }
  const filter = ({ element, text }: ListedDeck) => (element.hidden = !matchWords(text, field.value))
  const showYears = () => {
    for (const element of document.querySelectorAll<HTMLElement>('.year')) {
      element.hidden = !element.querySelector('li:not([hidden])')
      const jump = document.querySelector<HTMLElement>(`.years a[href="#${element.id}"]`)
      if (jump) jump.hidden = element.hidden
    }
  }
  const show = () => {
    document.querySelector('main')?.classList.toggle('is-filtered', field.value.trim() !== '')
    for (const deck of decks) filter(deck)
    showYears()
  }
  const settle = () => {
    const query = field.value.trim()
    const count = decks.filter(({ element }) => !element.hidden).length
    const { found = '', none = '', soFar = '' } = status.dataset
    // What no heading has may be on the slides: then the search says what it finds.
    const isSilent = query === '' || (count === 0 && (isSearched() || !further.isComplete()))
    const text = further.isComplete() ? found : soFar
    status.textContent = isSilent ? '' : count === 0 ? none : fill(text, count)
    const address = new URL(location.href)
    if (query === '') address.searchParams.delete('q')
    else address.searchParams.set('q', query)
    if (address.href !== location.href) history.replaceState(history.state, '', address)
  }
  add(document)
  let waiting = 0
  const settleLater = () => {
    clearTimeout(waiting)
    waiting = setTimeout(settle, PAUSE)
  }
  const further = loadParts({
    filter: (section) => add(section).filter((deck) => !filter(deck)).length,
    onChange() {
      showYears()
      settleLater()
    },
  })
  field.addEventListener('input', () => {
    show()
    further.goOn()
    settleLater()
  })
  // When the field loses the focus, the next click may open a deck.
  field.addEventListener('change', settle)
  holder.hidden = false
  if (field.value !== '') {
    show()
    settle()
  }
  return settle
}
