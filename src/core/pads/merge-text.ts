import { diff3Merge } from 'node-diff3'
import { type Anchor, findAnchors } from './merge-anchors.ts'

/** Three versions of a deck, all with the addresses of files as they are beside the deck. */
export interface Versions {
  /** The pad as it was last pulled. */
  readonly base: string
  /** The deck as it is in the folder. */
  readonly ours: string
  /** The pad as it is now. */
  readonly theirs: string
}

export type Merge =
  /** The pad has nothing new, and the deck is as it was pulled. */
  | { readonly kind: 'unchanged' }
  /** The pad has nothing new; the deck was changed here. */
  | { readonly kind: 'kept' }
  /** The deck has all that is new in the pad already. */
  | { readonly kind: 'same' }
  /** Only the pad was changed. */
  | { readonly kind: 'replaced'; readonly text: string }
  /** Both were changed, in different places. */
  | { readonly kind: 'merged'; readonly text: string }
  /** Both were changed in the same places: the whole text with the version of the deck there, and with that of the pad. */
  | { readonly kind: 'clash'; readonly withOurs: string; readonly withTheirs: string }

/**
 * Brings what has changed in a pad into its deck, line by line. Line endings, a byte order mark and final newlines are not changes: the
 * deck keeps its own.
 */
export function mergeText({ base, ours, theirs }: Versions): Merge {
  const [old, here, there] = [plainText(base), plainText(ours), plainText(theirs)]
  if (there === old) return { kind: here === old ? 'unchanged' : 'kept' }
  if (there === here) return { kind: 'same' }
  if (here === old) return { kind: 'replaced', text: ours === base ? theirs : inFormOf({ base, ours, theirs }, theirs) }
  const { withOurs, withTheirs } = mergeLines(old.split('\n'), here.split('\n'), there.split('\n'))
  if (withOurs !== withTheirs) return { kind: 'clash', withOurs, withTheirs }
  if (withOurs === here) return { kind: 'same' }
  return { kind: withOurs === there ? 'replaced' : 'merged', text: inFormOf({ base, ours, theirs }, withOurs) }
}

/** A deck whose author has resolved a clash with a pad: as it is there, with what the pad has changed in other places. */
export function settleClash(versions: Versions): string {
  const merge = mergeText(versions)
  if (merge.kind === 'clash') return isSameText(merge.withOurs, versions.ours) ? versions.ours : inFormOf(versions, merge.withOurs)
  return 'text' in merge ? merge.text : versions.ours
}

/** Whether two texts differ in nothing but line endings, a byte order mark and final newlines. */
export function isSameText(one: string, other: string): boolean {
  return one === other || plainText(one) === plainText(other)
}

/** A text with LF line endings, without a byte order mark and final newlines. */
export function plainText(text: string): string {
  const lines = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')
  return lines.slice(0, lengthWithoutEnd(lines))
}

// A regular expression would try each of many empty lines.
function lengthWithoutEnd(text: string): number {
  let length = text.length
  while (text[length - 1] === '\n' || text[length - 1] === '\r') length -= 1
  return length
}

type Lines = readonly string[]

interface Merged {
  readonly withOurs: Lines
  readonly withTheirs: Lines
}

// Pairs of equal lines in one part. The merge visits each of them: this many take a second.
const MOST_PAIRS = 200_000

// Part by part, between the lines that all three have.
function mergeLines(old: Lines, here: Lines, there: Lines): { readonly withOurs: string; readonly withTheirs: string } {
  const parts: Merged[] = []
  let from: Anchor = [0, 0, 0]
  for (const to of [...findAnchors(old, here, there), [old.length, here.length, there.length] as const]) {
    parts.push(mergePart(old.slice(from[0], to[0]), here.slice(from[1], to[1]), there.slice(from[2], to[2])))
    const anchor = old.slice(to[0], to[0] + 1)
    parts.push({ withOurs: anchor, withTheirs: anchor })
    from = [to[0] + 1, to[1] + 1, to[2] + 1]
  }
  return {
    withOurs: parts.flatMap(({ withOurs }) => withOurs).join('\n'),
    withTheirs: parts.flatMap(({ withTheirs }) => withTheirs).join('\n'),
  }
}

function mergePart(old: Lines, here: Lines, there: Lines): Merged {
  if (isSame(old, there) || isSame(here, there)) return { withOurs: here, withTheirs: here }
  if (isSame(old, here)) return { withOurs: there, withTheirs: there }
  if (countPairs(old, here) + countPairs(old, there) > MOST_PAIRS) return { withOurs: here, withTheirs: there }
  // The package needs arrays that could be changed, and names no types.
  const regions = diff3Merge([...here], [...old], [...there], { excludeFalseConflicts: true }) as readonly Region[]
  const linesOf = (side: 'a' | 'b') => regions.flatMap(({ ok, conflict }) => ok ?? conflict?.[side] ?? [])
  return { withOurs: linesOf('a'), withTheirs: linesOf('b') }
}

interface Region {
  readonly ok?: Lines
  readonly conflict?: { readonly a: Lines; readonly b: Lines }
}

function isSame(one: Lines, other: Lines): boolean {
  return one.length === other.length && one.every((line, index) => line === other[index])
}

function countPairs(one: Lines, other: Lines): number {
  const counts = new Map<string, number>()
  for (const line of one) counts.set(line, (counts.get(line) ?? 0) + 1)
  return other.reduce((sum, line) => sum + (counts.get(line) ?? 0), 0)
}

// Git may have changed line endings, and an editor the end of the file.
function inFormOf({ base, ours, theirs }: Versions, text: string): string {
  const isMarked = ours.startsWith('\ufeff')
  const hasReturns = /\r\n/.test(ours) && !/(?<!\r)\n/.test(ours)
  const end = endOf(ours) === endOf(base) ? endOf(theirs) : endOf(ours)
  const whole = plainText(text) + end
  return (isMarked ? '\ufeff' : '') + (hasReturns ? whole.replaceAll('\n', '\r\n') : whole)
}

// The final newlines, as LF.
function endOf(text: string): string {
  return text.slice(lengthWithoutEnd(text)).replace(/\r\n?/g, '\n')
}
