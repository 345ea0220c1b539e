// Letters that may differ, and from how many characters on: two of five letters are another word.
const [FEW, MANY] = [1, 2]
const [SHORTEST, LONG] = [5, 9]

const allowed = (text: string) => (text.length < SHORTEST ? 0 : text.length < LONG ? FEW : MANY)

/**
 * Whether a normal form is a misspelling of one of `known`: at most two letters differ, and no digit. Found by pieces: of a text cut into three,
 * one piece stays the same where two letters change, so few of the known ones are compared.
 */
export function misspellingFinder(known: Iterable<string>): (text: string) => boolean {
  const byPiece = new Map<string, string[]>()
  const all = new Set<string>()
  for (const text of known) {
    all.add(text)
    if (allowed(text) === 0) continue
    for (const [number, piece] of piecesOf(text).entries()) {
      const key = `${text.length}/${number}/${piece}`
      const others = byPiece.get(key)
      if (others) others.push(text)
      else byPiece.set(key, [text])
    }
  }
  return (text) => {
    if (all.has(text) || allowed(text) === 0) return false
    const most = allowed(text)
    for (let length = text.length - most; length <= text.length + most; length += 1) {
      let start = 0
      for (const [number, size] of sizesOf(length).entries()) {
        for (let at = Math.max(0, start - most); at <= start + most; at += 1) {
          const candidates = byPiece.get(`${length}/${number}/${text.slice(at, at + size)}`)
          if (candidates?.some((other) => allowed(other) >= 1 && isWithin(text, other, Math.min(most, allowed(other))))) return true
        }
        start += size
      }
    }
    return false
  }
}

function sizesOf(length: number): readonly number[] {
  const third = Math.floor(length / 3)
  return [third, third, length - 2 * third]
}

function piecesOf(text: string): readonly string[] {
  const [first = 0, second = 0] = sizesOf(text.length)
  return [text.slice(0, first), text.slice(first, first + second), text.slice(first + second)]
}

function isWithin(one: string, other: string, most: number): boolean {
  const digits = (text: string) => text.replace(/\D+/g, ' ').trim()
  return digits(one) === digits(other) && distance(one, other) <= most
}

// Of Levenshtein. Texts are short, and few pairs get here.
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1] ? 0 : 1
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same))
    }
    row = next
  }
  return row[other.length] ?? 0
}
