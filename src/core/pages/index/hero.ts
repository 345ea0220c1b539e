import { escapeHtml } from '../../escape-html.ts'
import { longDate, longMonth } from '../../i18n/formats.ts'
import { fill } from '../../i18n/words-in.ts'
import type { DeckSummary, Site } from '../../model.ts'
import { isDated, newestFirst } from '../newest-first.ts'
import type { RowContext } from './deck-row.ts'
import { slideHash } from '../../shared/slide-hash.ts'
import { leadingHeadings } from '../topics/survey-site.ts'
import { nextCard } from './next-card.ts'

// Decks of the newest dates: those to come are as many as there are planned calls.
// In pixels; it is 16:9.
const HERO_WIDTH = 960
const MOST_HELD = 3
const MOST_POINTS = 5
const MOST_POINTS_ALONE = 8

/** The decks that may be the last one on some day, the newest first: a page cannot know which day it is. Of decks without dates, one that is alone. */
export function heroDecks(decks: readonly DeckSummary[]): readonly DeckSummary[] {
  const shown = decks.filter(({ problem }) => problem === undefined)
  const dated = newestFirst(shown.filter(isDated)).slice(0, MOST_HELD)
  // Without dates, none is the last one.
  return dated.length > 0 || decks.length > 1 ? dated : shown
}

/** Whether the index is about its only deck: that is its heading and all that it shows. */
export function isAlone({ decks }: Site): boolean {
  return decks.length === 1 && heroDecks(decks).length === 1
}

/** The part of the index above its list, as HTML: the next deck and the last one. Its script chooses them by the visitor's day. */
export function hero(site: Site, row: RowContext): string {
  const held = heroDecks(site.decks)
  if (held.length === 0) return ''
  const lasts = held.map((deck, index) => lastDeck(site, { deck, row, isShown: index === 0 }))
  return `<section class="hero hr-wide" aria-label="${row.words.latest}">
${nextCard(site.options, row)}${lasts.join('\n')}
</section>
`
}

interface Printed {
  readonly deck: DeckSummary
  readonly row: RowContext
  readonly isShown: boolean
}

function lastDeck(site: Site, { deck, row, isShown }: Printed): string {
  const { words, urls } = row
  const when = deck.date === undefined ? [] : [`<time datetime="${deck.date}">${longDate(deck.date, row.lang)}</time>`]
  const facts = [...(site.decks.length > 1 ? [words.latest] : []), ...when]
  const [level, name] = isAlone(site) ? ['h1', ''] : ['h2', nameOf(deck, row)]
  return `<article class="last"${deck.date === undefined ? '' : ` data-date="${deck.date}"`}${isShown ? '' : ' hidden'}>
${coverOf(deck, row)}
<div class="about">
<p class="kicker">${facts.join(', ')}</p>
<${level}${langOf(deck, row)}><a href="${urls.page(deck.id)}"${name}>${escapeHtml(deck.title)}</a></${level}>
${pointsOf(site, deck, row)}${deckLinks(deck, row)}
</div>
</article>`
}

// Decks often have the same title, and the date is beside the link.
function nameOf({ title, date, lang }: DeckSummary, row: RowContext): string {
  return date === undefined ? '' : ` aria-label="${escapeHtml(`${title}, ${longDate(date, lang ?? row.lang)}`)}"`
}

/** Links to the slides and to the text of a deck. */
function deckLinks(deck: DeckSummary, { words, urls }: RowContext): string {
  const slides = deck.slides === 1 ? words.oneSlide : fill(words.slides, deck.slides)
  return `<p class="acts"><a href="${urls.page(deck.id)}">${fill(words.show, slides)}</a> <a href="${urls.reading(deck.id)}">${words.readText}</a></p>`
}

/** What a deck is about, in its order: headings with the numbers of their slides, each a link. */
function pointsOf(site: Site, deck: DeckSummary, row: RowContext): string {
  const most = site.decks.length === 1 ? MOST_POINTS_ALONE : MOST_POINTS
  const items = leadingHeadings(site, deck, most).map(
    ({ id, text, slide }) =>
      `<li><a href="${row.urls.page(deck.id)}${slideHash({ id })}"><span>${escapeHtml(text)}</span> <i>${slide}</i></a></li>`,
  )
  return items.length === 0 ? '' : `<ul class="points"${langOf(deck, row)}>\n${items.join('\n')}\n</ul>\n`
}

/** The picture of a deck: that of its first slide, else a tile with its date or the first letter of its title. A link, but not for keys, which have one beside it. */
function coverOf({ id, date, title, cover, coverCopies = [] }: DeckSummary, { urls, lang }: RowContext): string {
  const open = (name: string) => `<a class="${name}" href="${urls.page(id)}" tabindex="-1" aria-hidden="true">`
  const photo = (coverCopies.find(({ width }) => width >= HERO_WIDTH) ?? coverCopies.at(-1))?.path ?? cover
  if (photo !== undefined)
    return `${open('cover')}<img class="hr-photo" src="${urls.asset(photo)}" width="${HERO_WIDTH}" height="${(HERO_WIDTH / 16) * 9}" alt="" fetchpriority="high"></a>`
  const letter = title.match(/\p{L}|\p{N}/u)?.[0] ?? ''
  const tile =
    date === undefined
      ? `<b></b><span>${escapeHtml(letter)}</span>`
      : `<b>${escapeHtml(longMonth(date, lang))}</b><span>${Number(date.slice(8))}</span>`
  return `${open('cover tile')}${tile}</a>`
}

function langOf({ lang }: DeckSummary, row: RowContext): string {
  return lang === undefined || lang === row.lang ? '' : ` lang="${escapeHtml(lang)}"`
}
