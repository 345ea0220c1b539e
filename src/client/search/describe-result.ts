import { fill } from '../../core/i18n/words-in.ts'
import type { SearchWords } from '../../core/i18n/search-words.ts'
import type { Found } from './find-slides.ts'

/** What a search says of its result: a heading, and sentences below it. */
export interface ResultText {
  readonly heading: string
  readonly sentences: readonly string[]
}

/** Says what was found, and what was not: a correction or a part of the words is never shown as what was asked. */
export function describeResult(query: string, found: Found, words: SearchWords, isComplete: boolean): ResultText {
  const { hits, held, corrections, missing, withoutPhrase } = found
  if (held === 'none') return { heading: fill(isComplete ? words.none : words.noneYet, query), sentences: isComplete ? [words.hint] : [] }
  const decks = new Set(hits.map(({ slide }) => slide.deck)).size
  const slides = countSlides(hits.length, words)
  const heading = decks === 1 ? fill(words.inOneDeck, slides) : fill(words.inDecks, slides, decks)
  return {
    heading,
    sentences: [
      ...corrections.flatMap(({ typed, meant, count }) => [fill(words.noWord, typed), fill(words.meant, meant, countSlides(count, words))]),
      ...missing.map((word) => fill(words.noWord, word)),
      ...(withoutPhrase ? [words.noPhrase] : held === 'some' ? [words.some] : []),
    ],
  }
}

function countSlides(count: number, words: SearchWords): string {
  return count === 1 ? words.oneSlide : fill(words.slides, count)
}
