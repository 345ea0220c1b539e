import { languageOfText } from '../deck/deck-language.ts'
import { titleFromName } from '../deck/name-deck.ts'
import type { Document } from '../deck/open-document.ts'

// Folders and repositories that are called after what is in them, which is no title.
const GENERIC =
  /^(?:decks?|slides?|talks?|presentations?|pr[aeä]+sentation(?:en)?|folien|docs?|content|src|site|website|pages|public|home|work)$/i

/** The title of a site: the one that its decks share, else the name of a folder or repository that says something. */
export function guessTitle(shared: string | undefined, names: readonly string[]): string {
  const name = names.find((known) => /\p{L}/u.test(known) && !GENERIC.test(known) && !known.startsWith('.'))
  return shared ?? (name === undefined ? 'Slides' : titleFromName(name) || 'Slides')
}

// Each takes milliseconds. The last names are those of the newest decks.
const SAMPLE = 50

/** The language that at least two thirds of the decks with a recognisable one are written in, of a sample. */
export function guessLanguage(decks: readonly Document[]): string | undefined {
  const found = decks.slice(-SAMPLE).flatMap(({ options, frontMatter }) => options.lang ?? languageOfText(frontMatter.body) ?? [])
  const [best] = countOf(found)
  return best !== undefined && best[1] * 3 >= found.length * 2 ? best[0] : undefined
}

// The colours that show a brand: a deck in which all of these are written is made for it.
const COLOURS: Readonly<Record<string, readonly RegExp[]>> = { scs: [/#50c3a5\b/i, /#0f5fe1\b/i] }

/** The brand that at least half of the decks show, by their theme or by its colours. `own` are the themes in the folder of decks. */
export function guessBrand(decks: readonly Document[], own: readonly string[]): string | undefined {
  const brands = ['scs', 'hawthorn', ...own]
  const found = decks.flatMap(({ source, options }) => {
    const { theme } = options
    if (theme !== undefined && brands.includes(theme)) return theme
    return Object.keys(COLOURS).filter((brand) => COLOURS[brand]?.every((colour) => colour.test(source.text)))
  })
  const [best] = countOf(found)
  return best !== undefined && best[1] * 2 >= decks.length ? best[0] : undefined
}

// The most frequent first.
function countOf(values: readonly string[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].toSorted(([, one], [, other]) => other - one)
}
