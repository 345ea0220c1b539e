import { fill } from '../../core/i18n/words-in.ts'
import type { SearchWords } from '../../core/i18n/search-words.ts'
import { makeElement } from '../make-element.ts'
import { wordsOf } from './fold-word.ts'
import type { Hit } from './find-slides.ts'
import type { FoundDeck } from './slide-index.ts'
import { makeSnippet, markWords, type TextPart } from './make-snippet.ts'

export interface HitContext {
  readonly words: SearchWords
  /** Language of the page. */
  readonly lang: string
  /** Address of the root of the site. */
  readonly root: string
}

/** A slide that was found, as an item of a list with a link to it. */
export function makeHit({ slide: { deck, slide, number }, isMarked }: Hit, { words, lang, root }: HitContext): HTMLLIElement {
  const inSlide = marksIn(`${number === 1 ? deck.title : ''} ${slide.heading} ${slide.text}`, isMarked)
  const fromNotes = inSlide.size === 0 && slide.notes !== undefined
  const own = languageOf(deck, lang)
  const title = slide.heading || (number === 1 ? deck.title : firstWords(slide.text)) || deck.title
  const link = makeElement('a', { href: address(root, deck.page, slide.hash, inSlide) }, ...print(markWords(title, isMarked)))
  const snippet = makeElement('p', { className: 'hit-text', lang: own })
  if (fromNotes) snippet.append(makeElement('span', { className: 'hit-notes', lang }, words.inNotes), ' ')
  snippet.append(...print(makeSnippet((fromNotes ? slide.notes : slide.text) ?? '', isMarked)))
  const about = makeElement('div', { className: 'hit-about' }, makeElement('h3', { lang: own }, link))
  if (deck.slides.length > 1) about.append(makeElement('p', { className: 'hit-number' }, fill(words.slideOf, number, deck.slides.length)))
  about.append(snippet)
  const mini = makeElement('div', { className: 'hit-mini', ariaHidden: 'true', lang: own })
  const shown = slide.heading || (number === 1 ? deck.title : '')
  if (shown !== '') mini.append(makeElement('b', {}, shown.slice(0, LONGEST_LINE)))
  mini.append(...(slide.image === undefined ? miniLines(slide.text) : [miniPicture(new URL(slide.image, root).href)]))
  return makeElement('li', {}, mini, about)
}

/** The language of a deck, where it is not that of the page. */
export function languageOf({ lang }: FoundDeck, page: string): string {
  return lang.split('-')[0] === page.split('-')[0] ? '' : lang
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

// A small slide is drawn from its text. Screen readers get the text beside it.
function miniLines(text: string): readonly HTMLElement[] {
  return text
    .split('\n')
    .slice(0, LINES)
    .map((line) => {
      const level = line.search(/[^\t]|$/)
      return makeElement('span', { className: level > 0 ? `level-${Math.min(level, 3)}` : '' }, line.trim().slice(0, LONGEST_LINE))
    })
}

// A slide that is a picture is shown by it.
function miniPicture(src: string): HTMLElement {
  // In this order: one that is not lazy yet would be loaded at once.
  const picture = makeElement('img', { alt: '', loading: 'lazy', decoding: 'async', src })
  picture.addEventListener('error', () => picture.remove())
  return picture
}

function firstWords(text: string): string {
  const line = text.split('\n')[0]?.trim() ?? ''
  return line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE).replace(/\s+\S*$/, '')}…` : line
}
