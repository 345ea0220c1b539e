// Letters that may differ, and from how many characters on: two of five letters are another word.
const [FEW, MANY] = [1, 2]
const [SHORTEST, LONG] = [5, 9]

const allowed = (text: string) => (text.length < SHORTEST ? 0 : text.length < LONG ? FEW : MANY)

/**
 * Whether a normal form is a misspelling of one of `known`: at most two letters differ, and no digit. Found by pieces: of a text cut into three,
 * one piece stays the same where two letters change, so few of the known ones are compared.
 */
export function misspellingFinder(known: Iterable<string>): (text: string) => boolean {
  const all = new Set<string>()
  // By length, then by the number of a piece, then by the piece.
  const index = new Map<number, readonly Map<string, string[]>[]>()
  for (const text of known) {
    all.add(text)
    if (allowed(text) === 0) continue
    const pieces = index.get(text.length) ?? [new Map(), new Map(), new Map()]
    index.set(text.length, pieces)
    for (const [number, piece] of piecesOf(text).entries()) {
      const others = pieces[number]?.get(piece)
      if (others) others.push(text)
      else pieces[number]?.set(piece, [text])
    }
  }
  const isNear = (text: string, pieces: readonly Map<string, string[]>[], length: number): boolean => {
    const most = allowed(text)
    let start = 0
    for (const [number, size] of sizesOf(length).entries()) {
      for (let at = Math.max(0, start - most); at <= start + most; at += 1) {
        const candidates = pieces[number]?.get(text.slice(at, at + size))
        if (candidates?.some((other) => isWithin(text, other, Math.min(most, allowed(other))))) return true
      }
      start += size
    }
    return false
  }
  return (text) => {
    if (all.has(text)) return false
    for (let length = text.length - allowed(text); length <= text.length + allowed(text); length += 1) {
      const pieces = index.get(length)
      if (pieces && isNear(text, pieces, length)) return true
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
  // A letter that differs adds one and takes one away. Told from bits, since most pairs end here.
  if (countBits(lettersOf(one) ^ lettersOf(other)) > 2 * most) return false
  return isClose(one, other, most) && digitsOf(one) === digitsOf(other)
}

// A bit for each of its letters; some have one together.
function lettersOf(text: string): number {
  let bits = 0
  for (let at = 0; at < text.length; at += 1) bits |= 1 << (text.charCodeAt(at) & 31)
  return bits
}

function countBits(bits: number): number {
  let count = 0
  for (let left = bits; left !== 0; left &= left - 1) count += 1
  return count
}

const digitsOf = (text: string) => text.replace(/\D+/g, ' ').trim()

// Whether Levenshtein's distance is at most `most`. Most pairs differ in their first letters already.
function isClose(one: string, other: string, most: number): boolean {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i]
    let least = i
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1] ? 0 : 1
      const cost = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same)
      next.push(cost)
      if (cost < least) least = cost
    }
    if (least > most) return false
    row = next
  }
  return (row[other.length] ?? 0) <= most
}
