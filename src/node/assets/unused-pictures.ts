import { readdirSync } from 'node:fs'
import path from 'node:path'
import { decodeAddress } from '../../core/shared/decode-address.ts'
import { isPicture, mayReferToFiles, PICTURE_ENDINGS } from '../../core/files.ts'
import type { DeckSummary } from '../../core/model.ts'
import { OUTPUT_MARK } from '../content/discover.ts'
import type { Content, ListedDeck } from '../content/read-content.ts'
import { readForFrame } from '../files/read-file.ts'
import { isSystemFile } from '../files/system-files.ts'

// A name without characters that may also be written in an encoded form.
const PLAIN_NAME = /^[\w.-]+$/
const NAMES = new RegExp(`[\\w.%-]+\\.(?:${PICTURE_ENDINGS.join('|')})(?![\\w-])`, 'gi')
const MOST_NAMED = 5

/**
 * Reports the images next to decks to which no deck, template, theme, page or option refers, in one message for the site. A name
 * counts wherever it is, even in a comment.
 */
export function reportUnusedPictures({ root, tree, decks, report }: Content<ListedDeck>, summaries: readonly DeckSummary[]): void {
  const used = new Set(summaries.flatMap(({ assets }) => assets))
  const folders = new Set(decks.map((deck) => path.posix.dirname(deck.path)))
  const doubted = [...tree.files].filter((file) => isPicture(file) && !used.has(file) && isBeside(file, folders))
  if (doubted.length === 0) return
  const names = new Set<string>()
  const oddNames = new Set(doubted.map(nameOf).filter((name) => !PLAIN_NAME.test(name)))
  for (const text of textsBelow(root)) {
    for (const [name] of text.matchAll(NAMES)) names.add(decodeAddress(name) ?? name)
    for (const name of oddNames)
      if (
        [name, name.normalize('NFC')]
          .flatMap((form) => [form, encodeURI(form), encodeURIComponent(form)])
          .some((spelling) => text.includes(spelling))
      )
        names.add(name)
  }
  const [first, ...others] = doubted.filter((file) => !names.has(nameOf(file))).toSorted()
  if (first === undefined) return
  const more = others.length > MOST_NAMED ? [...others.slice(0, MOST_NAMED), '…'] : others
  report('asset-unused', { file: first }, more.length === 0 ? first : `${first} and ${others.length} more: ${more.join(', ')}`)
}

const nameOf = (file: string) => path.posix.basename(file)

function isBeside(file: string, folders: ReadonlySet<string>): boolean {
  for (let folder = path.posix.dirname(file); ; folder = path.posix.dirname(folder)) {
    if (folders.has(folder)) return true
    if (folder === '.') return false
  }
}

function* textsBelow(folder: string): Generator<string> {
  for (const entry of entriesOf(folder)) {
    if (entry.name.startsWith('.') || entry.name === 'node_modules' || isSystemFile(entry.name)) continue
    const file = path.join(folder, entry.name)
    if (entry.isDirectory()) yield* textsBelow(file)
    else if (entry.isFile() && mayReferToFiles(entry.name)) yield readForFrame(folder, entry.name) ?? ''
  }
}

// Skip unreadable folders; code that needs them reports the error.
function entriesOf(folder: string) {
  try {
    const entries = readdirSync(folder, { withFileTypes: true })
    return entries.some(({ name }) => name === OUTPUT_MARK) ? [] : entries
  } catch {
    return []
  }
}
