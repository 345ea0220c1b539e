import { withoutMarkdownEnding } from '../files.ts'
import { dateFromPath } from './deck-id.ts'

/** What shows that a file is to be copied and filled in: its path, its `date`, and its text after the front matter. */
export interface TemplateSigns {
  readonly path: string
  readonly date: unknown
  readonly body: string
}

const NAME = /(?:^|[-_. ])(?:template|vorlage|mod[eè]le)s?$/iu
const FOLDER = /^_?(?:templates?|vorlagen?|mod[eè]les?)$/iu
// 202X-XX-XX, 20XX1231, YYYY-MM-DD, DD.MM.YYYY, JJJJ-MM-TT, AAAA-MM-JJ, 2024-XX-XX.
const YEAR = '(?:20\\d?[xX?_]{1,2}|YYYY|yyyy|JJJJ|AAAA|XXXX|\\?{4})'
const PART = '(?:\\d{2}|[xX?_]{2}|MM|mm|DD|dd|TT|JJ)'
const OPEN = '(?:[xX?_]{2}|MM|DD|TT|JJ)'
const PLACEHOLDER = new RegExp(
  `(?<![\\p{L}\\d])(?:${YEAR}[-./_]?${PART}[-./_]?${PART}|20\\d{2}-${OPEN}-${OPEN}|${PART}[-./]${PART}[-./]${YEAR})(?![\\p{L}\\d])`,
  'u',
)

/**
 * Whether a file is a template for decks: by its name or folder, or because it has a placeholder where decks have their date. A deck with a
 * date is none, even if it has kept the placeholder.
 */
export function isTemplate({ path, date, body }: TemplateSigns): boolean {
  const parts = withoutMarkdownEnding(path).split('/')
  const name = parts.pop() ?? ''
  if (dateFromPath(path) !== undefined) return false
  if (NAME.test(name) || parts.some((part) => FOLDER.test(part)) || PLACEHOLDER.test(name)) return true
  if (date !== undefined && date !== null) return typeof date === 'string' && PLACEHOLDER.test(date)
  const [first = ''] = body.split(/\n-{3,4}[ \t]*(?=\n)/)
  return first.split('\n').some((line) => /^\s{0,3}(?:#{1,6}\s|<h[1-6]\b)/i.test(line) && PLACEHOLDER.test(line))
}
