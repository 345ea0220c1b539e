/** The size of a file for people, as `812 kB` or `1,2 MB`. */
export function fileSize(bytes: number, lang: string): string {
  if (bytes < 1e6) return `${Math.max(1, Math.round(bytes / 1e3))} kB`
  return `${new Intl.NumberFormat(lang, { maximumFractionDigits: 1 }).format(bytes / 1e6)} MB`
}
