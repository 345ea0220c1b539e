import type { Report } from '../diagnostics/diagnostic.ts'
import type { Deck, Slide } from '../model.ts'
import { deckId } from './deck-id.ts'
import type { Document } from './open-document.ts'
import { splitNotes } from './split-notes.ts'
import { splitSlides } from './split-slides.ts'
import { unindent } from './unindent.ts'

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
