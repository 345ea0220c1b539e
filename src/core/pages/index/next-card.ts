import { escapeHtml } from '../../escape-html.ts'
import { monthName, weekdayName } from '../../i18n/formats.ts'
import type { SiteOptions } from '../../config/site-options.ts'
import { CALENDAR } from '../urls.ts'
import type { RowContext } from './deck-row.ts'

/**
 * The card of the next call, as HTML. What the site says of it is there without a script; the script of the page hides it when the day is over,
 * and shows it for a deck of a coming day.
 */
export function nextCard({ next: { date, time, place, join } }: SiteOptions, { words, urls, lang }: RowContext): string {
  const day = date === undefined ? '' : String(Number(date.slice(8)))
  const name = date === undefined ? '' : `${weekdayName(date, lang)}\n${monthName(date, lang)}`
  const where = [time, place].flatMap((part) => (part === undefined || part === '' ? [] : [part]))
  const links = [
    ...(join === undefined ? [] : [`<a class="join" href="${escapeHtml(join)}">${words.join}</a>`]),
    ...(date === undefined ? [] : [`<a href="${urls.asset(CALENDAR)}" download>${words.calendar}</a>`]),
  ]
  return `<aside class="next" aria-label="${words.nextUp}" data-today="${escapeHtml(words.today)}"${date === undefined ? ' hidden' : ` data-date="${date}"`}>
<p class="next-name">${words.nextUp}</p>
<p class="next-day"><b>${day}</b><span>${name}</span></p>${where.length === 0 ? '' : `\n<p class="next-place">${where.map(escapeHtml).join(', ')}</p>`}
<p class="next-deck">${words.toCome}</p>${links.length === 0 ? '' : `\n<p class="next-acts">${links.join('\n')}</p>`}
</aside>
`
}
