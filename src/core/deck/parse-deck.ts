import { type Edit, type Report, removeLines, replaceAt } from '../diagnostics/diagnostic.ts'
import type { Deck, Passage, Slide } from '../model.ts'
import { deckId } from './deck-id.ts'
import type { Document } from './open-document.ts'
import { dialectNamed } from './dialects.ts'
import { readSeparators } from './read-separators.ts'
import { readForeignDeck, reportDialect } from './read-foreign-deck.ts'
import { reportForeignSeparators } from './report-foreign-separators.ts'
import { splitAtSeparators, splitNotesAt } from './split-at-separators.ts'
import { splitSlides } from './split-slides.ts'

/** The deck in a document; `rootName` is the id of an `index.md` at the top. */
export function parseDeck(document: Document, rootName: string, report: Report): Deck {
  const { source, frontMatter, options } = document
  const id = deckId(source.path, rootName)
  const dialect = dialectNamed(options.dialect)
  if (dialect?.slides) {
    const folders = [...(dialect.folders?.(source.path) ?? []), ...(document.folders ?? [])]
    return { id, source, options, folders, columns: readForeignDeck(dialect, document, report) }
  }
  if (dialect) reportDialect(dialect, document, report)
  const { refusedTo = 0 } = frontMatter
  // What another message says of these dashes is right; an empty line around them would not help.
  const reportSeparator: Report = (code, location, ...details) => {
    if (code !== 'separator-near-miss' || (location.line ?? 0) > refusedTo) report(code, location, ...details)
  }
  // reveal-md reads "Notes:" as Hedgerow does.
  const reportNotes: Report = (code, ...details) => {
    if (code !== 'notes-misspelt' || !dialect) report(code, ...details)
  }
  const location = { file: source.path, line: frontMatter.bodyLine }
  const separators = readSeparators(document, report)
  const passages = separators
    ? splitAtSeparators(frontMatter.body, location, separators)
    : splitSlides(frontMatter.body, location, reportSeparator)
  reportForeignSeparators(frontMatter.body, location, separators, report)
  const [first, last] = [passages[0]?.[0], passages.at(-1)?.at(-1)]
  const lines = source.text.split('\n')
  // Without the slide, links by number would lead to the wrong one.
  const isNumbered = source.text.includes('#/')
  const toSlide = (passage: Passage, row: number): Slide => {
    const { markdown, line } = passage
    if (markdown.trim() === '') {
      const where = { row, isFirst: passage === first, isLast: passage === last, line, count: markdown.split('\n').length }
      report('slide-empty', { file: source.path, line, edits: isNumbered ? undefined : fixEmptySlide(lines, where) })
    }
    return splitNotesAt(unindent(passage, source.path, report), { file: source.path, notes: separators?.notes }, reportNotes)
  }
  return { id, source, options, columns: passages.map((column) => column.map(toSlide)) }
}

/** The position of an empty slide: its row in its column, and whether it is the first or the last of the deck. */
interface EmptySlide {
  readonly row: number
  readonly isFirst: boolean
  readonly isLast: boolean
  /** 1-based line on which it begins, and the number of its empty lines. */
  readonly line: number
  readonly count: number
}

/**
 * Removes an empty slide, with the one of its two separators that keeps all other slides in their columns: the one below it
 * in the first row, else the one above. `lines` are those of the file.
 */
function fixEmptySlide(lines: readonly string[], { row, isFirst, isLast, line, count }: EmptySlide): readonly Edit[] | undefined {
  if (isFirst && isLast) return undefined
  // The first slide starts on the line that closes the front matter.
  if (isFirst) return [removeLines(lines, [line + count - 1, 1], 1)]
  const from = row === 0 && !isLast ? line - 1 : line - 2
  return [removeLines(lines, [from, count + 1], 1)]
}

/** A slide whose first line is indented, with that indentation removed from each line that has it. */
export function unindent(passage: Passage, file: string, report: Report): Passage {
  const lines = passage.markdown.split('\n')
  const first = lines.findIndex((line) => line.trim() !== '')
  const indent = /^(?: {2,}|\t+)/.exec(lines[first] ?? '')?.[0]
  if (indent === undefined) return passage
  const edits = lines.flatMap((line, index) => (line.startsWith(indent) ? [replaceAt(passage.line + index, 1, [indent, ''])] : []))
  const kind = indent.startsWith('\t') ? 'tab' : 'space'
  report('slide-indented', { file, line: passage.line + first, edits }, `${indent.length} ${kind}${indent.length === 1 ? '' : 's'}`)
  const markdown = lines.map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line)).join('\n')
  return { ...passage, markdown }
}
