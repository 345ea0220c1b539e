// Shares of a byte, from pages of real decks: of what a compressor sees for the first time, and of what it has seen.
const [NEW, OTHER_SCRIPT, REPEATED] = [0.75, 2, 0.2]

/** About how many bytes a text adds to a compressed page, rather more than fewer. `known` has the words of what is in front of it, and gets its own. */
export function weigh(text: string, known: Set<string>): number {
  let bytes = 0
  for (const word of text.match(/[A-Za-z0-9]+|[^A-Za-z0-9]+/g) ?? []) {
    bytes += known.has(word) ? REPEATED : word.length * (/[^\0-\x7f]/.test(word) ? OTHER_SCRIPT : NEW)
    known.add(word)
  }
  return bytes
}
