const formats = new Map<string, Intl.DateTimeFormat>()

/** An ISO date such as `2024-02-01`, written out in a language. */
export function longDate(date: string, lang: string): string {
  // Creating a format takes a millisecond, so they are cached.
  const format = formats.get(lang) ?? new Intl.DateTimeFormat(localeOf(lang), { dateStyle: 'long', timeZone: 'UTC' })
  formats.set(lang, format)
  const text = format.format(new Date(`${date}T00:00:00Z`))
  // In French the first day of a month is an ordinal number, which Intl does not support.
  return lang.toLowerCase().split('-')[0] === 'fr' ? text.replace(/^1(?= )/, '1er') : text
}

/** The month and the year of an ISO date, in a language. */
export function longMonth(date: string, lang: string): string {
  const key = `${lang} month`
  const format = formats.get(key) ?? new Intl.DateTimeFormat(localeOf(lang), { month: 'long', year: 'numeric', timeZone: 'UTC' })
  formats.set(key, format)
  return format.format(new Date(`${date}T00:00:00Z`))
}

/** The day and the month of an ISO date, in a language. */
export function dayAndMonth(date: string, lang: string): string {
  return nameIn(date, lang, { day: 'numeric', month: 'long' })
}

/** The month of an ISO date, in a language. */
export function monthName(date: string, lang: string): string {
  return nameIn(date, lang, { month: 'long' })
}

/** The weekday of an ISO date, in a language. */
export function weekdayName(date: string, lang: string): string {
  return nameIn(date, lang, { weekday: 'long' })
}

function nameIn(date: string, lang: string, part: Intl.DateTimeFormatOptions): string {
  const key = `${lang} ${Object.keys(part)[0]} name`
  const format = formats.get(key) ?? new Intl.DateTimeFormat(localeOf(lang), { ...part, timeZone: 'UTC' })
  formats.set(key, format)
  const name = format.format(new Date(`${date}T00:00:00Z`))
  // It is alone in its line, as a title is.
  return name.charAt(0).toUpperCase() + name.slice(1)
}

/** A number with separators, such as `1,387`. */
export function formatCount(count: number, lang: string): string {
  return new Intl.NumberFormat(localeOf(lang)).format(count)
}

/** The locale of a language tag, or English if the tag is unknown or invalid. */
export function localeOf(lang: string): string {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(lang)[0] ?? 'en'
  } catch {
    return 'en'
  }
}

/** The size of a file in a language, such as `812 kB` or `1,2 Mo`. */
export function fileSize(bytes: number, lang: string): string {
  const [value, unit, maximumFractionDigits] = bytes < 1e6 ? [Math.max(1, bytes / 1e3), 'kilobyte', 0] : [bytes / 1e6, 'megabyte', 1]
  return new Intl.NumberFormat(lang, { style: 'unit', unit, maximumFractionDigits }).format(value)
}
