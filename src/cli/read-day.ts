import { readDate } from '../core/deck/dates-in.ts'
import { LANGUAGES } from '../core/i18n/words-in.ts'
import { dayOf } from './day-of.ts'
import { UsageError } from './usage.ts'

const NEXT = /^(?:next|nächste[nr]?|kommende[nr]?)\s+|\s+prochain$/u
// A Sunday.
const SUNDAY = Date.UTC(2024, 5, 2)
const DAY = 86_400_000

/**
 * The ISO date of a day as people say it, in the languages of the interface: `2026-11-26`, `26 November 2026`, `today`, `morgen`, `jeudi`. A weekday
 * is the next one, which may be today; `next thursday` is never today. Throws `UsageError`.
 */
export function readDay(written: string, now: Date): string {
  const text = written.toLowerCase().normalize('NFC').trim()
  const date = readDate(text)
  if (date !== undefined) return date
  const word = text.replace(NEXT, '')
  const days = relativeDays().get(text) ?? daysUntil(weekdays().get(word), { now, isLater: word !== text })
  if (days === undefined)
    throw new UsageError(
      `--date must be a date such as 2026-11-26, today, tomorrow or a weekday, also in German or French; got "${written}"`,
    )
  // Noon, since daylight saving time makes some days longer or shorter.
  return dayOf(new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, 12))
}

function daysUntil(weekday: number | undefined, { now, isLater }: { readonly now: Date; readonly isLater: boolean }): number | undefined {
  if (weekday === undefined) return undefined
  const days = (weekday - now.getDay() + 7) % 7
  return days === 0 && isLater ? 7 : days
}

/** The days from today on that have names of their own: today, tomorrow, and in German and French the day after. */
function relativeDays(): ReadonlyMap<string, number> {
  return new Map(
    Object.keys(LANGUAGES).flatMap((lang) => {
      const format = new Intl.RelativeTimeFormat(lang, { numeric: 'auto' })
      return [0, 1, 2].flatMap((days): [string, number][] => {
        const name = format.format(days, 'day')
        return [
          [name, days],
          [name.replaceAll('’', "'"), days],
        ]
      })
    }),
  )
}

/** The numbers of the weekdays, from Sunday as 0, by their names. */
function weekdays(): ReadonlyMap<string, number> {
  return new Map(
    Object.keys(LANGUAGES).flatMap((lang) => {
      const format = new Intl.DateTimeFormat(lang, { weekday: 'long', timeZone: 'UTC' })
      return [0, 1, 2, 3, 4, 5, 6].map((day): [string, number] => [format.format(SUNDAY + day * DAY).toLowerCase(), day])
    }),
  )
}
