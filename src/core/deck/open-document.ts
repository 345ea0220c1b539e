import type { DeckOptions } from '../config/deck-options.ts'
import type { Report } from '../diagnostics/diagnostic.ts'
import type { SourceFile } from '../model.ts'
import { readDeckOptions } from './read-deck-options.ts'
import { type FrontMatter, readFrontMatter } from './read-front-matter.ts'

/** A markdown file whose front matter has been read: enough to say whether it is a deck. */
export interface Document {
  readonly source: SourceFile
  readonly frontMatter: FrontMatter
  readonly options: DeckOptions
}

/** Reads the front matter of a file; `source.text` has LF line ends. */
export function openDocument(source: SourceFile, report: Report): Document {
  // Such a file may have been a deck a moment ago, or may become one.
  if (source.text.trim() === '') report('file-empty', { file: source.path })
  const frontMatter = readFrontMatter(source, report)
  return { source, frontMatter, options: readDeckOptions(frontMatter, source.path, report) }
}
