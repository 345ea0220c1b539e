import { monthName, weekdayName } from '../core/i18n/formats.ts'

/** Shows the last deck and the next one, by the day of the visitor: the page holds the newest decks, of which some may be still to come. */
export function chooseHero(today: string): void {
  const hero = document.querySelector<HTMLElement>('.hero')
  const card = hero?.querySelector<HTMLElement>('.next')
  if (!hero || !card) return
  const held = [...hero.querySelectorAll<HTMLElement>('.last')]
  const dateOf = ({ dataset }: HTMLElement) => dataset['date'] ?? ''
  const coming = held.findLast((deck) => dateOf(deck) >= today)
  const last = held.find((deck) => dateOf(deck) < today)
  const days = [dateOf(card), coming ? dateOf(coming) : ''].filter((day) => day >= today).toSorted()
  const [day] = days
  card.hidden = day === undefined
  if (day !== undefined) showDay(card, day, day === today)
  if (coming && dateOf(coming) === day) linkDeck(card, coming)
  const shown = last ?? held[0]
  for (const deck of held) deck.hidden = deck !== shown
  const address = linkOf(shown)?.getAttribute('href') ?? ''
  for (const row of document.querySelectorAll('.in-hero')) row.classList.remove('in-hero')
  document.querySelector(`.decks a[href="${CSS.escape(address)}"]`)?.parentElement?.classList.add('in-hero')
}

const linkOf = (deck: HTMLElement | undefined) => deck?.querySelector<HTMLAnchorElement>(':is(h1, h2) a')

function showDay(card: HTMLElement, date: string, isToday: boolean): void {
  const { lang } = document.documentElement
  const [name, number, names] = ['.next-name', '.next-day b', '.next-day span'].map((part) => card.querySelector(part))
  if (name && isToday) name.textContent = card.dataset['today'] ?? ''
  if (number) number.textContent = String(Number(date.slice(8)))
  if (names) names.textContent = `${weekdayName(date, lang)}\n${monthName(date, lang)}`
}

function linkDeck(card: HTMLElement, deck: HTMLElement): void {
  const [place, link] = [card.querySelector('.next-deck'), linkOf(deck)]
  if (place && link) place.replaceChildren(link.cloneNode(true))
}
