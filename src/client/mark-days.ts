import { makeElement } from './make-element.ts'

/** Marks the decks of today, of the next day that has any, of the last one, and those further ahead, by the visitor's calendar. `words` has what to say of each. */
export function markDays(words: DOMStringMap, today: string): void {
  const times = [...document.querySelectorAll<HTMLTimeElement>('.decks time')]
  const days = times.map(({ dateTime }) => dateTime).toSorted()
  const next = days.find((day) => day > today)
  const latest = days.findLast((day) => day < today)
  const marks = new Map([
    [latest, words['latest']],
    [next, words['next']],
    [today, words['today']],
  ])
  for (const time of times) {
    const text = marks.get(time.dateTime) ?? (time.dateTime > today ? words['coming'] : undefined)
    if (text !== undefined) time.parentElement?.querySelector('.about')?.append(' ', makeElement('strong', { className: 'pill day' }, text))
  }
}

/** The day of the visitor, as an ISO date. */
export function dayOf(now: Date): string {
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-')
}
