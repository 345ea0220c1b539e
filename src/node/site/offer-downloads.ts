import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { DeckSummary } from '../../core/model.ts'
import { withDownloads, withDownloadsBelow } from '../../core/pages/downloads.ts'
import type { Download } from '../../core/pages/downloads.ts'
import { pagePath, readingPath } from '../../core/pages/relative-urls.ts'
import type { FinishedSite } from './attach-files.ts'

/** Links what a deck can be downloaded as from its pages, which are written already. */
export function offerDownloads(deck: DeckSummary, downloads: readonly Download[], { folder, content, writer }: FinishedSite): void {
  const lang = deck.lang ?? content.options.lang
  const change = (page: string, add: typeof withDownloads) =>
    writer.write({ path: page, content: add(readFileSync(path.join(folder, page), 'utf8'), downloads, { path: page, lang }) })
  change(pagePath(deck.id), withDownloads)
  change(readingPath(deck.id), withDownloadsBelow)
}
