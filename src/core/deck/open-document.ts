import type { DeckOptions } from '../config/deck-options.ts'
import type { Report } from '../diagnostics/diagnostic.ts'
import type { SourceFile } from '../model.ts'
import { deckSigns } from './deck-signs.ts'
import { readDeckOptions } from './read-deck-options.ts'
import { type FrontMatter, readFrontMatter } from './read-front-matter.ts'

/** A Markdown file whose front matter has been read, which shows whether it is a deck. */
export interface Document {
  readonly source: SourceFile
  readonly frontMatter: FrontMatter
  readonly options: DeckOptions
}

/** Reads the front matter of a file; `source.text` has LF line ends. */
export function openDocument(source: SourceFile, report: Report): Document {
  // An empty file may be a deck that is being saved.
  if (source.text.trim() === '') report('file-empty', { file: source.path })
  const frontMatter = readFrontMatter(source, report)
  const options = readDeckOptions(frontMatter, source.path, report)
  // HackMD shows any note as slides, so its decks need no option.
  const isDeck = options.isDeck || (!frontMatter.failed && options.type === undefined && deckSigns(source.path, source.text).isCertain)
  return { source, frontMatter, options: { ...options, isDeck } }
}
