import { longDate } from '../i18n/formats.ts'

/** The date of a row, as HTML: its day is shown, since headings above say the rest; a reader that hears the link alone gets all of it. */
export function rowDay(date: string | undefined, lang: string): string {
  if (date === undefined) return '<b class="day">–</b>'
  return `<time datetime="${date}"><b aria-hidden="true">${Number(date.slice(8))}</b><i>${longDate(date, lang)}</i></time>`
}
