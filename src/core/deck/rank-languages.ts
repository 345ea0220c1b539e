import { data } from 'franc-min/data.js'
import { expressions } from 'franc-min/expressions.js'

/** A language by its code of three letters, and how similar a text is to it: the most similar one has 1. */
export type RankedLanguage = readonly [language: string, similarity: number]

// Of a trigram that is none of the most frequent ones of a language.
const FARTHEST = 300

/**
 * Ranks languages by the trigrams of a text, which consists of words and is not empty. The result is that of franc, which needs three times
 * as long, as it compares the text with one language after the other.
 */
export function createLanguageRanking(languages: Iterable<string>): (text: string) => readonly RankedLanguage[] {
  const wanted = new Set(languages)
  const known = new Map<string, Model>()
  return (text) => {
    const script = scriptOf(text)
    // The code of a script with a single language is that of the language.
    if (!Object.hasOwn(data, script)) return wanted.has(script) ? [[script, 1]] : []
    const model = known.get(script) ?? modelOf(data[script] ?? {}, wanted)
    known.set(script, model)
    return rank(text, model)
  }
}

/** The languages of a script, and for each trigram its ranks in those languages, given by index, that use it most. */
interface Model {
  readonly languages: readonly string[]
  readonly ranks: ReadonlyMap<string, readonly Rank[]>
}

interface Rank {
  readonly language: number
  readonly rank: number
}

function modelOf(models: Readonly<Record<string, string>>, wanted: ReadonlySet<string>): Model {
  const languages = Object.keys(models).filter((language) => wanted.has(language))
  const ranks = new Map<string, Rank[]>()
  for (const [index, language] of languages.entries()) {
    const trigrams = (models[language] ?? '').split('|')
    for (const [rank, trigram] of trigrams.entries()) {
      const known = ranks.get(trigram)
      if (known) known.push({ language: index, rank })
      else ranks.set(trigram, [{ language: index, rank }])
    }
  }
  return { languages, ranks }
}

function rank(text: string, { languages, ranks }: Model): readonly RankedLanguage[] {
  const counts = countTrigrams(text)
  const distances = languages.map(() => counts.size * FARTHEST)
  counts.forEach((count, trigram) => {
    ranks.get(trigram)?.forEach(({ language, rank: place }) => {
      distances[language] = (distances[language] ?? 0) + Math.abs(count - place - 1) - FARTHEST
    })
  })
  const nearest = Math.min(...distances)
  const widest = text.length * FARTHEST - nearest
  return languages
    .map((language, index): RankedLanguage => [language, 1 - ((distances[index] ?? 0) - nearest) / widest || 0])
    .toSorted(([, one], [, other]) => other - one)
}

function countTrigrams(text: string): ReadonlyMap<string, number> {
  const words = ` ${text
    .replace(/[!-@]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()} `
  const counts = new Map<string, number>()
  for (let at = 0; at + 3 <= words.length; at += 1) {
    const trigram = words.slice(at, at + 3)
    counts.set(trigram, (counts.get(trigram) ?? 0) + 1)
  }
  return counts
}

/** The script that most characters of a text belong to; empty if they belong to none. */
function scriptOf(text: string): string {
  let [script, most] = ['', 0]
  for (const [name, characters] of Object.entries(expressions)) {
    const count = text.match(characters)?.length ?? 0
    if (count > most) [script, most] = [name, count]
    // No other script can have more.
    if (count > text.length / 2) break
  }
  return script
}
