const formats = new Map<string, Intl.DateTimeFormat>()

/** Writes days out as a language does. To make such a format takes a millisecond, so each is made once. */
export function longDates(lang: string): Intl.DateTimeFormat {
  const format = formats.get(lang) ?? new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeZone: 'UTC' })
  formats.set(lang, format)
  return format
}

/** The size of a file for people, as `812 kB` or `1,2 Mo`. */
export function fileSize(bytes: number, lang: string): string {
  const [value, unit, maximumFractionDigits] = bytes < 1e6 ? [Math.max(1, bytes / 1e3), 'kilobyte', 0] : [bytes / 1e6, 'megabyte', 1]
  return new Intl.NumberFormat(lang, { style: 'unit', unit, maximumFractionDigits }).format(value)
}
