import { withoutMarkdownEnding } from '../files.ts'

/** A deck's id from its path: without `.md`; `index.md` has the name of its folder. However a system spells an "ä", its address has one. */
export function deckId(path: string, rootName: string): string {
  const id = withoutMarkdownEnding(path.normalize('NFC'))
  if (id === 'index') return rootName.normalize('NFC')
  return id.replace(/\/index$/, '')
}

/** The ISO date that a file name begins or ends with or holds: `20240822`, `2024-08-22-call`, `20230831-slides`. */
export function dateFromPath(path: string): string | undefined {
  for (const part of path.split('/').toReversed()) {
    for (const found of part.matchAll(/(?<!\d)((?:19|20)\d{2})([-_.]?)(\d{2})\2(\d{2})(?!\d)/g)) {
      const date = `${found[1]}-${found[3]}-${found[4]}`
      if (isDate(date)) return date
    }
  }
  return undefined
}

/** Whether a text is a day of the calendar, as 2024-08-22. */
export function isDate(text: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!parts) return false
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}
