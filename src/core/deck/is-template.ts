import { withoutMarkdownEnding } from '../files.ts'
import { withoutCode } from '../shared/without-code.ts'
import { hasDatePlaceholder } from './date-placeholder.ts'
import { readDate } from './dates-in.ts'
import { dateFromPath } from './deck-id.ts'

/** What shows that a file is to be copied and filled in: its path, its options, and its text after the front matter. */
export interface TemplateSigns {
  readonly path: string
  readonly date: unknown
  readonly title: unknown
  readonly body: string
}

const NAME = /(?:^_?|[-_. ])(?:template|vorlage|mod[eè]le)$/iu
const FOLDER = /^_?(?:templates?|vorlagen?|mod[eè]les?)$/iu
// In characters.
const LONGEST = 10_000

/**
 * Whether a file is a template for decks: by its name or folder, or because it has a placeholder where decks have their date. A deck with a
 * date is none, even if it has kept the placeholder.
 */
export function isTemplate({ path, date, title, body }: TemplateSigns): boolean {
  const folders = withoutMarkdownEnding(path.normalize('NFC')).split('/')
  const name = folders.pop() ?? ''
  const isDated = typeof date === 'string' ? readDate(date) !== undefined : date !== undefined && date !== null
  if (isDated || dateFromPath(path) !== undefined) return false
  if (NAME.test(name) || folders.some((folder) => FOLDER.test(folder)) || hasDatePlaceholder(name)) return true
  return (
    [date, title].some((text) => typeof text === 'string' && hasDatePlaceholder(text)) ||
    titlesOf(body).some((text) => hasDatePlaceholder(text))
  )
}

// The headings of the first slide. A long file need not be split to its end.
function titlesOf(body: string): readonly string[] {
  const [first = ''] = body.slice(0, LONGEST).split(/\n-{3,4}[ \t]*(?=\n)/)
  const lines = withoutCode(first).split('\n')
  return lines.filter((line, index) => /^\s{0,3}(?:#{1,6}\s|<h[1-6]\b)/i.test(line) || /^ {0,3}=+\s*$/.test(lines[index + 1] ?? ''))
}
