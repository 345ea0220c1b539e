// 202X-XX-XX, 20XX1231, YYYY-MM-DD, DD.MM.YYYY, JJJJ-MM-TT, AAAA-MM-JJ, 2024-XX-XX.
const YEAR = '(?:20\\d?[xX?_]{1,2}|YYYY|yyyy|JJJJ|jjjj|AAAA|aaaa|XXXX|xxxx|\\?{4})'
const PART = '(?:\\d{2}|[xX?_]{2}|MM|mm|DD|dd|TT|tt|JJ|jj)'
const OPEN = '(?:[xX?_]{2}|MM|mm|DD|dd|TT|tt|JJ|jj)'
const SHAPE = `(?<![\\p{L}\\d])(?:${YEAR}[-./_]?${PART}[-./_]?${PART}|20\\d{2}-${OPEN}-${OPEN}|${PART}[-./]${PART}[-./]${YEAR})(?![\\p{L}\\d])`

/** Matches each placeholder for a date. */
export const DATE_PLACEHOLDERS = new RegExp(SHAPE, 'gu')

const ONE = new RegExp(SHAPE, 'u')
const YEAR_FIRST = new RegExp(`^(?:${YEAR}|20\\d{2})([-./_]?)(${PART})([-./_]?)(${PART})$`, 'u')
const YEAR_LAST = new RegExp(`^(${PART})([-./])(${PART})([-./])${YEAR}$`, 'u')

/** Whether a text has a placeholder for a date. */
export function hasDatePlaceholder(text: string): boolean {
  return ONE.test(text)
}

/** The text with an ISO date in place of each placeholder, written as the placeholder is. */
export function fillDatePlaceholders(text: string, date: string): string {
  const [year = '', month = '', day = ''] = date.split('-')
  // What is not named is in the usual order: from year to day, or from day to year.
  const fill = (part: string, usual: string) => (/^mm$/i.test(part) ? month : /^(?:dd|tt|jj)$/i.test(part) ? day : usual)
  return text.replace(DATE_PLACEHOLDERS, (written) => {
    const [, first = '', two = '', second = '', three = ''] = YEAR_FIRST.exec(written) ?? []
    if (two !== '') return `${year}${first}${fill(two, month)}${second}${fill(three, day)}`
    const [, one = '', before = '', other = '', after = ''] = YEAR_LAST.exec(written) ?? []
    return `${fill(one, day)}${before}${fill(other, month)}${after}${year}`
  })
}
