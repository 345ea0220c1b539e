import { foldWord, plainWord, wordsOf } from './fold-word.ts'
import { stemEnglish, stemGerman } from './stem-word.ts'

// Terms of the index that are no words begin with a mark, so that a query says which kind it means.
const TAIL = '-'
const GERMAN = '~d'
const ENGLISH = '~e'

// Of a compound. A shorter tail is rarely a word.
const LONG_WORD = 10
const SHORTEST_HEAD = 4
const SHORTEST_TAIL = 5
// Longer ones are data, such as keys.
const LONGEST_WORD = 60

// Words repeat: of a hundred words of a slide, ninety stand on others, too.
const known = new Map<string, string>()

/** The terms under which a text is found, separated by spaces. */
export function indexTerms(text: string): string {
  return wordsOf(text)
    .map(({ word }) => termsOfWord(word))
    .join(' ')
}

function termsOfWord(word: string): string {
  if (word.length > LONGEST_WORD) return ''
  const terms = known.get(word) ?? makeTerms(word).join(' ')
  known.set(word, terms)
  return terms
}

// German decks have English words and the other way round, and few say their language: both inflections apply to all.
function makeTerms(word: string): string[] {
  const [plain, folded] = [plainWord(word), foldWord(word)]
  const terms = folded === plain ? [plain] : [plain, folded]
  if (!isWord(folded)) return terms
  const tails = folded.length < LONG_WORD ? 0 : folded.length - SHORTEST_TAIL - SHORTEST_HEAD + 1
  return [
    ...terms,
    GERMAN + stemGerman(folded),
    ENGLISH + stemEnglish(folded),
    ...Array.from({ length: tails }, (_, at) => TAIL + folded.slice(SHORTEST_HEAD + at)),
  ]
}

/** Whether a folded word has letters alone, and so can have endings. */
const isWord = (folded: string) => !/\p{N}/u.test(folded)

/** How a word of a query is looked up: each way finds slides, the first ones count more. */
export interface Lookup {
  readonly term: string
  /** Longer terms match too. */
  readonly isPrefix: boolean
  readonly weight: number
}

const SHORT = 2

/** The ways to look a word up. Names of one or two letters and numbers are looked up as they are, unless nothing is found that way. */
export function lookupsOf(word: string, completesAll: boolean): readonly Lookup[] {
  const [plain, folded] = [plainWord(word), foldWord(word)]
  const isPrefix = completesAll || (isWord(plain) && plain.length > SHORT)
  const whole = { term: plain, isPrefix: false, weight: 2 }
  const written = [whole, ...[...new Set([plain, folded])].map((term) => ({ term, isPrefix, weight: 1 }))]
  if (!isWord(folded) || folded.length <= SHORT) return written
  const stems = [GERMAN + stemGerman(folded), ENGLISH + stemEnglish(folded)].map((term) => ({ term, isPrefix: false, weight: 0.2 }))
  const tails = [...new Set([folded, stemGerman(folded)])].filter((tail) => tail.length >= SHORTEST_TAIL)
  return [...written, ...stems, ...tails.map((tail) => ({ term: TAIL + tail, isPrefix: true, weight: 0.3 }))]
}

/** Whether a term of the index is a word as somebody wrote it. */
export const isWritten = (term: string) => !term.startsWith(TAIL) && !term.startsWith('~')

/** Whether a word of a slide is one that a word of a query finds. */
export function matchWord(word: string, asked: string, completesAll: boolean): boolean {
  const terms = new Set(termsOfWord(word).split(' '))
  return lookupsOf(asked, completesAll).some(({ term, isPrefix }) =>
    isPrefix ? [...terms].some((own) => own.startsWith(term)) : terms.has(term),
  )
}
