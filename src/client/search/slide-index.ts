import MiniSearch, { type Query as MiniQuery } from 'minisearch'
import type { SearchedDeck, SlideText } from '../../core/shared/search-shard.ts'
import { editDistance } from './edit-distance.ts'
import { indexTerms, isWritten, lookupsOf } from './index-terms.ts'
import { foldWord } from './fold-word.ts'

/** A deck whose slides can be found. That of another site has an absolute address. */
export interface FoundDeck extends SearchedDeck {
  /** The name of the site, unless it is that of the page. */
  readonly site?: string | undefined
}

/** A slide that can be found. */
export interface IndexedSlide {
  readonly id: number
  readonly deck: FoundDeck
  /** Begins at 1. */
  readonly number: number
  readonly slide: SlideText
}

export interface Scored {
  readonly slide: IndexedSlide
  readonly score: number
}

/** A word that slides hold, in the folded form, and how many hold it. */
export interface NearWord {
  readonly word: string
  readonly count: number
}

const WEIGHTS = { heading: 3, text: 1, notes: 0.5 }
type Field = keyof typeof WEIGHTS
const FIELDS: readonly Field[] = ['heading', 'text', 'notes']
// The length of a slide says little: a short one is no better an answer than a full one.
const bm25 = { k: 1.2, b: 0.3, d: 0.5 }
// Indexing these takes a few milliseconds; the page answers in between.
const CHUNK = 30

/** The slides that have been loaded, by their words. */
export interface SlideIndex {
  /** Resolves when the slides of these decks can be found; those before can be meanwhile. */
  readonly add: (decks: readonly FoundDeck[]) => Promise<void>
  /** All decks that have been added. */
  readonly decks: () => readonly FoundDeck[]
  /** The slides that hold all words, or any of them. */
  readonly find: (words: readonly string[], combineWith: 'AND' | 'OR', completesAll: boolean) => readonly Scored[]
  /** The word that slides hold which is the nearest to another. */
  readonly nearest: (word: string) => NearWord | undefined
}

export function openSlideIndex(): SlideIndex {
  const slides: IndexedSlide[] = []
  const held: FoundDeck[] = []
  const index = new MiniSearch<IndexedSlide>({
    fields: [...FIELDS],
    extractField: (slide, field) => (field === 'id' ? slide.id : termsIn(slide, field as Field)),
    tokenize: (terms) => terms.split(' ').filter((term) => term !== ''),
    processTerm: (term) => term,
  })
  const search = (query: MiniQuery, options: { readonly fuzzy?: number; readonly combineWith?: 'AND' | 'OR' } = {}) =>
    index.search(query, { ...options, bm25, tokenize: (term) => [term], processTerm: (term) => term })
  return {
    add(decks) {
      const added = decks.flatMap((deck) => deck.slides.map((slide, at) => ({ deck, slide, number: at + 1 })))
      const numbered = added.map((slide, at) => ({ ...slide, id: slides.length + at }))
      slides.push(...numbered)
      held.push(...decks)
      return index.addAllAsync(numbered, { chunkSize: CHUNK })
    },
    decks: () => held,
    find(words, combineWith, completesAll) {
      const queries = words.map((word) => ({
        combineWith: 'OR' as const,
        queries: lookupsOf(word, completesAll).map(({ term, isPrefix, weight }) => ({
          queries: [term],
          prefix: isPrefix,
          boost: Object.fromEntries(FIELDS.map((field) => [field, WEIGHTS[field] * weight])),
        })),
      }))
      return search({ combineWith, queries }).flatMap(({ id, score }) => {
        const slide = slides[Number(id)]
        return slide ? [{ slide, score }] : []
      })
    },
    nearest(word) {
      const folded = foldWord(word)
      const furthest = folded.length > 7 ? 2 : 1
      if (folded.length < 4) return undefined
      // A swap of two letters is one mistake, and two for the index.
      const counts = new Map<string, number>()
      for (const { match } of search({ queries: [folded], fuzzy: 2 }))
        for (const term of Object.keys(match)) if (isWritten(term)) counts.set(term, (counts.get(term) ?? 0) + 1)
      const near = [...counts]
        .map(([term, count]) => ({ word: term, count, distance: editDistance(folded, foldWord(term)) }))
        .filter(({ word: found, distance }) => distance <= furthest && !/\p{N}/u.test(found))
      return near.toSorted((a, b) => a.distance - b.distance || b.count - a.count || (a.word < b.word ? -1 : 1))[0]
    },
  }
}

function termsIn({ deck, slide, number }: IndexedSlide, field: Field): string {
  // The title of the deck, for its first slide alone: otherwise all slides of a series would hold it.
  const title = field === 'heading' && number === 1 ? [deck.title, ...(deck.tags ?? [])].join(' ') : ''
  return indexTerms(`${slide[field] ?? ''} ${title}`)
}
