import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { DeckSummary, EmittedFile } from '../core/model.ts'
import { withDownloads, withDownloadsBelow } from '../core/pages/downloads.ts'
import type { Download } from '../core/pages/downloads.ts'
import { encodeSegment, pagePath, readingPath, singlePath } from '../core/pages/relative-urls.ts'
import { singleFile } from './single-file.ts'
import type { SingleFileContext } from './single-file.ts'

/** Puts a deck as a single file into a site that is written already, and links it from the deck's pages. */
export function offerSingleFile(deck: DeckSummary, context: SingleFileContext, write: (file: EmittedFile) => void): void {
  const content = singleFile(deck, context)
  if (content === undefined) return
  const file = singlePath(deck.id)
  write({ path: file, content })
  // All pages of a deck stand in one folder.
  const downloads: Download[] = [{ kind: 'single', address: encodeSegment(path.posix.basename(file)), bytes: Buffer.byteLength(content) }]
  const change = (page: string, add: (text: string) => string) =>
    write({ path: page, content: add(readFileSync(path.join(context.site, page), 'utf8')) })
  const lang = deck.lang ?? context.options.lang
  change(pagePath(deck.id), (text) => withDownloads(text, downloads, lang))
  change(readingPath(deck.id), (text) => withDownloadsBelow(text, downloads, lang))
}
