import { wordsOf, foldWord, plainWord } from './fold-word.ts'
import { matchWord } from './index-terms.ts'
import { holdsPhrase, type Query } from './read-query.ts'
import type { IndexedSlide, Scored, SlideIndex } from './slide-index.ts'

/** What a search has found, and how that relates to what was asked. */
export interface Found {
  /** The best first. */
  readonly hits: readonly Hit[]
  /** All words, all after a correction, only some of them, or nothing. */
  readonly held: 'all' | 'corrected' | 'some' | 'none'
  /** Words that no slide holds, and what was looked for in their place. */
  readonly corrections: readonly Correction[]
  /** Words that no slide holds, and nothing near them. */
  readonly missing: readonly string[]
  /** The phrase was not found, its words were. */
  readonly withoutPhrase: boolean
}

export interface Correction {
  readonly typed: string
  /** As a slide writes it. */
  readonly meant: string
  /** How many slides hold it. */
  readonly count: number
}

export interface Hit extends Scored {
  /** Whether a word of the slide is one that was looked for. */
  readonly isMarked: (word: string) => boolean
}

const NONE: Found = { hits: [], held: 'none', corrections: [], missing: [], withoutPhrase: false }

/** Looks for slides that hold all words; if there are none, for those with the nearest words, then for those with some of them. */
export function findSlides(index: SlideIndex, { words, phrases }: Query): Found {
  if (words.length === 0) return NONE
  const held = (some: readonly Scored[]) => some.filter(({ slide }) => phrases.every((phrase) => holdsPhrase(textOf(slide), phrase)))
  // Numbers and short names as they are first, and as beginnings if there are none.
  for (const completesAll of [false, true]) {
    const all = index.find(words, 'AND', completesAll)
    const [exact, hits] = [held(all), all]
    if (exact.length > 0) return { ...NONE, held: 'all', hits: ranked(exact, words, completesAll) }
    if (hits.length > 0) return { ...NONE, held: 'some', withoutPhrase: true, hits: ranked(hits, words, completesAll) }
  }
  const isKnown = (word: string) => index.find([word], 'OR', true).length > 0
  const unknown = words.filter((word) => !isKnown(word))
  const near = new Map(unknown.map((word) => [word, index.nearest(word)]))
  const missing = unknown.filter((word) => !near.get(word))
  const meant = words.flatMap((word) => (near.has(word) ? (near.get(word)?.word ?? []) : word))
  if (meant.length === 0) return { ...NONE, missing }
  const all = missing.length === 0 ? index.find(meant, 'AND', false) : []
  const hits = ranked(all.length > 0 ? all : index.find(meant, 'OR', false), meant, false)
  const corrections = unknown.flatMap((typed) => {
    const found = near.get(typed)
    if (!found) return []
    const { length } = index.find([found.word], 'OR', false)
    return [{ typed, meant: asWritten(found.word, hits), count: length }]
  })
  return { ...NONE, held: all.length > 0 ? 'corrected' : 'some', hits, corrections, missing }
}

function ranked(found: readonly Scored[], words: readonly string[], completesAll: boolean): Hit[] {
  const known = new Map<string, boolean>()
  const isMarked = (word: string) => {
    const isOne = known.get(word) ?? words.some((asked) => matchWord(word, asked, completesAll))
    known.set(word, isOne)
    return isOne
  }
  const newest = found.map(({ slide }) => slide.deck.date ?? '').reduce((a, b) => (a > b ? a : b), '')
  return found
    .map(({ slide, score }) => ({ slide, isMarked, score: score * freshness(slide.deck.date, newest) }))
    .toSorted((a, b) => b.score - a.score || compareDates(b.slide, a.slide) || a.slide.number - b.slide.number)
}

// After that many days a slide counts half.
const HALF = 1461
const DAY = 86_400_000

// Of two slides that match equally the newer one is wanted more often; a better match counts more.
function freshness(date: string | undefined, newest: string): number {
  const days = (Date.parse(newest) - Date.parse(date ?? '')) / DAY
  return 1 / (1 + (Number.isFinite(days) ? days : HALF / 2) / HALF)
}

/** The same hits with the newest decks first, and the slides of a deck in its order. */
export function newestFirst(hits: readonly Hit[]): readonly Hit[] {
  const compareDecks = (one: IndexedSlide, other: IndexedSlide) =>
    one.deck.page < other.deck.page ? -1 : Number(one.deck.page > other.deck.page)
  return hits.toSorted(({ slide: a }, { slide: b }) => compareDates(b, a) || compareDecks(a, b) || a.number - b.number)
}

function compareDates(one: IndexedSlide, other: IndexedSlide): number {
  const [a, b] = [one.deck.date ?? '', other.deck.date ?? '']
  return a < b ? -1 : Number(a > b)
}

function textOf({ slide, deck, number }: IndexedSlide): string {
  return `${number === 1 ? deck.title : ''}\n${slide.heading}\n${slide.text}\n${slide.notes ?? ''}`
}

function asWritten(term: string, hits: readonly Hit[]): string {
  const isTerm = (word: string) => plainWord(word) === term || foldWord(word) === term
  for (const { slide } of hits.slice(0, 20)) {
    const found = wordsOf(textOf(slide)).find(({ word }) => isTerm(word))
    if (found) return found.word
  }
  return term
}
