import type { DeckOptions } from '../config/deck-options.ts'
import type { Report } from '../diagnostics/diagnostic.ts'
import type { SourceFile } from '../model.ts'
import type { FrontMatterData } from './dialect.ts'
import { recogniseDialect } from './dialects.ts'
import { revealMd } from './dialects/reveal-md.ts'
import { isDeck } from './is-deck.ts'
import { isTemplate } from './is-template.ts'
import { readDeckOptions } from './read-deck-options.ts'
import { type FrontMatter, readFrontMatter } from './read-front-matter.ts'

/** A Markdown file whose front matter has been read, which shows whether it is a deck. */
export interface Document {
  readonly source: SourceFile
  readonly frontMatter: FrontMatter
  readonly options: DeckOptions
  /** Folders of files that it includes, in which images are looked for, too. */
  readonly folders?: readonly string[]
  /** Whether the file itself says that it is a deck. */
  readonly isDeck: boolean
}

/** Reads the front matter of a file; `source.text` has LF line ends. `defaults` are options of another tool from a file next to it. */
export function openDocument(source: SourceFile, report: Report, defaults?: FrontMatterData): Document {
  // An empty file may be a deck that is being saved.
  if (source.text.trim() === '') report('file-empty', { file: source.path })
  const own = readFrontMatter(source, report)
  const named = recogniseDialect({ path: source.path, data: own.data, body: own.body })
  const isForDefaults = defaults !== undefined && (named === undefined || named === revealMd) && !own.data.has('slideOptions')
  const frontMatter = isForDefaults ? { ...own, data: withDefaults(own.data, defaults) } : own
  const options = readDeckOptions(frontMatter, source.path, report, isForDefaults ? revealMd : named)
  const draft =
    options.draft ??
    (isUnpublished(own.data.get('published')) ||
      isTemplate({ path: source.path, date: own.data.get('date'), title: own.data.get('title'), body: own.body }))
  return {
    source,
    frontMatter,
    options: { ...options, draft },
    isDeck: isDeck(source, own, { dialect: named, isBelowOptions: isForDefaults }),
  }
}

// An option of other tools; what is no clear yes means no.
function isUnpublished(published: unknown): boolean {
  const isYes = published === true || published === 1 || (typeof published === 'string' && /^(?:true|yes|on|1)$/i.test(published))
  return published !== undefined && !isYes
}

function withDefaults(own: FrontMatterData, defaults: FrontMatterData): FrontMatterData {
  const [given, usual] = [own.get('revealOptions'), defaults.get('revealOptions')]
  const reveal = new Map([
    ...(usual instanceof Map ? (usual as FrontMatterData) : []),
    ...(given instanceof Map ? (given as FrontMatterData) : []),
  ])
  return new Map([...defaults, ...own, ['revealOptions', reveal]])
}
