import type { Words } from '../../i18n/words.ts'
import { type Citation, citationKey } from './citation.ts'

/** A citation as CSL-JSON, which Zotero and Pandoc read. Names are not taken apart, since the order of their parts is not known. */
export function citeAsCsl(citation: Citation, words: Words['citation']): string {
  const { id, title, authors, publisher, date, revision, address, lang } = citation
  const item = {
    id: citationKey(id),
    type: 'speech',
    title,
    author: (authors.length > 0 ? authors : [publisher]).map((literal) => ({ literal })),
    ...(date === undefined ? {} : { issued: { 'date-parts': [date.split('-').map(Number)] } }),
    genre: words.kind,
    ...(authors.length > 0 && publisher !== '' ? { publisher } : {}),
    ...(revision === undefined ? {} : { version: revision }),
    ...(address === undefined ? {} : { URL: address }),
    language: lang,
  }
  // A property a line: with all levels indented, a date takes seven.
  const lines = Object.entries(item).map((property) => `  ${property.map((part) => JSON.stringify(part)).join(': ')}`)
  return `[{\n${lines.join(',\n')}\n}]`
}
