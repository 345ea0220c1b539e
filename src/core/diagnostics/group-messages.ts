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
  'image-location',
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
 * The groups that matter most: errors, then what the audience does not get. Each code gets its turn before another has its second, and of one
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
      return { group, rank: [urgencyOf(code), turn, CODES.indexOf(code)] as const }
    })
  return ranked
    .toSorted((a, b) => a.rank[0] - b.rank[0] || a.rank[1] - b.rank[1] || a.rank[2] - b.rank[2])
    .slice(0, most)
    .map(({ group }) => group)
}

const CODES = Object.keys(catalogue)

// Three ranks for each severity.
function urgencyOf(code: Code): number {
  const rank = MOST_URGENT.has(code) ? 0 : 1
  return SEVERITIES.indexOf(catalogue[code].severity) * 3 + (LESS_URGENT.has(code) ? 2 : rank)
}

/** The number of messages of each code: the most severe codes first, then the most frequent. */
export function countCodes(diagnostics: readonly Diagnostic[]): readonly CodeCount[] {
  const codes = new Map<Code, Diagnostic[]>()
  for (const diagnostic of diagnostics) {
    const same = codes.get(diagnostic.code)
    if (same) same.push(diagnostic)
    else codes.set(diagnostic.code, [diagnostic])
  }
  const severityOf = (code: Code) => SEVERITIES.indexOf(catalogue[code].severity)
  return [...codes]
    .map(([code, same]) => ({ code, count: countMessages(same), files: [...new Set(same.map(({ file }) => file))] }))
    .toSorted((a, b) => severityOf(a.code) - severityOf(b.code) || b.count - a.count)
}
