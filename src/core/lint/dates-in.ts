import { isDate } from '../deck/deck-id.ts'

/** A day that a text names, as it is written and as an ISO date. */
export interface WrittenDate {
  readonly written: string
  readonly date: string
}

// By their first three letters, in English and German.
const MONTHS: readonly (readonly string[])[] = [
  ['jan', 'jän'],
  ['feb'],
  ['mar', 'mär', 'mrz'],
  ['apr'],
  ['may', 'mai'],
  ['jun'],
  ['jul'],
  ['aug'],
  ['sep'],
  ['oct', 'okt'],
  ['nov'],
  ['dec', 'dez'],
]

const MONTH =
  '(january|february|march|april|may|june|july|august|september|october|november|december|januar|jänner|februar|märz|mai|juni|juli|' +
  'oktober|dezember|jan|feb|mar|mär|mrz|apr|jun|jul|aug|sept|sep|oct|okt|nov|dec|dez)'

// 10/12/2024 is one day here and another there.
const SHAPES: readonly RegExp[] = [
  /(?<![\d-])(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})(?![\d-])/giu,
  /(?<![\d.])(?<day>\d{1,2})\. ?(?<month>\d{1,2})\. ?(?<year>\d{4})(?![\d.]\d)/giu,
  new RegExp(`(?<!\\d)(?<day>\\d{1,2})(?:st|nd|rd|th|\\.)? (?:of )?(?<name>${MONTH})\\.?,? (?<year>\\d{4})(?!\\d)`, 'giu'),
  new RegExp(`(?<!\\p{L})(?<name>${MONTH})\\.? (?<day>\\d{1,2})(?:st|nd|rd|th)?,? (?<year>\\d{4})(?!\\d)`, 'giu'),
]

/** The days that a text names in full: `2024-08-22`, `22.08.2024`, `22 August 2024`, `August 22nd, 2024`, `22. Mai 2024`. */
export function datesIn(text: string): WrittenDate[] {
  if (!/\d{4}/.test(text)) return []
  return SHAPES.flatMap((shape) =>
    [...text.matchAll(shape)].flatMap(({ 0: written, groups = {} }) => {
      const { year = '', month, name = '', day = '' } = groups
      const number = month ?? String(MONTHS.findIndex((names) => names.includes(name.slice(0, 3).toLowerCase())) + 1)
      const date = `${year}-${number.padStart(2, '0')}-${day.padStart(2, '0')}`
      return isDate(date) ? [{ written, date }] : []
    }),
  )
}
