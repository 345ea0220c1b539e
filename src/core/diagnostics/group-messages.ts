import { type Code, catalogue } from './catalogue.ts'
import type { Diagnostic } from './diagnostic.ts'
import { countMessages } from './limit-messages.ts'

/** Messages with one text; each file that has them, with the lines. */
export interface MessageGroup {
  /** The message at the first place. */
  readonly first: Diagnostic
  readonly count: number
  readonly files: ReadonlyMap<string, readonly number[]>
}

/** How often a code is reported, and in how many files. */
export interface CodeCount {
  readonly code: Code
  readonly count: number
  readonly files: readonly string[]
}

const SEVERITIES = ['error', 'warning', 'info'] as const

// Warnings about text, notes or images that the audience does not get, or should not get.
const MOST_URGENT: ReadonlySet<Code> = new Set([
  'front-matter-mapping',
  'front-matter-unclosed',
  'fence-unclosed',
  'comment-unclosed',
  'notes-misspelt',
  'asset-missing',
  'asset-upload',
  'diagram-invalid',
  'math-invalid',
])

// Warnings about how a deck looks or is read.
const LESS_URGENT: ReadonlySet<Code> = new Set([
  'image-alt',
  'image-large',
  'css-invalid',
  'css-broken',
  'contrast-low',
  'heading-repeated',
  'list-item-doubled',
  'slide-empty',
  'separator-near-miss',
  'date-mismatch',
  'front-matter-late',
  'ignore-unknown',
])

/** Groups the messages that say the same, in the order in which the first of each comes. */
export function groupMessages(diagnostics: readonly Diagnostic[]): readonly MessageGroup[] {
  const groups = new Map<string, Diagnostic[]>()
  for (const diagnostic of diagnostics) {
    const key = JSON.stringify([diagnostic.code, diagnostic.message, diagnostic.help])
    const same = groups.get(key)
    if (same) same.push(diagnostic)
    else groups.set(key, [diagnostic])
  }
  return [...groups.values()].flatMap((same) => {
    const first = same.find(({ omitted }) => omitted === undefined) ?? same[0]
    return first === undefined ? [] : [{ first, count: countMessages(same), files: linesByFile(same) }]
  })
}

function linesByFile(diagnostics: readonly Diagnostic[]): ReadonlyMap<string, readonly number[]> {
  const files = new Map<string, Set<number>>()
  for (const { file, line } of diagnostics) {
    const lines = files.get(file) ?? new Set()
    files.set(file, line === undefined ? lines : lines.add(line))
  }
  return new Map([...files].map(([file, lines]) => [file, [...lines].toSorted((a, b) => a - b)]))
}

/**
 * The groups that matter most: errors, then what the audience does not get. The codes take turns, the less urgent ones starting later, and of one
 * code the group with the most places comes first.
 */
export function mostImportant(groups: readonly MessageGroup[], most: number): readonly MessageGroup[] {
  const turns = new Map<Code, number>()
  const ranked = groups
    .filter(({ first }) => first.omitted === undefined)
    .toSorted((a, b) => b.count - a.count)
    .map((group) => {
      const { code } = group.first
      const turn = turns.get(code) ?? 0
      turns.set(code, turn + 1)
      return { group, rank: [severityOf(code), turn + waitOf(code), waitOf(code), CODES.indexOf(code)] }
    })
  return ranked
    .toSorted((a, b) => a.rank.map((part, index) => part - (b.rank[index] ?? 0)).find((difference) => difference !== 0) ?? 0)
    .slice(0, most)
    .map(({ group }) => group)
}

const CODES = Object.keys(catalogue)

function severityOf(code: Code): number {
  return SEVERITIES.indexOf(catalogue[code].severity)
}

// The number of turns after which a code has its first.
function waitOf(code: Code): number {
  if (MOST_URGENT.has(code)) return 0
  return LESS_URGENT.has(code) ? 2 : 1
}

/** The number of messages of each code: the most severe codes first, then the most frequent. */
export function countCodes(diagnostics: readonly Diagnostic[]): readonly CodeCount[] {
  const codes = new Map<Code, Diagnostic[]>()
  for (const diagnostic of diagnostics) {
    const same = codes.get(diagnostic.code)
    if (same) same.push(diagnostic)
    else codes.set(diagnostic.code, [diagnostic])
  }
  return [...codes]
    .map(([code, same]) => ({ code, count: countMessages(same), files: [...new Set(same.map(({ file }) => file))] }))
    .toSorted((a, b) => severityOf(a.code) - severityOf(b.code) || b.count - a.count)
}
