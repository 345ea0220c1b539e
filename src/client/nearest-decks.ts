import { longDate } from '../core/i18n/formats.ts'
import { fill } from '../core/i18n/words-in.ts'

const MOST = 3
const DATE = /(?<!\d)((?:19|20)\d{2})([-_.]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)/

/** On the page for wrong addresses: shows the decks that are nearest to a date in its address, instead of the latest. */
export function showNearest(address: string): void {
  const rows = document.querySelector<HTMLTemplateElement>('.lost .near')
  const [, year, , month, day] = DATE.exec(address) ?? []
  if (!rows || year === undefined) return
  const date = `${year}-${month}-${day}`
  const distanceOf = (row: Element) => Math.abs(Date.parse(row.querySelector('time')?.dateTime ?? '') - Date.parse(date))
  const nearest = [...rows.content.children].toSorted((one, other) => distanceOf(one) - distanceOf(other)).slice(0, MOST)
  const [lede, heading, list] = ['.lede', 'h2', '.decks'].map((part) => document.querySelector(`.lost ${part}`))
  if (lede) lede.textContent = fill(rows.dataset['lede'] ?? '', longDate(date, document.documentElement.lang))
  if (heading) heading.textContent = rows.dataset['name'] ?? ''
  // In the order of the page: the newest first.
  list?.replaceChildren(...[...rows.content.children].filter((row) => nearest.includes(row)))
}
