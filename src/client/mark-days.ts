import { makeElement } from './make-element.ts'

/** Marks the decks of today, of the next day that has any, and of the last one, by the visitor's calendar. `words` has what to say of each. */
export function markDays(words: DOMStringMap, now = new Date()): void {
  const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-')
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
    const text = marks.get(time.dateTime)
    if (text !== undefined) time.before(makeElement('strong', { className: 'day' }, text))
  }
}
