import { foldWord, wordsOf } from './fold-word.ts'

/** What somebody asks for. */
export interface Query {
  /** In the order of the query, without duplicates. */
  readonly words: readonly string[]
  /** Each with its words folded. The last one may still be written. */
  readonly phrases: readonly Phrase[]
}

export interface Phrase {
  readonly text: string
  readonly isClosed: boolean
}

// A slide that holds all words of a longer text is the one that it was copied from.
const MOST_WORDS = 12

/** Reads a query: words, and phrases in quotation marks of any kind. */
export function readQuery(text: string): Query {
  const phrases = [...text.matchAll(/["„“”«»]([^"„“”«»]+)(["„“”«»]|$)/g)].map(({ 1: inside = '', 2: end = '' }) => ({
    text: foldedText(inside),
    isClosed: end !== '',
  }))
  const words = new Map(wordsOf(text).map(({ word }) => [foldWord(word), word]))
  return { words: [...words.values()].slice(0, MOST_WORDS), phrases: phrases.filter(({ text: inside }) => inside.includes(' ')) }
}

/** Whether a text holds a phrase, word by word. */
export function holdsPhrase(text: string, { text: phrase, isClosed }: Phrase): boolean {
  return ` ${foldedText(text)} `.includes(` ${phrase}${isClosed ? ' ' : ''}`)
}

function foldedText(text: string): string {
  return wordsOf(text)
    .map(({ word }) => foldWord(word))
    .join(' ')
}
