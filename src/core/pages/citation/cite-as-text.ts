import { longDate } from '../../i18n/formats.ts'
import type { Words } from '../../i18n/words.ts'
import { fill } from '../../i18n/words-in.ts'
import type { Citation } from './citation.ts'

/** A citation as a line of text, in the language of the words: authors, date, title, publisher, version, address. */
export function citeAsText(
  { title, authors, publisher, date, revision, address }: Citation,
  words: Words['citation'],
  lang: string,
): string {
  const day = date === undefined ? '' : ` (${longDate(date, lang)})`
  const parts = [
    `${authors.join(', ') || publisher}${day}`,
    `${title} [${words.kind}]`,
    ...(authors.length > 0 && publisher !== '' ? [publisher] : []),
    ...(revision === undefined ? [] : [fill(words.version, revision)]),
  ]
  const sentences = parts.map((part) => (/[.!?…]$/.test(part) ? part : `${part}.`)).join(' ')
  return address === undefined ? sentences : `${sentences} ${address}`
}
