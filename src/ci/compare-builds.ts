import type { Diagnostic } from '../core/diagnostics/diagnostic.ts'
import type { Build, BuiltDeck } from './run-build.ts'

/** What a change does to a folder of decks. */
export interface Changes {
  readonly added: readonly BuiltDeck[]
  readonly changed: readonly BuiltDeck[]
  readonly removed: readonly BuiltDeck[]
  /** Other files of the folder that were added, changed or removed. */
  readonly others: readonly string[]
  readonly newMessages: readonly Diagnostic[]
  /** Number of messages that are gone. */
  readonly fixed: number
}

/** Compares two builds; `files` are those that differ between them. */
export function compareBuilds(before: Build, after: Build, files: readonly string[]): Changes {
  const differs = new Set(files)
  const was = new Set(before.decks.map((deck) => deck.path))
  const is = new Set(after.decks.map((deck) => deck.path))
  const newMessages = without(after.diagnostics, before.diagnostics)
  return {
    added: after.decks.filter((deck) => !was.has(deck.path)),
    changed: after.decks.filter((deck) => was.has(deck.path) && differs.has(deck.path)),
    removed: before.decks.filter((deck) => !is.has(deck.path)),
    others: files.filter((file) => !was.has(file) && !is.has(file)),
    newMessages,
    fixed: without(before.diagnostics, after.diagnostics).length,
  }
}

// Lines move, so a message is the same if its file, code and text are; as many of them are left out as there were.
function without(found: readonly Diagnostic[], known: readonly Diagnostic[]): readonly Diagnostic[] {
  const left = new Map<string, number>()
  for (const diagnostic of known) left.set(nameOf(diagnostic), (left.get(nameOf(diagnostic)) ?? 0) + 1)
  return found.filter((diagnostic) => {
    const name = nameOf(diagnostic)
    const count = left.get(name) ?? 0
    left.set(name, count - 1)
    return count <= 0
  })
}

const nameOf = ({ file, code, message }: Diagnostic) => JSON.stringify([file, code, message])
