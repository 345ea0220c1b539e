import type { DeckOptions } from '../config/deck-options.ts'
import type { Report } from '../diagnostics/diagnostic.ts'
import type { Deck, Slide, SourceFile } from '../model.ts'
import { deckId } from './deck-id.ts'
import { readDeckOptions } from './read-deck-options.ts'
import { readFrontMatter } from './read-front-matter.ts'
import type { FrontMatter } from './read-front-matter.ts'
import { splitNotes } from './split-notes.ts'
import { splitSlides } from './split-slides.ts'
import { unindent } from './unindent.ts'

/** A markdown file whose front matter has been read: enough to say whether it is a deck. */
export interface Document {
  readonly source: SourceFile
  readonly frontMatter: FrontMatter
  readonly options: DeckOptions
}

/** Reads the front matter of a file; `source.text` has LF line ends. */
export function openDocument(source: SourceFile, report: Report): Document {
  const frontMatter = readFrontMatter(source, report)
  return { source, frontMatter, options: readDeckOptions(frontMatter, source.path, report) }
}

/** The deck that a document holds; `rootName` is the id of an `index.md` at the top. */
export function parseDeck(document: Document, rootName: string, report: Report): Deck {
  const { source, frontMatter, options } = document
  const passages = splitSlides(frontMatter.body, { file: source.path, line: frontMatter.bodyLine }, report)
  const toSlide = (passage: { markdown: string; line: number }): Slide => {
    if (passage.markdown.trim() === '') report('slide-empty', { file: source.path, line: passage.line })
    return splitNotes(unindent(passage, source.path, report), source.path, report)
  }
  return { id: deckId(source.path, rootName), source, options, columns: passages.map((column) => column.map(toSlide)) }
}
