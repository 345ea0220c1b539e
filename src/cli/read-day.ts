import { isDate } from '../core/deck/deck-id.ts'
import { WrongUse } from './exit.ts'

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']

/** The ISO date that is meant by `2026-11-26`, `today`, `tomorrow`, or by a weekday: the next, which may be today. Throws `WrongUse`. */
export function readDay(written: string, now: Date): string {
  const word = written.toLowerCase()
  if (isDate(word)) return word
  const weekday = WEEKDAYS.indexOf(word)
  const days = weekday === -1 ? ['today', 'tomorrow'].indexOf(word) : (weekday - now.getDay() + 7) % 7
  if (days === -1) throw new WrongUse(`--date must be a day like 2026-11-26, today, tomorrow, or a weekday, but is ${written}`)
  // Noon, since days of a change of clocks are longer or shorter.
  const day = new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, 12)
  return [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((part) => String(part).padStart(2, '0')).join('-')
}
