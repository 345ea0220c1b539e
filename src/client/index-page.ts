import { chooseHero } from './choose-hero.ts'
import { filterDecks } from './filter-decks.ts'
import { dayOf, markDays } from './mark-days.ts'
import { showNearest } from './nearest-decks.ts'
import { offerSearch } from './search/offer-search.ts'
import { wrapRowsWhenSpread } from './wrap-rows.ts'

const today = dayOf(new Date())
chooseHero(today)
showNearest(decodeURI(location.pathname))
wrapRowsWhenSpread()

const filter = document.querySelector<HTMLElement>('.filter')
const input = filter?.querySelector('input')
const announcement = filter?.querySelector<HTMLElement>('[role=status]')
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
markDays(document.querySelector('main')?.dataset ?? {}, today)

// As on many sites: a slash that is no text goes to the field.
function focusOnSlash(event: KeyboardEvent, field: HTMLInputElement): void {
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return
  if (event.target instanceof Element && event.target.matches('input, textarea, select, [contenteditable]')) return
  event.preventDefault()
  field.focus()
  field.select()
}
