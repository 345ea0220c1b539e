import { withoutMarkdownEnding } from '../files.ts'
import { dateFromPath } from './deck-id.ts'

/** What a new deck is called: its path without `.md`, and its title, which is empty where its name is a date alone. */
export interface DeckName {
  readonly path: string
  readonly title: string
}

/** Names a deck after the words or the path that were typed. `day` is an ISO date for the start of the path, if it has none. */
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
  return { path: [...parts, dated].join('/'), title: isWords ? name : titleOf(name) }
}

function titleOf(slug: string): string {
  const words = slug
    .replace(/(?<!\d)(19|20)\d{2}([-_.]?)\d{2}\2\d{2}(?!\d)/, '')
    .split(/[-_]+/)
    .filter((word) => word !== '')
    .join(' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

// Devices of Windows, whatever follows behind a dot.
const DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|com[\d¹²³]|lpt[\d¹²³])[ ]*(?:\.|$)/i

/** Whether every system can hold a file or folder of each name in a path. */
export function isPortablePath(path: string): boolean {
  return path.split('/').every((name) => !DEVICE.test(name) && !/[. ]$|[<>:"|?*\\\u0000-\u001f]/.test(name))
}
