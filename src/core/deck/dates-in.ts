import { isDate } from './deck-id.ts'
import { LANGUAGES } from '../i18n/words-in.ts'

/** A date in a text, as written and in ISO form. */
export interface WrittenDate {
  readonly written: string
  readonly date: string
}

// The numbers of the months by their names in all languages: decks do not always say which one they are in.
const MONTHS: ReadonlyMap<string, number> = new Map(
  Object.values(LANGUAGES).flatMap(({ months }) =>
    months.flatMap((names, index) => names.split(' ').map((name): [string, number] => [name, index + 1])),
  ),
)
const MONTH = `(?:${[...MONTHS.keys()].toSorted((a, b) => b.length - a.length).join('|')})`

// Not 10/12/2024, which is a day in October or in December.
const SHAPES: readonly RegExp[] = [
  /(?<![\d-])(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})(?![\d-])/giu,
  /(?<![\d.])(?<day>\d{1,2})\. ?(?<month>\d{1,2})\. ?(?<year>\d{4})(?![\d.]\d)/giu,
  new RegExp(`(?<!\\d)(?<day>\\d{1,2})(?:st|nd|rd|th|er|\\.)? (?:of )?(?<name>${MONTH})\\.?,? (?<year>\\d{4})(?!\\d)`, 'giu'),
  new RegExp(`(?<!\\p{L})(?<name>${MONTH})\\.? (?<day>\\d{1,2})(?:st|nd|rd|th)?,? (?<year>\\d{4})(?!\\d)`, 'giu'),
]

/** The ISO date that a text consists of, perhaps with a time or weekday; `undefined` if it has none, several, or one that is ambiguous. */
export function readDate(text: string): string | undefined {
  const numbers = /^\s*(\d{4})([-/.]?)(\d{1,2})\2(\d{1,2})(?:[T\s].*)?$/s.exec(text)
  if (numbers) {
    const [, year = '', dash = '', month = '', day = ''] = numbers
    const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
    return isDate(date) && (dash !== '' || month.length + day.length === 4) ? date : undefined
  }
  const [found, ...others] = datesIn(text)
  return found && others.length === 0 ? found.date : undefined
}

/** The full dates in a text: `2024-08-22`, `22.08.2024`, `22 August 2024`, `August 22nd, 2024`, `22. Mai 2024`, `1er mai 2024`. */
export function datesIn(text: string): WrittenDate[] {
  if (!/\d{4}/.test(text)) return []
  return SHAPES.flatMap((shape) =>
    [...text.matchAll(shape)].flatMap(({ 0: written, groups = {} }) => {
      const { year = '', month, name = '', day = '' } = groups
      const number = month ?? String(MONTHS.get(name.toLowerCase()) ?? 0)
      const date = `${year}-${number.padStart(2, '0')}-${day.padStart(2, '0')}`
      return isDate(date) ? [{ written, date }] : []
    }),
  )
}
