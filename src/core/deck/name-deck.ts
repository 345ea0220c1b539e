import { withoutMarkdownEnding } from '../files.ts'
import { dateFromPath } from './deck-id.ts'

/** The path of a new deck, without `.md`, and its title, which is empty if the name is only a date. */
export interface DeckName {
  readonly path: string
  readonly title: string
}

/** Derives path and title of a deck from a title or path that was typed. `day` is an ISO date to put before a name without one. */
export function nameDeck(typed: string, day?: string): DeckName {
  const parts = withoutMarkdownEnding(typed.normalize('NFC').trim()).split('/')
  const name = parts.pop() ?? ''
  const isWords = /[\s\p{Lu}]/u.test(name)
  const slug = isWords
    ? name
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, '-')
        .replace(/^-|-$/g, '')
    : name
  const dated = day === undefined || dateFromPath(slug) !== undefined ? slug : `${day.replaceAll('-', '')}-${slug}`
  return { path: [...parts, dated].join('/'), title: isWords ? name : titleFromName(name) }
}

/** The name of a file or folder as a title: `20240822-community-call` is `Community call`. */
export function titleFromName(slug: string): string {
  const words = slug
    .replace(/(?<!\d)(19|20)\d{2}([-_.]?)\d{2}\2\d{2}(?!\d)/, '')
    .split(/[-_]+/)
    .filter((word) => word !== '')
    .join(' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

// Device names of Windows, with or without an extension.
const DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|com[\d¹²³]|lpt[\d¹²³])[ ]*(?:\.|$)/i

/** Whether each name in a path is valid on every operating system. */
export function isPortablePath(path: string): boolean {
  return path.split('/').every((name) => !DEVICE.test(name) && !/[. ]$|[<>:"|?*\\\u0000-\u001f]/.test(name))
}
