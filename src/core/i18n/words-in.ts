import { de } from './de.ts'
import { en } from './en.ts'
import type { Words } from './words.ts'

const languages: Readonly<Record<string, Words>> = { en, de }

/** The words of the first of these languages that there are words in; English without one. Tags are like `de-AT`. */
export function wordsIn(tags: readonly string[]): { readonly lang: string; readonly words: Words } {
  for (const tag of tags) {
    const lang = tag.toLowerCase().split('-')[0] ?? ''
    const words = Object.hasOwn(languages, lang) ? languages[lang] : undefined
    if (words) return { lang, words }
  }
  return { lang: 'en', words: en }
}

/** Puts values into the places of a text. */
export function fill(text: string, ...values: readonly (string | number)[]): string {
  return text.replace(/\{(\d)\}/g, (place, index: string) => String(values[Number(index)] ?? place))
}
