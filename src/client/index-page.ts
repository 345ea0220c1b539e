import { fill } from '../core/i18n/words-in.ts'
import { fold, matchWords } from './match-words.ts'
import { markDays } from './mark-days.ts'
import { offerSearch } from './search/offer-search.ts'

const filter = document.querySelector<HTMLElement>('.filter')
const input = filter?.querySelector('input')
const announcement = filter?.querySelector<HTMLElement>('[role=status]')
// Long enough that a screen reader announces the result once per word, not once per letter.
const PAUSE = 400

const results = document.querySelector<HTMLElement>('.search')

if (filter && input && announcement) {
  input.value = new URL(location.href).searchParams.get('q') ?? ''
  let hasFailed = false
  const fail = () => {
    hasFailed = true
    settle()
  }
  if (results) offerSearch(filter, input, { results, onFailure: fail })
  const settle = filterDecks(filter, input, { status: announcement, isSearched: () => results !== null && !hasFailed })
  addEventListener('keydown', (event) => focusOnSlash(event, input))
  // From a page that has a link to the search.
  if (new URL(location.href).searchParams.get('q') === '') input.focus()
}

// After the list has been read: what is marked is no word of a deck.
markDays(document.querySelector('main')?.dataset ?? {})

// As on many sites: a slash that is no text goes to the field.
function focusOnSlash(event: KeyboardEvent, field: HTMLInputElement): void {
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return
  if (event.target instanceof Element && event.target.matches('input, textarea, select, [contenteditable]')) return
  event.preventDefault()
  field.focus()
  field.select()
}

interface ListContext {
  /** Says how many decks are left. */
  readonly status: HTMLElement
  /** Whether the slides of the decks are searched, too. */
  readonly isSearched: () => boolean
}

/**
 * Shows the decks that contain all words of the input, and keeps the words in the address, so that the back button restores them. Returns what
 * says how many there are.
 */
function filterDecks(holder: HTMLElement, field: HTMLInputElement, { status, isSearched }: ListContext): () => void {
  const decks = [...document.querySelectorAll<HTMLElement>('.decks > li')].map((element) => {
    const date = element.querySelector('time')?.dateTime ?? ''
    return { element, text: fold(`${element.textContent} ${date} ${element.dataset['also'] ?? ''}`) }
  })
  const years = [...document.querySelectorAll<HTMLElement>('.year')].map((element) => ({
    element,
    jump: document.querySelector<HTMLElement>(`.years a[href="#${element.id}"]`),
  }))
  const show = () => {
    for (const { element, text } of decks) element.hidden = !matchWords(text, field.value)
    for (const { element, jump } of years) {
      element.hidden = !element.querySelector('li:not([hidden])')
      if (jump) jump.hidden = element.hidden
    }
  }
  const settle = () => {
    const query = field.value.trim()
    const count = decks.filter(({ element }) => !element.hidden).length
    const { found = '', none = '' } = status.dataset
    // What no heading has may be on the slides: then the search says what it finds.
    const isSilent = query === '' || (count === 0 && isSearched())
    status.textContent = isSilent ? '' : count === 0 ? none : fill(found, count)
    const address = new URL(location.href)
    if (query === '') address.searchParams.delete('q')
    else address.searchParams.set('q', query)
    if (address.href !== location.href) history.replaceState(null, '', address)
  }
  let waiting = 0
  field.addEventListener('input', () => {
    show()
    clearTimeout(waiting)
    waiting = setTimeout(settle, PAUSE)
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
