import { withoutMarkdownEnding } from '../files.ts'

/** A deck's id from its path: without `.md`; `index.md` has the name of its folder. Unicode is composed (NFC), whatever the file system does. */
export function deckId(path: string, rootName: string): string {
  const id = withoutMarkdownEnding(path.normalize('NFC'))
  if (id === 'index') return rootName.normalize('NFC')
  return id.replace(/\/index$/, '')
}

/** The ISO date in a path, the file name first: `20240822`, `2024-08-22-call`, `20230831-slides`. */
export function dateFromPath(path: string): string | undefined {
  for (const part of path.split('/').toReversed()) {
    for (const found of part.matchAll(/(?<!\d)((?:19|20)\d{2})([-_.]?)(\d{2})\2(\d{2})(?!\d)/g)) {
      const date = `${found[1]}-${found[3]}-${found[4]}`
      if (isDate(date)) return date
    }
  }
  return undefined
}

/** Whether a text is an existing day in ISO form, such as 2024-08-22. */
export function isDate(text: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!parts) return false
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}
