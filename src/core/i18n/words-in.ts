import { decodeAddress } from '../shared/decode-address.ts'
import * as languages from './languages.ts'
import type { Words } from './words.ts'

/** All words in all languages; a missing word is a compile error. */
export const LANGUAGES: Readonly<Record<keyof typeof languages, Words>> = languages

/** The words of the first supported language; English if none is. */
export function wordsIn(tags: readonly string[]): { readonly lang: string; readonly words: Words } {
  const lang = chooseLanguage(tags, LANGUAGES)
  return { lang, words: LANGUAGES[lang] }
}

/** The first language that has an entry; English if none has. Tags are like `de-AT`. */
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

/** The name of a video whose title is not known. */
export function videoName({ service, id }: { readonly service: string; readonly id: string }, { slides }: Pick<Words, 'slides'>): string {
  return `${fill(slides.video, service === 'youtube' ? 'YouTube' : 'Vimeo')} ${id}`
}

/** An image that a page cannot show. */
export interface MissingImage {
  readonly address: string
  /** Alternative text; may be empty. */
  readonly alt: string
  /** The server that it is on; missing if it should be in the site. */
  readonly host?: string
}

/** The text in place of an image that is missing or on another server: its name, and why it is not shown. */
export function missingImageText({ address, alt, host }: MissingImage, words: Words['viewer']): string {
  const file = address.split(/[?#]/)[0]?.split('/').pop() ?? address
  const name = alt || (decodeAddress(file) ?? file)
  return `${name} (${host === undefined ? words.missing : fill(words.elsewhere, host)})`
}
