import type { Line } from './slide-shape.ts'

/** Collects the lines of a text while its tree is read. */
export interface LineCollector {
  /** Adds to the open line, and opens it if there is none. */
  readonly add: (characters: number) => void
  /** Whether a line is open. */
  readonly isOpen: () => boolean
  /** Ends the open line; the next one starts in this way. */
  readonly end: (start: Line['start']) => void
  /** What follows is a line of its own, as deep in lists as this, even if it is the next without text. */
  readonly begin: (start: Line['start'], depth: number) => void
  /** The lines so far. */
  readonly lines: () => readonly Line[]
}

/** Starts with a paragraph. */
export function collectLines(): LineCollector {
  const lines: { characters: number; depth: number; start: Line['start'] }[] = []
  // How the next line starts; missing while one is open.
  let next: Line['start'] | undefined = 'text'
  let depth = 0
  return {
    add(characters) {
      const open = next === undefined ? lines.at(-1) : undefined
      if (open) open.characters += characters
      else lines.push({ characters, depth, start: next ?? 'text' })
      next = undefined
    },
    isOpen: () => next === undefined,
    end(start) {
      if (next === undefined || next === 'break') next = start
    },
    begin(start, level) {
      next = start
      depth = level
    },
    lines: () => lines,
  }
}
