import * as languages from './languages.ts'
import type { Words } from './words.ts'

/** All words in all languages: a language that lacks one does not compile. */
export const LANGUAGES: Readonly<Record<keyof typeof languages, Words>> = languages

/** The words of the first of these languages that there are words in; English without one. */
export function wordsIn(tags: readonly string[]): { readonly lang: string; readonly words: Words } {
  const lang = chooseLanguage(tags, LANGUAGES)
  return { lang, words: LANGUAGES[lang] }
}

/** The first of these languages that has an entry; English without one. Tags are like `de-AT`. */
export function chooseLanguage<Language extends string>(
  tags: readonly string[],
  entries: Readonly<Record<Language, unknown>>,
): Language | 'en' {
  const languages = tags.map((tag) => tag.toLowerCase().split('-')[0] ?? '')
  return languages.find((language): language is Language => Object.hasOwn(entries, language)) ?? 'en'
}

/** Fills the placeholders of a text. */
export function fill(text: string, ...values: readonly (string | number)[]): string {
  return text.replace(/\{(\d)\}/g, (placeholder, index: string) => String(values[Number(index)] ?? placeholder))
}

export interface MissingImage {
  readonly address: string
  /** The author's words for it, or nothing. */
  readonly alt: string
  /** The server that it is on; missing where it should be in the site. */
  readonly host?: string
}

/** What is said in the place of a picture that is on another server or missing: its name, and where it is. */
export function missingImageText({ address, alt, host }: MissingImage, words: Words['viewer']): string {
  const name = alt || decode(address.split(/[?#]/)[0]?.split('/').pop() ?? address)
  return `${name} (${host === undefined ? words.missing : fill(words.elsewhere, host)})`
}

function decode(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}
