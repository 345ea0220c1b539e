import path from 'node:path'
import { decodeAddress } from '../../core/shared/decode-address.ts'
import { isPicture, PICTURE_ENDINGS, withoutMarkdownEnding } from '../../core/files.ts'

/** A deck by its path in the folder, and its text. */
export interface DeckText {
  readonly file: string
  readonly text: string
}

// A folder with the name of its deck.
const OF_DECK = '*'
const NAMES = new RegExp(String.raw`[\p{L}\p{N}_.%-]+\.(?:${PICTURE_ENDINGS.join('|')})(?![\p{L}\p{N}])`, 'giu')

/**
 * Where an archive keeps the pictures of its decks: returns the folder for new ones of a deck, as a path in the folder of decks; empty at the
 * top. That is where most pictures are that the decks of the same folder name, else those of all decks, else the folder of the deck.
 */
export function pictureFolders(decks: readonly DeckText[], files: ReadonlySet<string>): (deck: string) => string {
  const byName = new Map<string, string[]>()
  for (const file of files) {
    if (!isPicture(file)) continue
    const name = path.posix.basename(file)
    byName.set(name, [...(byName.get(name) ?? []), file])
  }
  const overall = new Map<string, number>()
  const byFolder = new Map<string, Map<string, number>>()
  for (const { file, text } of decks) {
    const own = byFolder.get(path.posix.dirname(file)) ?? new Map<string, number>()
    byFolder.set(path.posix.dirname(file), own)
    for (const name of new Set(text.match(NAMES))) {
      // A name that several folders have says nothing of where the others are.
      const [picture, ...more] = byName.get(decodeAddress(name) ?? name) ?? []
      if (picture === undefined || more.length > 0) continue
      const folder = folderFor(file, picture)
      for (const counts of [own, overall]) counts.set(folder, (counts.get(folder) ?? 0) + 1)
    }
  }
  return (deck) => {
    const usual = mostOf(byFolder.get(path.posix.dirname(deck))) ?? mostOf(overall) ?? ''
    const folder = path.posix.join(
      path.posix.dirname(deck),
      usual.replace(OF_DECK, () => stemOf(deck)),
    )
    // What was usual elsewhere may lead out of the folder from here.
    return folder.startsWith('..') ? path.posix.dirname(deck) : folder === '.' ? '' : folder
  }
}

function folderFor(deck: string, picture: string): string {
  const folder = path.posix.relative(path.posix.dirname(deck), path.posix.dirname(picture))
  const own = stemOf(deck)
  // Such as `talk`, `talk.assets` and `talk_files`.
  const isOwn = (part: string) => part === own || part.startsWith(`${own}.`) || part.startsWith(`${own}_`)
  return folder
    .split('/')
    .map((part) => (isOwn(part) ? OF_DECK + part.slice(own.length) : part))
    .join('/')
}

const stemOf = (deck: string) => withoutMarkdownEnding(path.posix.basename(deck))

function mostOf(counts: ReadonlyMap<string, number> = new Map()): string | undefined {
  let [most, best]: [number, string | undefined] = [0, undefined]
  for (const [folder, count] of counts) if (count > most) [most, best] = [count, folder]
  return best
}
