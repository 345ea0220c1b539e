import { longDate } from '../../core/i18n/formats.ts'
import { fill } from '../../core/i18n/words-in.ts'
import type { SearchWords } from '../../core/i18n/search-words.ts'
import { makeElement } from '../make-element.ts'
import { wordsOf } from './fold-word.ts'
import type { Hit } from './find-slides.ts'
import { makeSnippet, markWords, type TextPart } from './make-snippet.ts'

export interface HitContext {
  readonly words: SearchWords
  /** Language of the page. */
  readonly lang: string
  /** Address of the root of the site. */
  readonly root: string
  /** The decks have different titles, so each hit names its own. */
  readonly namesDecks: boolean
  /** The name of the page's site, if there are hits of others, too: then each names its own. */
  readonly ownSite: string | undefined
}

/** A slide that was found, as an item of a list with a link to it. */
export function makeHit(
  { slide: { deck, slide, number }, isMarked }: Hit,
  { words, lang, root, namesDecks, ownSite }: HitContext,
): HTMLLIElement {
  const inSlide = marksIn(`${number === 1 ? deck.title : ''} ${slide.heading} ${slide.text}`, isMarked)
  const fromNotes = inSlide.size === 0 && slide.notes !== undefined
  const own = deck.lang.split('-')[0] === lang.split('-')[0] ? '' : deck.lang
  const title = slide.heading || (number === 1 ? deck.title : firstWords(slide.text)) || deck.title
  const link = makeElement('a', { href: address(root, deck.page, slide.hash, inSlide) }, ...print(markWords(title, isMarked)))
  const when = makeElement('p', { className: 'hit-when' })
  if (deck.date !== undefined) when.append(makeElement('time', { dateTime: deck.date }, longDate(deck.date, lang)))
  if (namesDecks || deck.date === undefined) when.append(makeElement('span', { className: 'hit-deck', lang: own }, deck.title))
  const site = deck.site ?? ownSite
  if (site !== undefined) when.append(makeElement('span', { className: 'hit-site' }, site))
  if (deck.slides.length > 1) when.append(makeElement('span', {}, fill(words.slideOf, number, deck.slides.length)))
  const snippet = makeElement('p', { className: 'hit-text', lang: own })
  if (fromNotes) snippet.append(makeElement('span', { className: 'hit-notes', lang }, words.inNotes), ' ')
  snippet.append(...print(makeSnippet((fromNotes ? slide.notes : slide.text) ?? '', isMarked)))
  const about = makeElement('div', { className: 'hit-about' }, makeElement('h3', { lang: own }, link), snippet)
  return makeElement('li', {}, when, miniSlide(slide.heading || (number === 1 ? deck.title : ''), slide.text, own), about)
}

// The words themselves are in the address, so the deck marks them without knowing how they were found.
function marksIn(text: string, isMarked: (word: string) => boolean): ReadonlySet<string> {
  return new Set(wordsOf(text).flatMap(({ word }) => (isMarked(word) ? [word.toLowerCase()] : [])))
}

const MOST_MARKS = 12

function address(root: string, page: string, hash: string, marks: ReadonlySet<string>): string {
  const url = new URL(page, root)
  const query = [...marks].slice(0, MOST_MARKS).map(encodeURIComponent).join('+')
  return `${url.href}${query === '' ? '' : `?mark=${query}`}${hash}`
}

function print(parts: readonly TextPart[]): (Node | string)[] {
  return parts.map(({ text, isMarked }) => (isMarked ? makeElement('mark', {}, text) : text))
}

const LINES = 9
const LONGEST_LINE = 70

// A picture of the slide, drawn from its text. Screen readers get the text beside it.
function miniSlide(heading: string, text: string, lang: string): HTMLElement {
  const mini = makeElement('div', { className: 'hit-mini', ariaHidden: 'true', lang })
  if (heading !== '') mini.append(makeElement('b', {}, heading.slice(0, LONGEST_LINE)))
  for (const line of text.split('\n').slice(0, LINES)) {
    const level = line.search(/[^\t]|$/)
    const item = makeElement('span', { className: level > 0 ? `level-${Math.min(level, 3)}` : '' }, line.trim().slice(0, LONGEST_LINE))
    mini.append(item)
  }
  return mini
}

function firstWords(text: string): string {
  const line = text.split('\n')[0]?.trim() ?? ''
  return line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE).replace(/\s+\S*$/, '')}…` : line
}
