import type { SiteOptions } from '../../config/site-options.ts'

// The names that people write behind a time, and their hours ahead of UTC.
const ZONES: Readonly<Record<string, number>> = {
  UTC: 0,
  GMT: 0,
  Z: 0,
  WET: 0,
  BST: 1,
  CET: 1,
  WEST: 1,
  CEST: 2,
  MEZ: 1,
  MESZ: 2,
  EET: 2,
  EEST: 3,
}
const HOUR = 3_600_000

/** The next call of a site as an iCalendar file of one event; `undefined` if the site does not say when it is. It takes an hour, or a day if no time is known. */
export function calendarFile({ title, url, next: { date, time = '', place, join } }: SiteOptions): string | undefined {
  if (date === undefined) return undefined
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Hedgerow//EN',
    'BEGIN:VEVENT',
    `UID:${date}@${url !== undefined && URL.canParse(url) ? new URL(url).host : 'hedgerow'}`,
    `DTSTAMP:${date.replaceAll('-', '')}T000000Z`,
    ...eventTimes(date, time),
    `SUMMARY:${escapeText(title)}`,
    ...(place === undefined ? [] : [`LOCATION:${escapeText(place)}`]),
    ...(join === undefined || !/^https?:/.test(join) ? [] : [`URL:${join}`]),
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return `${lines.map(fold).join('\r\n')}\r\n`
}

function eventTimes(date: string, time: string): readonly string[] {
  const [, hours, minutes = '00', zone] = /^\s*(\d{1,2})(?:[:.h](\d{2}))?\s*(?:Uhr\s*)?([A-Z]+)?\b/.exec(time) ?? []
  const start = new Date(`${date}T${hours?.padStart(2, '0')}:${minutes}:00Z`)
  if (hours === undefined || Number.isNaN(start.getTime())) return [`DTSTART;VALUE=DATE:${date.replaceAll('-', '')}`]
  const ahead = ZONES[zone ?? '']
  // Without a known zone, it is the time where the reader is.
  const at = (moment: number) =>
    new Date(moment - (ahead ?? 0) * HOUR).toISOString().replace(/[-:]|\.\d+Z$/g, '') + (ahead === undefined ? '' : 'Z')
  return [`DTSTART:${at(start.getTime())}`, `DTEND:${at(start.getTime() + HOUR)}`]
}

function escapeText(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n')
}

// A line has at most 75 bytes. Letters take up to four.
function fold(line: string): string {
  return /^[\x20-\x7e]{0,75}$/.test(line) ? line : (line.match(/.{1,18}/gsu) ?? []).join('\r\n ')
}
