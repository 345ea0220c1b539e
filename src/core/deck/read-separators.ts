import type { Report } from '../diagnostics/diagnostic.ts'
import type { Document } from './open-document.ts'
import { readSeparator, type Separator } from './separator.ts'
import type { Separators } from './split-at-separators.ts'

/** The separators that the options of a deck name, if they name any; those of its tool for the others. */
export function readSeparators({ source, options }: Document, report: Report): Separators | undefined {
  const { separator, verticalSeparator, notesSeparator, locations, dialect } = options
  const isRevealMd = dialect === 'reveal-md'
  if (separator === undefined && verticalSeparator === undefined && notesSeparator === undefined && !isRevealMd) return undefined
  const read = (name: string, pattern: string | undefined, usual?: string): Separator | undefined => {
    const readPattern = name === 'notesSeparator' ? readNotesSeparator : (text: string) => readSeparator(literal(text))
    const found = pattern === undefined ? undefined : readPattern(pattern)
    if (pattern !== undefined && !found) report('separator-pattern', { file: source.path, ...locations.get(name) }, pattern, name)
    return found ?? (usual === undefined ? undefined : readSeparator(usual))
  }
  // HedgeDoc needs empty lines around its separators, reveal-md does not.
  const [right, down] = isRevealMd ? ['^---$', '^----$'] : ['^\\n---\\n$', '^\\n----\\n$']
  const column = read('separator', separator, right)
  const below = read('verticalSeparator', verticalSeparator, down)
  return column && below && { column, below, notes: read('notesSeparator', notesSeparator) }
}

/** Reads the option `notesSeparator`; `undefined` if it is not understood. */
export function readNotesSeparator(pattern: string): Separator | undefined {
  const found = readSeparator(literal(pattern))
  // Notes start on a line with text.
  return found?.empty === undefined ? found : undefined
}

// As in Remark, and no regular expression.
function literal(pattern: string): string {
  return /^\?{2,}$/.test(pattern) ? pattern.replaceAll('?', '\\?') : pattern
}
