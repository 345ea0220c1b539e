import type { Words } from '../../i18n/words.ts'
import { fill } from '../../i18n/words-in.ts'
import { type Citation, citationKey } from './citation.ts'

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

// BibTeX counts braces even after a backslash, so they become commands.
const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
}

/** A citation as an entry of BibTeX or BibLaTeX. */
export function citeAsBibtex(citation: Citation, words: Words['citation']): string {
  const { id, title, authors, publisher, date, revision, address } = citation
  const fields: readonly (readonly [name: string, value: string | undefined])[] = [
    // A second pair of braces keeps a name in one piece, and the letters of a title as they are.
    ['author', authors.length === 0 ? `{{${escape(publisher)}}}` : `{${authors.map(name).join(' and ')}}`],
    ['title', `{{${escape(title)}}}`],
    ['howpublished', `{${escape(words.kind)}}`],
    // BibLaTeX reads the date, BibTeX the year and the month.
    ['date', date && `{${date}}`],
    ['year', date && `{${date.slice(0, 4)}}`],
    ['month', date && MONTHS[Number(date.slice(5, 7)) - 1]],
    ['organization', authors.length === 0 || publisher === '' ? undefined : `{{${escape(publisher)}}}`],
    ['note', revision && `{${escape(fill(words.version, revision))}}`],
    // Read as it is; encoded addresses have no braces, but that of a site may.
    ['url', address && `{${address.replace(/[{}\\]/g, encodeURIComponent)}}`],
  ]
  const lines = fields.flatMap(([field, value]) => (value === undefined ? [] : [`  ${field} = ${value}`]))
  return `@misc{${citationKey(id)},\n${lines.join(',\n')}\n}`
}

// Other names could be read as several, or with their parts in another order.
function name(author: string): string {
  const isPlain = /^[\p{L}\p{M}.'’-]+( [\p{L}\p{M}.'’-]+)+$/u.test(author) && !/(^| )and( |$)/i.test(author)
  return isPlain ? author : `{${escape(author)}}`
}

function escape(text: string): string {
  return text
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .replace(/[\\{}~^%&#_$]/g, (character) => ESCAPES[character] ?? `\\${character}`)
}
