import { statSync } from 'node:fs'
import { isDate } from '../core/deck/deck-id.ts'

/** The command was called in a way that cannot work; the message says how it can. Exit status 2. */
export class WrongUse extends Error {}

/** What tells a command to stop, with the exit status of one that did: 128 and the number of the signal. SIGBREAK is Ctrl+Break of Windows. */
export const STOP_SIGNALS = [
  ['SIGHUP', 129],
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGBREAK', 149],
] as const

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']

/** Throws `WrongUse` where what is named is no folder. */
export function needFolder(folder: string): void {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw new WrongUse(`"${folder}" is not a folder of decks`)
}

/** The path under which a site is published, from the command line. Throws `WrongUse`. */
export function readBase(text: string): string {
  if (!/^\/(?:[^\s?#/][^\s?#]*\/)?$/.test(text)) throw new WrongUse(`--base must start and end with "/", as in /slides/; got "${text}"`)
  return text
}

/** A port number from the command line. Throws `WrongUse`. */
export function readPort(text: string): number {
  const port = Number(text)
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new WrongUse(`--port must be a number from 0 to 65535; got "${text}"`)
  return port
}

/** The ISO date that is meant by `2026-11-26`, `today`, `tomorrow`, or by a weekday: the next, which may be today. Throws `WrongUse`. */
export function readDay(written: string, now: Date): string {
  const word = written.toLowerCase()
  if (isDate(word)) return word
  const weekday = WEEKDAYS.indexOf(word)
  const days = weekday === -1 ? ['today', 'tomorrow'].indexOf(word) : (weekday - now.getDay() + 7) % 7
  if (days === -1) throw new WrongUse(`--date must be a date such as 2026-11-26, today, tomorrow or a weekday; got "${written}"`)
  // Noon, since days of a change of clocks are longer or shorter.
  const day = new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, 12)
  return [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((part) => String(part).padStart(2, '0')).join('-')
}

/** `1 deck`, `2 decks`. */
export function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`
}
