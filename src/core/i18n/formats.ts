const formats = new Map<string, Intl.DateTimeFormat>()

/** Writes days out as a language does. To make such a format takes a millisecond, so each is made once. */
export function longDates(lang: string): Intl.DateTimeFormat {
  const format = formats.get(lang) ?? new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeZone: 'UTC' })
  formats.set(lang, format)
  return format
}
